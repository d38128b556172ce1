// Four stories as a case officer tells them, by the command line alone: from nothing to what leaves.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRun, type Ran } from "./run.fake.ts";

let folder: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-story-"));
  await done("vault", "create", join(folder, "vault"));
});
afterEach(() => rm(folder, { recursive: true }));

async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await run(...args, "--text-lang", "en", "--lang", "en");
  expect([args.join(" "), ran.code, ran.code === 0 ? "" : ran.said]).toEqual([args.join(" "), 0, ""]);
  return ran;
}

/** Identifiers of the records that a command wrote. */
async function wrote(...args: readonly string[]): Promise<readonly string[]> {
  return (JSON.parse((await done(...args, "--json")).out) as { records: string[] }).records;
}

async function create(kind: string, ...values: readonly string[]): Promise<string> {
  const [id = ""] = await wrote("record", "create", kind, ...values.flatMap((each) => ["--set", each]));
  return id;
}

async function lacksOf(record: string): Promise<{ lacks: readonly string[]; problems: readonly unknown[] }> {
  const [one] = JSON.parse((await done("lacks", "--record", record, "--json")).out);
  return one;
}

interface Counted {
  /** People, in every status together. */
  readonly people: number;
  /** Why others are not among them. */
  readonly reasons: readonly string[];
}

async function counted(scope: "all" | "indicator"): Promise<Counted> {
  const page = JSON.parse((await done("count", "--scope", scope, "--json")).out) as {
    readonly tables: readonly { readonly total: number }[];
    readonly notCounted: readonly { readonly reason: string }[];
  };
  return {
    people: page.tables.reduce((sum, { total }) => sum + total, 0),
    reasons: page.notCounted.map(({ reason }) => reason),
  };
}

interface Reported {
  readonly html: string;
  readonly json: string;
  readonly withheld: readonly { readonly person: string; readonly reason: string }[];
}

async function report(caseId: string, audience: string): Promise<Reported> {
  const out = join(folder, `out-${audience}`);
  const words = ["--audience", audience, "--format", "html,json", "--out", out, "--json"];
  expect((await run("report", caseId, ...words)).code).toBe(77);
  const ran = await done("report", caseId, ...words, "--approved-by", "B. Approver");
  const { outputs, withheld } = JSON.parse(ran.out) as { outputs: { path: string }[] } & Pick<
    Reported,
    "withheld"
  >;
  const [html = "", json = ""] = await Promise.all(outputs.map(({ path }) => readFile(path, "utf8")));
  return { html, json, withheld };
}

async function attach(caseId: string, title: string): Promise<string> {
  const path = join(folder, "evidence.txt");
  await writeFile(path, `${title}\n`);
  const added = await done("evidence", "add", path, "--title", title, "--case", caseId);
  const [id = ""] = added.out.trim().split(/\s/);
  return id;
}

