import { describe, expect, it } from "vitest";
import { createRun } from "../run.fake.ts";

const run = createRun(() => ({ vault: "/nowhere" }));

describe("tocsin vocabulary", () => {
  it("lists the vocabularies without a vault", async () => {
    const { out, code } = await run(["vocabulary"]);
    expect(code).toBe(0);
    expect(out).toContain("perpetratorKinds");
    expect(out).toContain("HURIDOCS L24");
  });

  it("shows a list as a tree", async () => {
    const { out } = await run(["vocabulary", "acts"]);
    expect(out).toContain(
      "\n  Infection with spyware  [spyware.infection]\n    Infection without a click  [",
    );
  });

  it("shows one term with everything, and says what is not checked and not reviewed", async () => {
    const { out } = await run(["vocabulary", "acts", "legal.slapp.civil"]);
    expect(out).toContain("Abusive civil claim  [acts legal.slapp.civil]");
    expect(out).toContain("HURIDOCS L4: none (the list has no term for it)");
    expect(out).toContain("C-SLAPP-1");
    expect(out).toContain("Whom to ask: Lawyer, Coalition against abusive lawsuits");
    expect(out).toContain("Checked outside: by nobody yet");
    expect(out).toContain("Words reviewed by: nobody yet");
  });

  it("gives the same as data and as a table", async () => {
    const json = JSON.parse((await run(["vocabulary", "acts", "legal.slapp", "--json"])).out) as object;
    expect(json).toMatchObject({
      vocabulary: "acts",
      code: "legal.slapp",
      parent: "legal",
      engages: ["C-SLAPP-1"],
    });
    const [head = "", ...rows] = (await run(["vocabulary", "countries", "--csv"])).out.trim().split("\r\n");
    expect(head.split(",")).toContain('"iso3166alpha3"');
    expect(rows).toHaveLength(253);
    expect(rows.find((row) => row.startsWith('"countries","PS"'))).toContain('"Palestine"');
  });

  it("speaks Arabic", async () => {
    const { out } = await run(["vocabulary", "acts", "network.shutdown", "--lang", "ar"]);
    expect(out).toContain("قطع الإنترنت");
  });

  it.each([["nonsense"], ["acts", "nonsense"], ["--csv"]])("refuses %j", async (...args) => {
    expect((await run(["vocabulary", ...args])).code).toBe(64);
  });
});
