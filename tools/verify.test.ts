import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { runSteps, steps } from "./verify.mjs";

const around = (run: (step: string) => Promise<boolean> | boolean) => ({
  run: async (step: string) => run(step),
  now: () => 0,
});
const statesOf = async (skipped: readonly string[], run: (step: string) => boolean) =>
  (await runSteps(skipped, around(run))).map(({ step, state }) => `${step} ${state}`);

describe("verify", () => {
  it("goes on after a failure and reports it", async () => {
    const seen: string[] = [];
    const failing: readonly string[] = ["lint", "test"];
    const states = await statesOf([], (step) => {
      seen.push(step);
      return !failing.includes(step);
    });
    expect(seen.toSorted()).toEqual(steps.toSorted());
    expect(states).toEqual(steps.map((step) => `${step} ${failing.includes(step) ? "FAILED" : "ok"}`));
  });

  it("skips what it is told to, and nothing that it does not know", async () => {
    expect(await statesOf(["test"], (step) => step !== "test")).toContain("test skipped");
    await expect(statesOf(["tests"], () => true)).rejects.toThrow('Cannot skip "tests"');
  });

  it("checks the sources beside the tests, and measures what was built once they have ended", async () => {
    const log: string[] = [];
    let endTests: (isGreen: boolean) => void = () => undefined;
    const tests = new Promise<boolean>((settle) => {
      endTests = settle;
    });
    const run = (step: string): Promise<boolean> | boolean => {
      log.push(step);
      // The last of the checks ends while the tests still run.
      if (step === "licences") endTests(true);
      return step === "test" ? tests : true;
    };
    await runSteps([], around(run));
    expect(log.indexOf("build")).toBeLessThan(log.indexOf("test"));
    expect(log.indexOf("licences")).toBeLessThan(log.indexOf("sizes"));
    expect(log).toHaveLength(steps.length);
  });

  it("runs only scripts that package.json has", () => {
    const text = readFileSync(resolve(import.meta.dirname, "../package.json"), "utf8");
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(text);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...steps]));
  });
});