describe("an arrest for a post", { timeout: 60_000 }, () => {
  it("is told, counted, and leaves without the names that nobody let out", async () => {
    const [caseId = "", incident = "", person = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Arrest after a post",
      "--acts",
      "legal.arrest",
      "--when",
      "2025-09-02~",
      "--where",
      "Example Harbour, Example East, XA",
      "--name",
      "Zora Hushmore",
    );
    expect((await lacksOf(incident)).lacks).toEqual(["narrative", "defence", "defenceGrounds", "sources"]);
    expect(await counted("indicator")).toEqual({ people: 0, reasons: ["not.no-link"] });
    const source = await create(
      "source",
      "title=Her counsel",
      "sourceKind=counsel",
      "reliability=B",
      "credibility=2",
      `case=${caseId}`,
    );
    await done(
      "record",
      "change",
      incident,
      "--set",
      "defence=because-of-work",
      "--set",
      "defenceGrounds=The charge quotes the post.",
      "--set",
      "narrative=Zora Hushmore was taken from home by Bruno Lowrank.",
      "--add",
      `sources=${source}`,
    );
    expect(await lacksOf(incident)).toMatchObject({ lacks: [], problems: [] });
    expect(await counted("indicator")).toEqual({ people: 0, reasons: ["not.actor-unknown"] });

    const officer = await create("person", "name=Bruno Lowrank");
    const part = await create(
      "involvement",
      "role=perpetrator",
      `person=${officer}`,
      `incident=${incident}`,
      `case=${caseId}`,
      "rank=low-official",
    );
    expect((await lacksOf(part)).problems).toMatchObject([{ field: "attribution", problem: "no-ground" }]);
    await done(
      "record",
      "change",
      part,
      "--set",
      "attribution=witness",
      "--set",
      "perpetratorKind=state.executive.police",
    );
    expect((await lacksOf(part)).problems).toEqual([]);
    // The indicator asks for an act of the State; that one is laid at its door is what the part says.
    expect(await counted("indicator")).toEqual({ people: 1, reasons: [] });

    await attach(caseId, "Order of detention");
    const trial = await create(
      "proceeding",
      "title=Trial for false news",
      "proceedingKind=criminal",
      "stage=trial",
      "charges=false-news",
      `case=${caseId}`,
    );
    const [deadline = ""] = await wrote(
      "deadline",
      "count",
      "--title",
      "Appeal",
      "--from",
      "2025-09-23",
      "--days",
      "15",
      "--zone",
      "UTC",
      "--rule",
      "Fifteen days",
      "--rule-source",
      "Counsel",
      "--proceeding",
      trial,
      "--case",
      caseId,
    );
    expect((await lacksOf(deadline)).problems).toMatchObject([{ field: "due", problem: "unconfirmed" }]);

    const before = await report(caseId, "public");
    expect(before.html + before.json).not.toMatch(/Zora|Hushmore|Bruno|Lowrank|Harbour/);
    expect(before.withheld.map(({ reason }) => reason).sort()).toEqual(["accused", "no-consent"]);
    expect(before.html).toContain("Unconfirmed: nobody has confirmed this day yet.");
    await done("deadline", "confirm", "--deadline", deadline, "--by", "Counsel Example");
    expect((await lacksOf(deadline)).problems).toEqual([]);

    await create(
      "consent",
      "scope=Everything",
      `person=${person}`,
      `case=${caseId}`,
      "uses=un-body",
      // What goes to a UN body goes on to the government.
      "namesToGovernment=yes",
      "namesPublished=no",
      "given=2025-09-05",
      "how=representative",
      "language=ar",
    );
    const after = await report(caseId, "un-body");
    expect(after.html).toContain("Zora Hushmore");
    expect(after.html + after.json).not.toMatch(/Bruno|Lowrank/);
    expect(after.html).not.toContain("nobody has confirmed this day yet");
    expect(after.html).toContain("witness");
  });
});

describe("a hacked phone", { timeout: 60_000 }, () => {
  it("says what a trace shows and what it does not, and hands over proof without the owner's name", async () => {
    const [caseId = "", incident = "", person = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Phone infected",
      "--acts",
      "spyware.infection.zero-click",
      "--when",
      "2025-01-28~",

      "--name",
      "Zora Hushmore",
      "--defence",
      "because-of-work",
      "--defence-grounds",
      "Her clients' case",
    );
    expect(await counted("all")).toMatchObject({ people: 1 });
    const evidence = await attach(caseId, "Log of the phone");
    expect((await done("evidence", "verify", evidence)).out).toContain("Intact");
    await done("record", "change", incident, "--add", `evidence=${evidence}`);
    const vendor = await create("organisation", "name=Example Intrusion Works", "organisationKind=company");
    await create(
      "involvement",
      "role=vendor",
      `organisation=${vendor}`,
      `incident=${incident}`,
      `case=${caseId}`,
      "attribution=indicator",
      "degree=supplied",
    );
    const action = await create(
      "action",
      "title=Question to the vendor",
      `case=${caseId}`,
      `organisation=${vendor}`,
      "actionKind=demand.company",
      "sent=2025-03-01",
    );
    expect((await lacksOf(action)).lacks).toEqual(["addressee", "result"]);
    await done(
      "record",
      "change",
      action,
      "--set",
      "addressee=Example Intrusion Works",
      "--set",
      "result=refused",
      "--set",
      "reply=We do not speak about customers.",
      "--set",
      "replied=2025-03-20",
    );
    expect((await lacksOf(action)).lacks).toEqual([]);

    const words = [
      "bundle",
      "make",
      "--case",
      caseId,
      "--audience",
      "court",
      "--approved-by",
      "B. Approver",
      "--out",
    ];
    expect((await run(...words, join(folder, "refused"))).code).toBe(77);
    await done(...words, join(folder, "bundle"), "--without", person);
    expect((await run("bundle", "verify", join(folder, "bundle"))).code).toBe(0);
    const operations = await readFile(join(folder, "bundle", "manifest-sha256.txt"), "utf8");
    expect(operations).not.toMatch(/Hushmore/);
    const told = await report(caseId, "court");
    expect(told.html).not.toContain("Hushmore");
    expect(told.withheld).toMatchObject([{ person, reason: "no-consent" }]);
  });
});

