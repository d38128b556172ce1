// The whole road by the command line: a blocked site among measurements and spyware on a phone become findings, incidents and
// what is held against commitments; a State is assessed; its page counts them, and every number of the export leads back to
// the bytes. All of it is invented.
import { createHash } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlace, type Place } from "./cli-process.ts";

const examples = resolve(import.meta.dirname, "../examples");
const spyware = "C-SPY-1";
let place: Place;
const at = (name: string): string => join(place.folder, name);

beforeAll(() => {
  place = createPlace();
  for (const name of ["measurements", "phone", "indicators"])
    cpSync(join(examples, name), at(name), { recursive: true });
});
afterAll(() => place.remove());

/** `found`: an examination that found something ends with 10. */
async function tocsin(args: readonly string[], codes: readonly number[] = [0]): Promise<string> {
  const ended = await place.run(args, {
    TOCSIN_VAULT: at("vault"),
    TOCSIN_PASSPHRASE: "a sentence for this journey and no other",
  });
  expect([args.join(" "), codes.includes(ended.code ?? -1) ? "" : `${ended.code} ${ended.said}`]).toEqual([
    args.join(" "),
    "",
  ]);
  return ended.out;
}

// What tests look into; what has another shape fails there.
const json = async <Answer>(...args: readonly string[]): Promise<Answer> =>
  JSON.parse(await tocsin([...args, "--json"])) as Answer;

const wrote = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await json<{ readonly records: readonly string[] }>(...args, "--text-lang", "en")).records;

interface Listed {
  readonly rows: readonly { readonly id: string; readonly label: string }[];
}

interface Exported {
  readonly numbers: readonly {
    readonly row: string;
    readonly reference: string;
    readonly counted: string;
    readonly status: string;
    readonly count: number;
    readonly records: readonly string[];
    readonly opens: readonly string[];
    readonly evidence: readonly string[];
  }[];
}

/** Seals a file or folder, examines it there, and takes one finding into a case, as an incident in a State. */
async function examined(path: string, country: string, more: readonly string[]): Promise<string> {
  const { record } = await json<{ readonly record: string }>("evidence", "add", at(path), "--title", path);
  const known = new Set((await json<Listed>("record", "list", "finding")).rows.map(({ id }) => id));
  await tocsin(["evidence", "examine", record, "--keep", "--consent", "They agreed.", ...more], [0, 10]);
  const found = (await json<Listed>("record", "list", "finding")).rows.filter(({ id }) => !known.has(id));
  for (const { id } of found) {
    const made = await wrote("finding", "take", "--finding", id, "--title", `From ${path}`);
    const incident = made[2] ?? "";
    const { kind, values } = await json<{
      readonly kind: string;
      readonly values: { readonly commitments?: readonly string[] };
    }>("record", "show", incident);
    expect(kind).toBe("incident");
    if ((values.commitments ?? []).length === 0) continue;
    await wrote("record", "change", incident, "--set", `where=${country}`);
    return incident;
  }
  throw new Error(`nothing that engages a commitment was found in ${path}`);
}

async function assess(commitment: string, country: string): Promise<string> {
  const { instruments } = await json<{
    readonly instruments: readonly {
      readonly id: string;
      readonly commitments: readonly string[];
      readonly subjects: readonly string[];
    }[];
  }>("instrument", "list");
  const fitting =
    instruments.find(
      ({ commitments, subjects }) => commitments.includes(spyware) && subjects.includes("state"),
    ) ?? instruments.find(({ subjects }) => subjects.includes("state"));
  const [assessment = ""] = await wrote(
    "assessment",
    "begin",
    "--instrument",
    fitting?.id ?? "",
    "--title",
    "Surveillance, 2025",
    "--country",
    country,
    "--period",
    "2025",
  );
  if (fitting?.commitments.includes(spyware) !== true)
    await wrote("record", "change", assessment, "--add", `commitments=${commitment}`);
  return assessment;
}

describe("the road from bytes to the page of a State and back", () => {
  it(
    "counts what was found, and opens every number of the export into evidence",
    { timeout: 600_000 },
    async () => {
      await tocsin(["vault", "create", at("vault")]);
      await tocsin(["commitment", "load"]);
      const blocked = await examined("measurements", "XA", []);
      const spied = await examined("phone", "XA", ["--indicators", at("indicators")]);
      const matrix = await json<{
        readonly commitments: readonly { readonly record: string; readonly reference: string }[];
        readonly cells: readonly { readonly row: string; readonly commitment: string }[];
      }>("matrix");
      const held = matrix.commitments.find(({ reference }) => reference === spyware);
      expect(held).toBeDefined();
      const assessment = await assess(held?.record ?? "", "XA");

      const page = await json<{
        readonly incidents: Readonly<Record<string, number>>;
        readonly restsOn: Readonly<Record<string, number>>;
        readonly assessments: readonly { readonly record: string }[];
      }>("matrix", "page", "--row", "XA");
      expect(page.incidents).toEqual({ reported: 2 });
      expect(page.restsOn).toMatchObject({ findings: 2, of: 2 });
      expect(page.assessments.map(({ record }) => record)).toEqual([assessment]);

      await tocsin([
        "matrix",
        "--row",
        "XA",
        "--audience",
        "internal",
        "--approved-by",
        "A. Lead",
        "--json",
        "--out",
        at("matrix.json"),
      ]);
      const bytes = readFileSync(at("matrix.json"));
      const { numbers } = JSON.parse(bytes.toString("utf8")) as Exported;
      const counted = new Set(numbers.flatMap(({ records }) => records));
      expect([...counted].toSorted()).toEqual([assessment, blocked, spied].toSorted());
      for (const { records, count, counted: what, evidence, opens } of numbers) {
        expect(records).toHaveLength(count);
        expect(opens).toEqual(
          records.map((id) => `#/${what === "assessments" ? "assessment" : "incident"}/${id}`),
        );
        for (const id of records) {
          const { kind } = await json<{ readonly kind: string }>("record", "show", id);
          const steps = await json<readonly { readonly kind: string; readonly label: string }[]>(
            "thread",
            "--record",
            id,
          );
          const hashes = steps.flatMap((step) => (step.kind === "sha256" ? [step.label] : []));
          // An assessment rests on answers, and has no thread of its own.
          const isIncident = kind === "incident";
          expect([kind, hashes.length > 0]).toEqual([kind, isIncident]);
          expect(hashes.filter((each) => !evidence.includes(each))).toEqual([]);
        }
      }
      const trail = await json<{
        readonly incidents: readonly {
          readonly record: string;
          readonly evidence: readonly { readonly sha256: string }[];
        }[];
      }>("matrix", "trail", "--row", "XA", "--commitment", held?.record ?? "");
      expect(trail.incidents.map(({ record }) => record)).toContain(spied);

      const { rows: releases } = await json<Listed>("record", "list", "release");
      const { values } = await json<{ readonly values: { readonly sha256: string } }>(
        "record",
        "show",
        releases[0]?.id ?? "",
      );
      expect(values.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));

      await tocsin([
        "matrix",
        "--row",
        "XA",
        "--audience",
        "public",
        "--approved-by",
        "A. Lead",
        "--csv",
        "--out",
        at("matrix.csv"),
      ]);
      const outside = readFileSync(at("matrix.csv"), "utf8");
      expect(outside).toContain('"incidents","reported","",,true,""');
      for (const id of [blocked, spied]) expect(outside).not.toContain(id);
    },
  );
});
