// The other two of the four stories: one in Arabic on a narrow screen, told in words that the person types in English.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { asPage, hashOf, pictures, startStory, zone, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;

describe.skipIf(missing)("threats to relatives", () => {
  let teller: Teller;
  const at: Record<string, string> = {};
  beforeAll(async () => {
    teller = await startStory({ locale: "ar", width: 360 });
  });
  afterAll(() => teller.close());

  it("are two incidents of one case, of a defender and of her mother", async () => {
    const { page, show, type, choose, press, link, look } = teller;
    await page.locator('a[href="#/happened"]').first().click();
    await type("desk.happened.title", "Meeting watched abroad");
    await choose("incident.acts", "acts.transnational.proxy.label");
    await type("incident.when", "2025-03-08");
    await choose("incident.defence", "defenceLinks.because-of-work.label");
    await press("action.next");
    await type("person.name", "Zora Hushmore");
    await press("desk.happened.write");
    at["case"] = await hashOf(teller, "desk.happened.to-case");
    await show(at["case"], "Meeting watched abroad");
    await page.evaluate('location.hash = "#/happened"');
    await type("desk.happened.title", "Mother questioned");
    await choose("incident.acts", "acts.transnational.relatives.questioned.label");
    await type("incident.when", "2025-03-12");
    await choose("incident.defence", "defenceLinks.relative-of-defender.label");
    await press("action.next");
    await type("person.name", "Salma Hushmore");
    await choose("person.role", "roles.victim.label");
    await link("desk.happened.case", "Meeting watched abroad");
    await look("relatives-01-whom");
    await press("desk.happened.write");
    expect(await hashOf(teller, "desk.happened.to-case")).toBe(at["case"]);
    await look("relatives-02-sheet");
  });

  it("say who belongs to whom, and at what risk", async () => {
    const { page, show, begin, choose, link, add, keeps, look } = teller;
    await show(at["case"] ?? "", "Meeting watched abroad");
    await page.getByRole("link", { name: "Salma Hushmore", exact: true }).first().click(asPage);
    await page.getByRole("heading", { level: 1, name: "Salma Hushmore" }).waitFor();
    at["mother"] = new URL(page.url()).hash;
    await choose("person.flags", "riskFlags.relatives-at-risk.label");
    await keeps(at["mother"], { flags: ["relatives-at-risk"] });
    await begin("relation");
    await choose("relation.relation", "relations.family.parent.label");
    await link("relation.to", "Zora Hushmore");
    await look("relatives-03-relation");
    const relation = (await add()).split("/").at(-1) ?? "";
    expect(await teller.ask("record.show", { record: relation })).toMatchObject({
      values: { relation: "family.parent", person: at["mother"]?.split("/").at(-1) },
    });
  });

  it("leave with the name of her who said yes, and without that of her who said no", async () => {
    const { page, show, begin, type, choose, link, answer, add, look, report } = teller;
    for (const [name, published] of [
      ["Zora Hushmore", "yes"],
      ["Salma Hushmore", "no"],
    ] as const) {
      await show(at["case"] ?? "", "Meeting watched abroad");
      await page.getByRole("link", { name, exact: true }).first().click(asPage);
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await begin("consent");
      await type("consent.scope", "As asked");
      await link("consent.case", "Meeting watched abroad");
      await choose("consent.uses", "consentUses.publication.label");
      await answer("consent.namesToGovernment", "no");
      await answer("consent.namesPublished", published);
      await type("consent.given", "2025-03-20");
      await choose("consent.how", "consentHow.spoken.label");
      await look(`relatives-04-consent-${published}`);
      await add();
    }
    await pictures(teller, at["case"] ?? "", "Meeting watched abroad");
    const published = await report(at["case"] ?? "", "public");
    expect(published.html).toContain("Zora Hushmore");
    expect(published.html).not.toContain("Salma");
    expect(published.withheld).toContain("Salma Hushmore");
    await look("relatives-05-report");
    // A government reads what everybody reads: there she stands by name.
    const government = await report(at["case"] ?? "", "government", "release.earlier.known");
    expect(government.text + government.html).not.toMatch(/Hushmore|Zora|Salma/);
    expect(teller.problems).toEqual([]);
  });
});

