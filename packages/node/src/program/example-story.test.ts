// What the example shows: every family of acts, three countries, and each shape in which people meet consents, accused
// people, deadlines and duplicates.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { acts } from "@tocsin/cases";
import { isJsonObject, type Json } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { loadBuiltInInstruments } from "@tocsin/assess";
import type { AssessmentPage, HomePage } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeExample } from "./make-example.ts";
import type { OpenProgram } from "./open-program.ts";
import { readStory } from "./story.ts";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");
type Row = Readonly<Record<string, Json>>;

function shown(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "undefined" : JSON.stringify(value);
}

describe.skipIf(!existsSync(worker))("the example's story", () => {
  let program: OpenProgram;
  const rows = new Map<string, readonly Row[]>();
  const all = (kind: string): readonly Row[] => rows.get(kind) ?? [];
  const tally = (values: readonly (Json | undefined)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const value of values.flat()) counts[shown(value)] = (counts[shown(value)] ?? 0) + 1;
    return counts;
  };

  beforeAll(async () => {
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    ({ program } = await makeExample({ inputs: "examples", worker, cost }));
    const { view, registry } = program.workspace;
    for (const kind of registry.kinds.keys()) {
      const { rows: found } = await view.list({ kind, limit: 200 });
      const states = await Promise.all(found.map(({ id }) => view.read(id)));
      rows.set(
        kind,
        states.flatMap((state) => (state === undefined ? [] : [valuesOf(state)])),
      );
    }
  });

  afterAll(async () => {
    await program.close();
    rmSync(join(program.folder, ".."), { recursive: true });
  });

  it("has so many records of each kind", async () => {
    const { counts } = (await program.workspace.ask("home", {})) as HomePage;
    expect(counts).toMatchObject({
      case: 12,
      incident: 47,
      person: 33,
      organisation: 15,
      involvement: 87,
      relation: 5,
      eventLink: 6,
      action: 14,
      measure: 20,
      proceeding: 6,
      hearing: 4,
      deadline: 9,
      source: 31,
      statement: 5,
      evidence: 9,
      consent: 14,
      task: 15,
      provision: 2,
      resource: 75,
      assessment: 38,
      rating: 76,
      answer: 666,
      settlement: 89,
      rightOfReply: 11,
      retention: 16,
      questionnaire: 1,
      contribution: 60,
      custody: 2,
      release: 0,
    });
  });

  it("tells of every family of acts, in three countries, in every state of verification", () => {
    const families = (codes: readonly string[]): readonly string[] =>
      [...new Set(codes.map((code) => code.split(".")[0] ?? ""))].sort();
    const told = Object.keys(tally(all("incident").map(({ acts: list }) => list ?? [])));
    const own = acts.terms.map(({ code }) => code).filter((code) => code.includes("."));
    expect(families(told)).toEqual(families(own));
    expect(families(told)).toHaveLength(11);
    const countries = all("incident").map(({ where }) => (isJsonObject(where) ? where["country"] : "none"));
    expect(tally(countries)).toEqual({ XA: 18, XB: 16, XC: 10, none: 3 });
    expect(tally(all("incident").map(({ status }) => status))).toEqual({
      reported: 20,
      corroborated: 24,
      confirmed: 2,
      undefined: 1,
    });
  });

  it("has consents that were given, limited, refused, withdrawn, and for a child whose guardian is unsafe to ask", () => {
    const consents = all("consent");
    const answers = consents.map(
      ({ namesToGovernment, namesPublished, withdrawn }) =>
        `${shown(namesToGovernment)} ${shown(namesPublished)}${withdrawn === undefined ? "" : " withdrawn"}`,
    );
    expect(tally(answers)).toEqual({
      "true true": 2,
      "true false": 2,
      "false true": 2,
      "false false": 6,
      "undefined undefined": 1,
      "false true withdrawn": 1,
    });
    const child = consents.filter(({ guardian }) => guardian === "unsafe-to-ask");
    expect(child).toHaveLength(1);
    expect(child[0]).toHaveProperty("childView");
    expect(child[0]).toHaveProperty("guardianReason");
    expect(all("person").filter(({ child: isChild }) => isChild === true)).toHaveLength(1);
    expect(consents.filter(({ until }) => until === undefined).length).toBeGreaterThan(3);
  });

  it("accuses high and low officials, companies and private people, on every ground", () => {
    const parts = all("involvement").filter(({ attribution }) => attribution !== undefined);
    expect(Object.keys(tally(parts.map(({ attribution }) => attribution))).sort()).toEqual(
      [
        "acknowledged",
        "denied",
        "document",
        "indicator",
        "mandated-body",
        "media",
        "pattern",
        "technical",
        "unknown",
        "victim",
        "witness",
      ].sort(),
    );
    expect(Object.keys(tally(all("involvement").flatMap(({ rank }) => rank ?? []))).sort()).toEqual(
      ["company-leader", "head", "low-official", "middle-official", "private", "senior-official"].sort(),
    );
  });

  it("has dates of other calendars, uncertain ones and open ones, and texts whose original is marked", () => {
    const given = [...all("incident"), ...all("measure")].flatMap(({ whenGiven }) =>
      isJsonObject(whenGiven) ? [whenGiven["calendar"]] : [],
    );
    expect(tally(given)).toEqual({ "solar-hijri": 1, hijri: 1, ethiopian: 1 });
    const dates = all("incident")
      .map(({ when }) => shown(when))
      .join(" ");
    for (const sign of ["~", "?", "XX", "/..", "/"]) expect(dates).toContain(sign);
    const translated = all("incident").flatMap(({ narrativeIn }) =>
      Array.isArray(narrativeIn) ? narrativeIn.filter(isJsonObject) : [],
    );
    expect(
      translated.map(({ origin, reviewedBy }) => `${shown(origin)} ${shown(reviewedBy)}`).sort(),
    ).toEqual([
      "human-translation Example Reviewer",
      "machine-translation undefined",
      "machine-translation undefined",
      "machine-translation-reviewed Example Reviewer",
    ]);
  });

  it("has a deadline that nobody confirmed, and one that a named person did", () => {
    const confirmed = all("deadline").filter(({ confirmedBy }) => confirmedBy !== undefined);
    expect([all("deadline").length, confirmed.length]).toEqual([9, 1]);
    expect(confirmed[0]).toMatchObject({ due: "2025-05-01", countedFrom: "2025-04-01", countedDays: 30 });
  });

  it("has evidence of which only a description is kept, and working copies under an original", () => {
    const reasons = tally(all("evidence").flatMap(({ described }) => described ?? []));
    expect(reasons).toEqual({ "of-a-child": 1, elsewhere: 1, intimate: 1 });
    const copies = all("evidence").filter(({ copyKind }) => copyKind !== undefined);
    expect(tally(copies.map(({ copyKind }) => copyKind))).toEqual({ transcript: 1, translation: 1 });
    for (const { parent, sealed } of copies)
      expect([typeof parent, typeof sealed]).toEqual(["string", "object"]);
  });

  it("has duplicates that wait for a person, and one merge", async () => {
    const pairs = async (kind: string): Promise<readonly (readonly string[])[]> => {
      const found = (await program.workspace.ask("duplicates", { kind })) as {
        readonly pairs: readonly { readonly labels: readonly string[] }[];
      };
      return found.pairs.map(({ labels }) => [...labels].sort());
    };
    expect(await pairs("person")).toEqual([["Yousra Exampel", "Yusra Example"]]);
    expect(await pairs("organisation")).toEqual([
      ["Women's Refuge of Exampel Bay", "Women's Refuge of Example Bay"],
    ]);
    expect((await pairs("incident"))[0]).toEqual([
      "Baton attack on observers of a demonstration",
      "Observers beaten at a protest",
    ]);
    expect(all("person").filter(({ mergedInto }) => mergedInto !== undefined)).toHaveLength(1);
  });

  it("links every record that a case owns to it, and leaves drafts that say what they lack", async () => {
    const owned = ["source", "consent", "proceeding", "action", "statement", "hearing", "deadline"];
    // Registers and rounds of reporting belong to no case: what they are known from does not either.
    const ofNone = (kind: string): number => all(kind).filter((row) => row["case"] === undefined).length;
    expect(owned.filter((kind) => ofNone(kind) > 0).sort()).toEqual(["deadline", "source"]);
    expect(all("deadline").filter((row) => row["case"] === undefined && row["cycle"] === undefined)).toEqual(
      [],
    );
    expect(ofNone("source")).toBe(2);
    const drafts = (await program.workspace.ask("lacks", { kind: "incident" })) as readonly unknown[];
    expect(drafts).toHaveLength(4);
    const engaged = all("incident").filter(({ commitments }) => commitments !== undefined);
    expect(engaged).toHaveLength(38);
  });

  it("has each instrument that fits a State or a vendor rated by two, settled, replied to or met with silence", async () => {
    const { instruments } = await loadBuiltInInstruments();
    const fitting = (subject: string): readonly string[] =>
      instruments.filter(({ subjects }) => subjects.some((each) => each === subject)).map(({ id }) => id);
    const pages: AssessmentPage[] = [];
    const { rows: found } = await program.workspace.view.list({ kind: "assessment", limit: 100 });
    for (const { id } of found)
      pages.push((await program.workspace.ask("assessment.page", { assessment: id })) as AssessmentPage);
    const rated = all("assessment").map(
      ({ instrument, country, subject }) => `${shown(instrument)} ${shown(subject ?? country)}`,
    );
    for (const country of ["XA", "XB", "XC"])
      for (const id of fitting("state")) expect(rated).toContain(`${id} ${country}`);
    const tools = tally(all("assessment").map(({ instrument }) => instrument));
    expect(tools).toMatchObject({ "vendor-due-diligence": 2, "biometric-system": 2, "slapp-screening": 3 });
    for (const page of pages) {
      expect(page.sheets.map(({ closed }) => typeof closed)).toEqual(["string", "string"]);
      expect(page.finished).toBeTypeOf("string");
    }
    const differing = pages.filter(({ agreement }) => agreement !== null);
    expect(differing.length).toBeGreaterThan(20);
    expect(all("settlement").filter(({ dissent }) => dissent !== undefined)).toHaveLength(1);
    expect(all("rightOfReply").filter(({ silence }) => silence !== undefined)).toHaveLength(4);
    expect(all("rightOfReply").filter(({ received }) => received !== undefined)).toHaveLength(7);
  });

  it("fills every register, and holds measures against what the rules say", () => {
    const kinds = tally(all("measure").flatMap(({ measureKind }) => measureKind ?? []));
    expect(kinds).toMatchObject({
      "deployment.biometric": 2,
      "transfer.purchase": 1,
      "transfer.licence": 1,
      "transfer.refusal": 1,
      "restriction.shutdown": 1,
      "restriction.blocking": 1,
      "restriction.content": 1,
      "restriction.data-demand": 1,
      "law.anti-slapp": 2,
      "access.community.licence": 2,
    });
    expect(all("measure").filter(({ commitments }) => commitments !== undefined).length).toBeGreaterThan(10);
  });

  it("is the same each time that it is read", async () => {
    expect(await readStory("examples")).toEqual(await readStory("examples"));
    expect((await readStory("examples")).map(({ name }) => name)).toEqual([
      "1-bulletin",
      "2-country-a",
      "3-country-b",
      "4-country-c",
      "5-desk",
      "6-registers",
      "7-library",
    ]);
  });
});
