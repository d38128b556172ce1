// The whole road by the command line: a blocked site among measurements and spyware on a phone become findings, incidents and
// what is held against commitments; a State is assessed by two raters until the assessment is final; its page counts them, and
// every number of the export leads back to the bytes. All of it is invented.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoad, type Exported, type Listed, type Road } from "./road.ts";

/** It asks about one commitment: a remedy for those who were watched. */
const instrument = "surveillance-remedies";
let road: Road;

beforeAll(() => {
  road = createRoad();
});
afterAll(() => road.place.remove());

interface Thread {
  readonly kind: string;
  readonly label: string;
}

async function assess(country: string, evidence: string): Promise<string> {
  const { json, wrote } = road;
  const [assessment = ""] = await wrote(
    "assessment",
    "begin",
    "--instrument",
    instrument,
    "--title",
    "Surveillance, 2025",
    "--country",
    country,
    "--period",
    "2025",
  );
  const { questions } = await json<{ readonly questions: readonly { readonly id: string }[] }>(
    "instrument",
    "show",
    "--instrument",
    instrument,
  );
  for (const [rater, level] of [
    ["Rater One", "not-met"],
    ["Rater Two", "partly"],
  ] as const) {
    const [rating = ""] = await wrote("rating", "begin", "--assessment", assessment, "--rater", rater);
    for (const [at, { id }] of questions.entries())
      await wrote(
        "rating",
        "answer",
        "--rating",
        rating,
        "--question",
        id,
        "--reasons",
        "We looked.",
        "--level",
        at === 0 ? level : "not-met",
        ...(at === 0 ? ["--evidence", evidence] : []),
      );
    await wrote("rating", "close", "--rating", rating);
  }
  await wrote(
    "assessment",
    "settle",
    "--assessment",
    assessment,
    "--question",
    questions[0]?.id ?? "",
    "--level",
    "not-met",
    "--reasons",
    "Nobody was told.",
  );
  await wrote("assessment", "finish", "--assessment", assessment);
  return assessment;
}

describe("the road from bytes to the page of a State and back", () => {
  it(
    "counts what was found and assessed, and opens every number of the export into evidence",
    { timeout: 600_000 },
    async () => {
      const { at, json, tocsin } = road;
      await tocsin(["vault", "create", at("vault")]);
      await tocsin(["commitment", "load"]);
      const blocked = await road.examined("measurements", { country: "XA", act: "network" });
      const spied = await road.examined("phone", {
        country: "XA",
        act: "spyware",
        more: ["--indicators", at("indicators")],
      });
      const assessment = await assess("XA", spied);
      const { values: assessed } = await json<{
        readonly values: { readonly commitments: readonly string[] };
      }>("record", "show", assessment);
      const [held = ""] = assessed.commitments;
      // What was found is an attempt; that it calls for a remedy is for a person to say.
      await road.wrote(
        "engagement",
        "decide",
        "--record",
        spied,
        "--commitment",
        held,
        "--decision",
        "added",
        "--reason",
        "There was nowhere to complain.",
      );

      const page = await json<{
        readonly incidents: Readonly<Record<string, number>>;
        readonly restsOn: Readonly<Record<string, number>>;
        readonly assessments: readonly {
          readonly record: string;
          readonly finished: string | null;
          readonly levels: readonly object[] | null;
        }[];
      }>("matrix", "page", "--row", "XA");
      expect(page.incidents).toEqual({ reported: 2 });
      expect(page.restsOn).toMatchObject({ findings: 2, of: 2 });
      expect(page.assessments).toMatchObject([
        { record: assessment, levels: [{ levels: { "not-met": 7, partly: 0 }, open: 0, asked: 7 }] },
      ]);
      expect(page.assessments[0]?.finished).toMatch(/^20/);

      const release = ["matrix", "--row", "XA", "--approved-by", "A. Lead"];
      await tocsin([...release, "--audience", "internal", "--json", "--out", at("matrix.json")]);
      const bytes = readFileSync(at("matrix.json"));
      const { numbers } = JSON.parse(bytes.toString("utf8")) as Exported;
      const counted = new Set(numbers.flatMap(({ records }) => records));
      expect([...counted].toSorted()).toEqual([assessment, blocked, spied].toSorted());
      expect(numbers.map((each) => each.counted)).toContain("assessments");
      const threads = new Map<string, readonly string[]>();
      for (const id of counted) {
        const steps = await json<readonly Thread[]>("thread", "--record", id);
        threads.set(
          id,
          steps.flatMap(({ kind, label }) => (kind === "sha256" ? [label] : [])),
        );
      }
      for (const { records, count, counted: what, evidence, opens } of numbers) {
        expect(records).toHaveLength(count);
        expect(opens).toEqual(
          records.map((id) => `#/${what === "assessments" ? "assessment" : "incident"}/${id}`),
        );
        const behind = new Set(records.flatMap((id) => threads.get(id) ?? []));
        expect([what, behind.size > 0]).toEqual([what, true]);
        expect(evidence.toSorted()).toEqual([...behind].toSorted());
      }
      const trail = await json<{ readonly incidents: readonly { readonly record: string }[] }>(
        "matrix",
        "trail",
        "--row",
        "XA",
        "--commitment",
        held,
      );
      expect(trail.incidents.map(({ record }) => record)).toEqual([spied]);

      const { rows: releases } = await json<Listed>("record", "list", "release");
      const { values } = await json<{ readonly values: { readonly sha256: string } }>(
        "record",
        "show",
        releases[0]?.id ?? "",
      );
      expect(values.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));

      await tocsin([...release, "--audience", "public", "--csv", "--out", at("matrix.csv")]);
      const outside = readFileSync(at("matrix.csv"), "utf8");
      expect(outside).toContain('"incidents","reported","",,true,""');
      for (const id of [blocked, spied]) expect(outside).not.toContain(id);
    },
  );
});
