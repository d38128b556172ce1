// Two of the four stories as a case officer tells them, by the command line alone: from nothing to what leaves.
import { readFile, rm } from "node:fs/promises";
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

describe("threats to relatives", { timeout: 120_000 }, () => {
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
    // A government reads what everybody reads: there she stands by name.
    const government = await report(caseId, "government", "--accept-differences");
    expect(government.html + government.json).not.toMatch(/Hushmore|Zora|Salma/);
    const table = pathOf("people.csv");
    const order = [
      "export",
      "person",
      "--audience",
      "public",
      "--approved-by",
      "B. Approver",
      "--out",
      table,
    ];
    // Her consent is for the case: the table withholds her, whom the report named.
    await done(...order, "--accept-differences");
    expect(await readFile(table, "utf8")).not.toContain("Salma");
    const consents = JSON.parse((await done("record", "list", "consent", "--json")).out) as {
      rows: { id: string }[];
    };
    for (const { id } of consents.rows)
      await done("consent", "withdraw", "--consent", id, "--on", "2025-05-01");
    await rm(pathOf("out-public"), { recursive: true });
    // What left by name is known; it can be withdrawn, and reaches no copy.
    const later = await report(caseId, "public", "--accept-differences");
    expect(later.html + later.json).not.toMatch(/Zora|Salma/);
  });
});

describe("a lawsuit", { timeout: 120_000 }, () => {
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
    expect((await lacksOf(suit)).lacks).toEqual(["charges", "filed", "forum", "country"]);
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
      (
        await done(
          "count",
          "--scope",
          "all",
          "--audience",
          "public",
          "--approved-by",
          "B. Approver",
          "--json",
        )
      ).out,
    );
    // One person is a small number: it stands there, and is hidden.
    expect(await counted("all")).toMatchObject({ people: 1 });
    expect(counts.tables).toMatchObject([{ status: "reported", total: null, cells: [[null]] }]);
  });
});