describe.skipIf(missing)("a lawsuit", () => {
  let teller: Teller;
  const at: Record<string, string> = {};
  beforeAll(async () => {
    teller = await startStory({ locale: "en", width: 1280 });
  });
  afterAll(() => teller.close());

  it("keeps what the company says itself before what others tell of it", async () => {
    const { page, type, choose, press, make, show, begin, link, add, look } = teller;
    await page.locator('a[href="#/happened"]').first().click();
    await type("desk.happened.title", "Lawsuit over words at a hearing");
    await choose("incident.acts", "acts.legal.slapp.civil.label");
    await type("incident.when", "2024-10-01");
    await choose("incident.defence", "defenceLinks.because-of-work.label");
    await type("incident.defenceGrounds", "The claim quotes the hearing");
    await press("action.next");
    await type("person.name", "Zora Hushmore");
    await press("desk.happened.write");
    at["case"] = await hashOf(teller, "desk.happened.to-case");
    at["incident"] = await hashOf(teller, "desk.happened.to-incident");
    await make("source", "source.title", "Statement of claim");
    for (const [voice, words] of [
      ["reported", "They ask for three million."],
      ["own-words", "We ask for two million."],
    ] as const) {
      await show(at["incident"], "Lawsuit over words at a hearing");
      await begin("statement");
      await type("statement.words", words);
      await choose("statement.voice", `voices.${voice}.label`);
      await type("statement.cited", "Example Copper Holding");
      await type("statement.topic", "Sum");
      await type("statement.said", "2024-10-02");
      await link("statement.source", "Statement of claim");
      await add();
    }
    await show(at["incident"], "Lawsuit over words at a hearing");
    const said = page.getByRole("region", { name: "What was said", exact: true });
    await said.getByText("the own words stand first, and both are given").waitFor();
    expect(await said.locator("blockquote").allInnerTexts()).toEqual([
      "We ask for two million.",
      "They ask for three million.",
    ]);
    await look("lawsuit-01-said");
  });

  it("has a day that is confirmed by name, and unconfirmed again once somebody moves it", async () => {
    const { page, show, begin, type, choose, add, shows, hides, follow, press, look } = teller;
    const unconfirmed = "Unconfirmed: nobody has confirmed this day yet";
    await show(at["incident"] ?? "", "Lawsuit over words at a hearing");
    await begin("proceeding");
    await type("proceeding.title", "Copper Holding against a speaker");
    await choose("proceeding.proceedingKind", "proceedingKinds.civil.label");
    await choose("proceeding.stage", "proceedingStages.filed.label");
    at["proceeding"] = await add();
    await shows("Still to be said");
    await look("lawsuit-02-proceeding");
    await follow("command.deadline.count");
    await page.getByRole("heading", { name: "Count the days to a deadline" }).waitFor();
    await type("deadline.title", "Defence");
    await type("command.deadline.count.from", "2024-10-10");
    await type("command.deadline.count.days", "30");
    await zone(teller, "deadline.zone");
    await type("deadline.rule", "Thirty days from service");
    await type("deadline.ruleSource", "Rules of court");
    at["deadline"] = await add();
    await shows(unconfirmed);
    const due = page.getByRole("textbox", { name: "Due", exact: true });
    expect(await due.inputValue()).toBe("2024-11-09");
    await type("desk.deadline.who", "Counsel Example");
    await press("command.deadline.confirm");
    await hides(unconfirmed);
    await look("lawsuit-03-confirmed");
    await due.fill("2024-11-12");
    await shows(unconfirmed);
  });

  it("is told to everybody without the name of the person who is sued", async () => {
    const told = await teller.report(at["case"] ?? "", "public");
    expect(told.html).toContain("Unconfirmed: nobody has confirmed this day yet.");
    expect(told.text + told.html).not.toContain("Hushmore");
    expect(told.withheld).toContain("Zora Hushmore");
    await teller.look("lawsuit-04-report");
  });

  it("has one person in it twice, of whom somebody says that they are two, and then that they are one", async () => {
    const { page, t, make, look, shows, show } = teller;
    const button = (key: string) => page.getByRole("main").getByRole("button", { name: t(key) });
    const named = { from: "Zora Hushmore", into: "Zora Hushmore" };
    await make("person", "person.name", "Zora Hushmore");
    const toPairs = (): Promise<void> => show("#/duplicates/person", t("desk.duplicates.title"));
    await toPairs();
    await button("desk.duplicates.record.apart").click();
    await button("desk.duplicates.record.unapart").waitFor();
    await shows(t("desk.duplicates.none"));
    expect(await button("desk.duplicates.record.apart").count()).toBe(0);
    await look("lawsuit-05-apart");
    await button("desk.duplicates.record.unapart").click();
    await button("desk.duplicates.compare").click();
    const merge = page.getByRole("button", { name: t("desk.duplicates.merge", named), exact: true }).first();
    await merge.waitFor();
    await look("lawsuit-06-compared");
    await merge.click();
    await shows(t("desk.duplicates.none"));
    const { rows } = (await teller.ask("record.list", { kind: "person" })) as {
      readonly rows: readonly { readonly id: string; readonly marks?: readonly string[] }[];
    };
    const merged = rows.find(({ marks }) => marks?.includes("merged") === true);
    await show(`#/person/${merged?.id ?? ""}`, "Zora Hushmore");
    await button("command.record.unmerge").click();
    await button("command.record.unmerge").waitFor({ state: "detached" });
    await toPairs();
    await button("desk.duplicates.record.apart").waitFor();
    expect(teller.problems).toEqual([]);
  });
});
