// Two of the four stories as a case officer tells them in the desk, from an empty vault: from nothing to what leaves.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { picture } from "./real-desk.ts";
import { asPage, attach, hashOf, pictures, placeOn, startStory, zone, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;

describe.skipIf(missing)("an arrest for a post", () => {
  let teller: Teller;
  const at: Record<string, string> = {};
  beforeAll(async () => {
    teller = await startStory({ locale: "en", width: 1280 });
  });
  afterAll(() => teller.close());

  it("is told with its link to the defence of rights, and says what is still to be said", async () => {
    const { page, type, choose, press, show, shows, hides, look, link, make, keeps, t } = teller;
    await page.locator('a[href="#/happened"]').click();
    await type("desk.happened.title", "Arrest after a post");
    await choose("incident.acts", "acts.legal.arrest.label");
    await type("incident.when", "2025-09-02~");
    await type("desk.place.region", "Example East");
    await type("desk.place.locality", "Example Harbour");
    await type("incident.narrative", "Zora Hushmore was taken from home by Bruno Lowrank.");
    await choose("incident.defence", "defenceLinks.because-of-work.label");
    await type("incident.defenceGrounds", "The charge quotes the post.");
    await look("arrest-01-told");
    await press("action.next");
    await type("person.name", "Zora Hushmore");
    await look("arrest-02-whom");
    await press("desk.happened.write");
    await shows("What consent is missing");
    await look("arrest-03-sheet");
    at["case"] = await hashOf(teller, "desk.happened.to-case");
    at["incident"] = await hashOf(teller, "desk.happened.to-incident");
    await teller.follow("desk.happened.to-incident");
    await shows(t("desk.lacks.fields", { list: "Sources" }));
    at["source"] = await make("source", "source.title", "Her counsel");
    await choose("source.sourceKind", "sourceKinds.counsel.label");
    await choose("source.reliability", "reliability.B.label");
    await choose("source.credibility", "credibility.2.label");
    await keeps(at["source"], { sourceKind: "counsel", reliability: "B", credibility: "2" });
    await look("arrest-04-source");
    await show(at["incident"], "Arrest after a post");
    await link("incident.sources", "Her counsel");
    await hides("Still to be said");
    expect(await teller.ask("record.show", { record: idIn(at["incident"]) })).toMatchObject({
      values: { sources: [idIn(at["source"])] },
    });
  });

  it("names an accused with the ground of it, and counts the person once the State is named", async () => {
    const { page, show, begin, choose, linkNew, add, shows, hides, look } = teller;
    await show(at["incident"] ?? "", "Arrest after a post");
    expect(await counted(teller)).toBe(0);
    await begin("involvement");
    await choose("involvement.role", "roles.perpetrator.label");
    // Nobody wrote him down before: the field that names him does.
    await linkNew("involvement.person", "Bruno Lowrank", "person");
    await choose("involvement.rank", "ranks.low-official.label");
    // It belongs to the case of the incident without being told so.
    await placeOn(page)
      .getByRole("group", { name: "Case", exact: true })
      .getByRole("link", { name: "Arrest after a post" })
      .waitFor();
    await add();
    await shows("somebody is accused, and nobody has written down on what ground");
    await look("arrest-05-accused");
    await choose("involvement.attribution", "attributionGrounds.witness.label");
    await hides("somebody is accused, and nobody has written down on what ground");
    await choose("involvement.perpetratorKind", "perpetratorKinds.state.executive.police.label");
    await expect.poll(() => counted(teller)).toBe(1);
  });

  it("goes to court, with a hearing and a day that nobody has confirmed", async () => {
    const { page, show, begin, type, choose, add, shows, follow, look } = teller;
    await show(at["incident"] ?? "", "Arrest after a post");
    await begin("proceeding");
    await type("proceeding.title", "Trial for false news");
    await choose("proceeding.proceedingKind", "proceedingKinds.criminal.label");
    await choose("proceeding.stage", "proceedingStages.trial.label");
    await choose("proceeding.charges", "chargeFamilies.false-news.label");
    at["proceeding"] = await add();
    await look("arrest-06-proceeding");
    await begin("hearing");
    await type("hearing.title", "First hearing");
    await type("hearing.when", "2025-09-20");
    await zone(teller, "hearing.zone");
    await add();
    await show(at["proceeding"], "Trial for false news");
    await follow("command.deadline.count");
    await page.getByRole("heading", { name: "Count the days to a deadline" }).waitFor();
    await type("deadline.title", "Appeal");
    await type("command.deadline.count.from", "2025-09-23");
    await type("command.deadline.count.days", "15");
    await zone(teller, "deadline.zone");
    await type("deadline.rule", "Fifteen days");
    await type("deadline.ruleSource", "Counsel");
    await look("arrest-07-count");
    at["deadline"] = await add();
    await shows("Unconfirmed: nobody has confirmed this day yet");
    expect(await page.getByRole("textbox", { name: "Due", exact: true }).inputValue()).toBe("2025-10-08");
    await look("arrest-08-deadline");
  });

  it("leaves without the names that nobody let out", async () => {
    const { show, look, report, press, type, hides } = teller;
    await show(at["case"] ?? "", "Arrest after a post");
    await attach(teller, "Order of detention");
    await look("arrest-09-case");
    await pictures(teller, at["case"] ?? "", "Arrest after a post");
    const before = await report(at["case"] ?? "", "public");
    expect(before.text + before.html).not.toMatch(/Zora|Hushmore|Bruno|Lowrank|Harbour/);
    expect(before.withheld).toContain("Zora Hushmore");
    expect(before.withheld).toContain("Accused: withheld by default");
    expect(before.html).toContain("Unconfirmed: nobody has confirmed this day yet.");
    await look("arrest-10-report");
    await show(at["deadline"] ?? "", "Appeal");
    await type("desk.deadline.who", "Counsel Example");
    await press("command.deadline.confirm");
    await hides("Unconfirmed: nobody has confirmed this day yet");
  });

  it("leaves with the one name that she let out, to those whom she let it go to", async () => {
    const { page, show, begin, type, choose, link, answer, add, look, report } = teller;
    await show(at["case"] ?? "", "Arrest after a post");
    await page.getByRole("link", { name: "Zora Hushmore", exact: true }).first().click(asPage);
    await page.getByRole("heading", { level: 1, name: "Zora Hushmore" }).waitFor();
    await begin("consent");
    await type("consent.scope", "Everything that counsel may send on");
    await link("consent.case", "Arrest after a post");
    await choose("consent.uses", "consentUses.un-body.label");
    // What goes to a UN body goes on to the government.
    await answer("consent.namesToGovernment", "yes");
    await answer("consent.namesPublished", "no");
    await type("consent.given", "2025-09-05");
    await choose("consent.how", "consentHow.representative.label");
    await page.getByLabel("Language in which it was asked", { exact: true }).selectOption("ar");
    await look("arrest-11-consent");
    await add();
    const told = await report(at["case"] ?? "", "un-body");
    expect(told.html).toContain("Zora Hushmore");
    expect(told.text).toContain("Zora Hushmore");
    expect(told.text + told.html).not.toMatch(/Bruno|Lowrank/);
    expect(told.html).not.toContain("nobody has confirmed this day yet");
    expect(told.html).toContain("witness");
    const published = await report(at["case"] ?? "", "public");
    expect(published.text + published.html).not.toMatch(/Zora|Hushmore/);
    expect(teller.problems).toEqual([]);
  });
});

describe.skipIf(missing)("a hacked phone", () => {
  let teller: Teller;
  const at: Record<string, string> = {};
  beforeAll(async () => {
    teller = await startStory({ locale: "en", width: 1280, scheme: "dark" });
  });
  afterAll(() => teller.close());

  it("is told, and its backup is sealed, examined and taken into the case", async () => {
    const { page, desk, t, type, choose, press, show, look } = teller;
    const main = page.getByRole("main");
    await page.locator('a[href="#/happened"]').click();
    await type("desk.happened.title", "Phone infected");
    await choose("incident.acts", "acts.spyware.infection.zero-click.label");
    await type("incident.when", "2025-01-28~");
    await choose("incident.defence", "defenceLinks.because-of-work.label");
    await type("incident.defenceGrounds", "Her clients’ case");
    await press("action.next");
    await type("person.name", "Zora Hushmore");
    await press("desk.happened.write");
    at["case"] = await hashOf(teller, "desk.happened.to-case");
    at["incident"] = await hashOf(teller, "desk.happened.to-incident");
    await show(at["case"], "Phone infected");
    const zoneOf = page.getByRole("region", { name: t("desk.evidence.add"), exact: true });
    await zoneOf.locator("input[webkitdirectory]").setInputFiles(join(desk.home, "inputs", "phone"));
    await zoneOf.getByLabel(t("desk.evidence.consent"), { exact: true }).fill("The owner, in person.");
    await zoneOf.getByRole("button", { name: t("desk.evidence.seal"), exact: true }).click();
    await main.getByRole("link", { name: "phone", exact: true }).first().click(asPage);
    await page.getByRole("heading", { level: 1, name: "phone", exact: true }).waitFor();
    at["evidence"] = new URL(page.url()).hash;
    await press("desk.evidence.verify");
    await main.locator(".verified").filter({ hasText: "Intact" }).waitFor();
    await look("phone-01-evidence");
    await main
      .locator("summary")
      .filter({ hasText: t("desk.evidence.examine") })
      .click();
    const picker = page.getByRole("group", { name: t("desk.indicators"), exact: true });
    await picker.getByRole("button", { name: /^Choose: / }).click();
    for (const folder of ["inputs", "indicators"])
      await picker.getByRole("button", { name: `${folder}/`, exact: true }).click();
    await picker.getByRole("button", { name: t("desk.picker.this-folder"), exact: true }).click();
    await main
      .locator("details")
      .getByRole("button", { name: t("desk.evidence.examine"), exact: true })
      .click();
    await page.getByRole("heading", { name: t("desk.examination.phone") }).waitFor();
    await main.getByRole("button", { name: /^Keep .* findings? in the vault/ }).click();
    await main
      .getByRole("link", { name: /· Messages/ })
      .first()
      .click();
    await page.getByText(t("desk.finding.harmless")).first().waitFor();
    await look("phone-02-finding");
    at["finding"] = new URL(page.url()).hash;
    await teller.link("desk.finding.take.into", "Phone infected");
    await page.getByRole("heading", { level: 1, name: "Phone infected" }).waitFor();
    expect(await teller.ask("record.show", { record: idIn(at["finding"]) })).toMatchObject({
      values: { case: idIn(at["case"]) },
    });
  });

  it("keeps a transcript under its original, and a picture by its description alone", async () => {
    const { page, desk, t, type, choose, show, follow, add, shows, look } = teller;
    const main = page.getByRole("main");
    await show(at["evidence"] ?? "", "phone");
    await main
      .locator("summary")
      .filter({ hasText: t("desk.evidence.copy") })
      .click();
    const zoneOf = page.getByRole("region", { name: t("desk.evidence.copy"), exact: true });
    await zoneOf
      .locator("input[type=file]:not([webkitdirectory])")
      .setInputFiles(join(desk.home, "inputs", "measurements", "garden.jsonl"));
    const seal = zoneOf.getByRole("button", { name: t("desk.evidence.seal"), exact: true });
    expect(await seal.isDisabled()).toBe(true);
    await choose("evidence.copyKind", "workingCopyKinds.transcript.label");
    await zoneOf.getByLabel(t("evidence.title"), { exact: true }).fill("Transcript of the messages");
    await zoneOf.getByLabel(t("evidence.copyHow"), { exact: true }).fill("Typed by hand.");
    await look("phone-03-copying");
    await seal.click();
    await main.getByRole("link", { name: "Transcript of the messages", exact: true }).first().click(asPage);
    await page.getByRole("heading", { level: 1, name: "Transcript of the messages" }).waitFor();
    await shows("Typed by hand.");
    await main.getByRole("link", { name: "phone", exact: true }).first().waitFor();
    await look("phone-04-copy");
    await show(at["case"] ?? "", "Phone infected");
    await follow("command.evidence.describe");
    await type("evidence.title", "Picture from her phone");
    await type("evidence.description", "An intimate picture that was sent to her.");
    await choose("command.evidence.describe.reason", "describedReasons.intimate.label");
    await look("phone-05-describe");
    await add();
    await shows("A description alone: the bytes are not kept");
    expect(await main.getByRole("button", { name: t("desk.evidence.verify"), exact: true }).count()).toBe(0);
    await look("phone-06-described");
  });

  it("is laid at the vendor’s door as far as the ground goes, and the vendor is asked", async () => {
    const { show, begin, type, choose, make, link, add, shows, hides, keeps, look, t } = teller;
    await make("organisation", "organisation.name", "Example Intrusion Works");
    await show(at["incident"] ?? "", "Phone infected");
    await begin("involvement");
    await choose("involvement.role", "roles.vendor.label");
    await link("involvement.organisation", "Example Intrusion Works");
    await choose("involvement.attribution", "attributionGrounds.indicator.label");
    await choose("involvement.degree", "degrees.supplied.label");
    await look("phone-07-vendor");
    await add();
    await show(at["incident"] ?? "", "Phone infected");
    await begin("action");
    await type("action.title", "Question to the vendor");
    await choose("action.actionKind", "actionKinds.demand.company.label");
    await type("action.sent", "2025-03-01");
    await link("action.organisation", "Example Intrusion Works");
    const action = await add();
    await shows(t("desk.lacks.fields", { list: "To whom, What came of it" }));
    await type("action.addressee", "Example Intrusion Works");
    await choose("action.result", "actionResults.refused.label");
    await type("action.reply", "We do not speak about customers.");
    await type("action.replied", "2025-03-20");
    await keeps(action, { result: "refused", replied: "2025-03-20" });
    await hides("Still to be said");
    await look("phone-08-action");
    expect(await teller.ask("record.show", { record: idIn(action) })).toMatchObject({
      values: { case: idIn(at["case"]), organisation: expect.any(String) as unknown },
    });
  });

  it("is told to a court without the owner’s name", async () => {
    const told = await teller.report(at["case"] ?? "", "court");
    expect(told.text + told.html).not.toContain("Hushmore");
    expect(told.withheld).toContain("Zora Hushmore");
    expect(told.html).toContain("We do not speak about customers.");
    expect(told.html).toContain("it matches a published campaign; that is a lead, not proof.");
    expect(told.html).toContain("A description alone is kept, without the file.");
    await picture(teller.page, "phone-09-report");
    expect(teller.problems).toEqual([]);
  });
});

function idIn(address = ""): string {
  return address.split("/").at(-1) ?? "";
}

/** People whom the indicator counts, in every status together. */
async function counted({ ask }: Teller): Promise<number> {
  const { tables } = (await ask("count", { scope: "indicator" })) as {
    readonly tables: readonly { readonly total: number }[];
  };
  return tables.reduce((sum, { total }) => sum + total, 0);
}
