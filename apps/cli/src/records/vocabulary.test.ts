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

  it.each([
    ["en", "deepfake", "disinformation.synthetic"],
    ["en", "doxx", "harassment.doxing"],
    ["en", "Pegasus", "spyware.infection"],
    ["en", "ديب فيك", "disinformation.synthetic"],
    ["ar", "التزييف العميق", "disinformation.synthetic"],
    ["ar", "دوكسينغ", "harassment.doxing"],
    ["ar", "بيغاسوس", "spyware.infection"],
    ["ar", "Pegasus", "spyware.infection"],
    ["en", "IMSI catcher", "surveillance.interception.cell-site"],
    ["en", "shadowban", "content.demotion"],
  ])("finds an act by what people call it (%s): %s", async (lang, typed, code) => {
    const { out } = await run(["vocabulary", "acts", "--find", typed, "--lang", lang]);
    expect(out).toContain(`[${code}]`);
    expect(out).not.toContain("[physical.killing]");
  });

  it("finds a term by its example, and says where the list is from", async () => {
    const { out } = await run(["vocabulary", "acts", "--find", "nobody opened it"]);
    expect(out).toContain("[spyware.infection.zero-click]");
    expect(out).toContain("Where the codes are from: Our mapping.");
    expect(out).toContain("Checked outside: by nobody yet");
  });

  it("defines a country by what stands for all of them, and a contested one by its note", async () => {
    expect((await run(["vocabulary", "countries", "FR"])).out).toContain("says nothing about statehood");
    expect((await run(["vocabulary", "countries", "TW"])).out).toContain("M49 does not list it");
  });

  it("speaks Arabic", async () => {
    const { out } = await run(["vocabulary", "acts", "network.shutdown", "--lang", "ar"]);
    expect(out).toContain("قطع الإنترنت");
  });

  it.each([["nonsense"], ["acts", "nonsense"], ["--csv"]])("refuses %j", async (...args) => {
    expect((await run(["vocabulary", ...args])).code).toBe(64);
  });
});