describe("threats to relatives", { timeout: 60_000 }, () => {
  it("tells two incidents of one person, keeps the relative inside, and counts the one who was threatened", async () => {
    const [caseId = "", , defender = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Meeting watched abroad",
      "--acts",
      "transnational.proxy",
      "--when",
      "2025-03-08",
      "--name",
      "Zora Hushmore",
      "--pseudonym",
      "Lantern",
      "--defence",
      "because-of-work",
    );
    const [incident = "", mother = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Mother questioned",
      "--acts",
      "transnational.relatives.questioned",
      "--case",
      caseId,

      "--when",
      "2025-03-12",
      "--name",
      "Salma Hushmore",
      "--role",
      "victim",
      "--defence",
      "relative-of-defender",
    );
    const [again = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Message to the speaker",
      "--acts",
      "harassment.threat.relatives",
      "--case",
      caseId,
      "--person",
      defender,
      "--when",
      "2025-03-13",
      "--defence",
      "because-of-work",
    );
    expect(await counted("all")).toMatchObject({ people: 2 });
    const people = JSON.parse((await done("record", "list", "person", "--json")).out) as { rows: unknown[] };
    expect(people.rows).toHaveLength(2);
    const both = await run("incident", "tell", "--title", "x", "--person", defender, "--name", "y");
    expect(both.code).toBe(64);

    await create("relation", "relation=family.parent", `person=${mother}`, `to=${defender}`);
    await create(
      "eventLink",
      "link=reprisal-for",
      `from=${incident}`,
      `to=${again}`,
      "grounds=She was told so.",
    );
    await done("record", "change", mother, "--add", "flags=relatives-at-risk");
    for (const [person, published] of [
      [defender, "yes"],
      [mother, "no"],
    ] as const)
      await create(
        "consent",
        "scope=As asked",
        `person=${person}`,
        `case=${caseId}`,
        "uses=publication",
        `namesPublished=${published}`,
        "namesToGovernment=no",
        "given=2025-03-20",
        "how=spoken",
        "language=ar",
      );
    const letter = await create(
      "action",
      "title=Letter to the working group",
      `case=${caseId}`,
      "actionKind=un.working-group",
      "addressee=Government of Example C",
      "sent=2025-04",
      "result=reprisal",
    );
    await done("record", "change", letter, "--set", "reprisal=yes", "--set", `reprisalIncident=${incident}`);

    const told = await report(caseId, "public");
    expect(told.html).toContain("Zora Hushmore");
    expect(told.html + told.json).not.toContain("Salma");
    expect(told.withheld).toMatchObject([{ person: mother }]);
    const government = await report(caseId, "government");
    expect(government.html + government.json).not.toMatch(/Hushmore|Zora|Salma/);
    const table = join(folder, "people.csv");
    await done("export", "person", "--audience", "public", "--approved-by", "B. Approver", "--out", table);
    expect(await readFile(table, "utf8")).not.toContain("Salma");
    const consents = JSON.parse((await done("record", "list", "consent", "--json")).out) as {
      rows: { id: string }[];
    };
    for (const { id } of consents.rows)
      await done("consent", "withdraw", "--consent", id, "--on", "2025-05-01");
    await rm(join(folder, "out-public"), { recursive: true });
    const later = await report(caseId, "public");
    expect(later.html + later.json).not.toMatch(/Zora|Salma/);
  });
});

