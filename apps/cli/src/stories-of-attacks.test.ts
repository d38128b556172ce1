// Two of the four stories as a case officer tells them, by the command line alone: from nothing to what leaves.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  attach,
  beginEachWithVault,
  counted,
  create,
  done,
  lacksOf,
  pathOf,
  report,
  run,
  wrote,
} from "./stories.fake.ts";

beginEachWithVault();

describe("an arrest for a post", { timeout: 120_000 }, () => {
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

describe("a hacked phone", { timeout: 120_000 }, () => {
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
    expect((await run(...words, pathOf("refused"))).code).toBe(77);
    await done(...words, pathOf("bundle"), "--without", person);
    expect((await run("bundle", "verify", pathOf("bundle"))).code).toBe(0);
    const files = (await readdir(pathOf("bundle"), { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
    expect(texts.some((bytes) => bytes.includes("Phone infected"))).toBe(true);
    expect(texts.some((bytes) => bytes.includes("Hushmore"))).toBe(false);
    const told = await report(caseId, "court");
    expect(told.html).not.toContain("Hushmore");
    expect(told.withheld).toMatchObject([{ person, reason: "no-consent" }]);
  });
});
