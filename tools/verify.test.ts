import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { runSteps, steps } from "./verify.mjs";

const statesOf = (skipped: readonly string[], run: (step: string) => boolean) =>
  runSteps(skipped, run, () => 0).map(({ step, state }) => `${step} ${state}`);

describe("verify", () => {
  it("goes on after a failure and reports it", () => {
    const seen: string[] = [];
    const states = statesOf([], (step) => {
      seen.push(step);
      return step !== "lint";
    });
    expect(seen).toEqual(steps);
    expect(states.filter((line) => line.endsWith("FAILED"))).toEqual(["lint FAILED"]);
  });

  it("skips what it is told to, and nothing that it does not know", () => {
    expect(statesOf(["test"], (step) => step !== "test")).toContain("test skipped");
    expect(() => statesOf(["tests"], () => true)).toThrow('Cannot skip "tests"');
  });

  it("runs only scripts that package.json has", () => {
    const text = readFileSync(resolve(import.meta.dirname, "../package.json"), "utf8");
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(text);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...steps]));
  });
});