describe("a lawsuit", { timeout: 60_000 }, () => {
  it("keeps the claimant's own words, the hearing and the day, and says who confirmed it", async () => {
    const [caseId = "", incident = ""] = await wrote(
      "incident",
      "tell",
      "--title",
      "Lawsuit over words at a hearing",
      "--acts",
      "legal.slapp.civil",
      "--when",
      "2024-10-01",

      "--name",
      "Zora Hushmore",
      "--defence",
      "because-of-work",
      "--defence-grounds",
      "The claim quotes the hearing",
    );
    const company = await create("organisation", "name=Example Copper Holding", "organisationKind=company");
    await create(
      "involvement",
      "role=perpetrator",
      `organisation=${company}`,
      `incident=${incident}`,
      `case=${caseId}`,
      "attribution=document",
    );
    const claim = await create(
      "source",
      "title=Statement of claim",
      "sourceKind=court-record",
      "reliability=A",
      "credibility=1",
      `case=${caseId}`,
    );
    for (const [voice, words] of [
      ["own-words", "We ask for two million."],
      ["reported", "They ask for three million."],
    ] as const)
      await create(
        "statement",
        `words=${words}`,
        `voice=${voice}`,
        "cited=Example Copper Holding",
        "topic=Sum",
        "said=2024-10-02",
        `source=${claim}`,
        `incident=${incident}`,
        `case=${caseId}`,
      );
    const compared = JSON.parse((await done("statement", "compare", "--incident", incident, "--json")).out);
    expect(compared).toMatchObject([
      { standing: "differs", own: [{ words: { text: "We ask for two million." } }] },
    ]);

    const suit = await create(
      "proceeding",
      "title=Copper Holding against a speaker",
      "proceedingKind=civil",
      "stage=filed",
      `case=${caseId}`,
      `incidents=${incident}`,
      "sum=200000000",
      "currency=XXX",
    );
    expect((await lacksOf(suit)).lacks).toEqual(["charges", "filed", "forum", "country", "outcome"]);
    await create(
      "hearing",
      "title=First hearing",
      `proceeding=${suit}`,
      `case=${caseId}`,
      "when=2025-02-20",
      "zone=UTC",
    );
    const [deadline = ""] = await wrote(
      "deadline",
      "count",
      "--title",
      "Defence",
      "--from",
      "2024-10-10",
      "--days",
      "30",
      "--zone",
      "UTC",

      "--rule",
      "Thirty days from service",
      "--rule-source",
      "Rules of court",
      "--proceeding",
      suit,
      "--case",
      caseId,
    );
    const shown = async (): Promise<string> => (await done("record", "show", deadline)).out;
    expect(await shown()).toContain("due: 2024-11-09");
    expect(await shown()).toContain("Unconfirmed: nobody has confirmed this day yet");
    await done("deadline", "confirm", "--deadline", deadline, "--by", "Counsel Example");
    expect(await shown()).not.toContain("Unconfirmed");
    await done("record", "change", deadline, "--set", "due=2024-11-12");
    expect(await shown()).toContain("Unconfirmed: nobody has confirmed this day yet");

    await attach(caseId, "Statement of claim");
    const told = await report(caseId, "public");
    expect(told.html).toContain("the own words stand first, and both are given");
    expect(told.html).not.toContain("Hushmore");
    expect(told.html).toContain("Unconfirmed: nobody has confirmed this day yet.");
    const counts = JSON.parse(
      (await done("count", "--audience", "public", "--approved-by", "B. Approver", "--json")).out,
    );
    expect(JSON.stringify(counts)).not.toMatch(/"total":1\b/);
  });
});
