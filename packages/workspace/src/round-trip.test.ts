import { encodeBase32, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { createNameFinder, csvOf } from "@tocsin/publish";
import { isSetType, patchOf, valuesOf, type Field, type Kind } from "@tocsin/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOf } from "./all-of.ts";
import { exportRecords } from "./export-records.ts";
import { importRecords } from "./imports/import-records.ts";
import { createBuiltInRegistry } from "./registry.ts";
import { codeOf, createSmallWorkspace, sha256Of } from "./small-workspace.fake.ts";
import { wholeBody } from "./table-bodies.ts";
import { parseWhole, wholeCells, type WholeRecord } from "./whole-form.ts";

const registry = createBuiltInRegistry();
const kinds = [...registry.kinds.values()];

/** What people write, and what breaks tables: formulas, apostrophes, quotes, separators, line ends, scripts, directions. */
const texts = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "''",
      "'",
      " +cmd",
      "@SUM(A1)",
      "-5",
      "＝1",
      "\tx",
      "\r\nx\ny",
      'a "b", c; d | e',
      "زورا هشمور",
      "\u202eenola\u202c",
      "a\u200bb",
      "\ufeffx",
      "_x0041_",
      "\u0001",
      "[[name withheld]]",
      "{}",
      "null",
      "2026-05",
      "ユリア 🜁",
    ),
  )
  .filter((text) => text.trim() !== "" && text.isWellFormed() && !text.includes("\0"));
const languages = fc.constantFrom("en", "ar", "fa", "zh-Hant", "und", "zxx");
const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => encodeBase32(bytes) as RecordId);
const languageTexts = fc.record({ text: texts, lang: languages });
const dates = fc.constantFrom(
  "2026-05-03",
  "2026-05",
  "2026?",
  "2026-05-03/..",
  "201X",
  "2026-05-03/2026-06",
  "2026-05~",
);

function codesOf({ vocabulary = "" }: Field): fc.Arbitrary<Json> {
  const codes = (registry.vocabularies.get(vocabulary)?.terms ?? []).map(({ code }) => code);
  return codes.length === 0 ? fc.constant("own:made-up") : fc.constantFrom(...codes);
}

const places = fc
  .record(
    {
      country: fc.constantFrom("TD", "OM"),
      region: fc.constantFrom("North, upper", "=North"),
      locality: fc.constantFrom("Example; Town", "بلدة"),
      point: fc.tuple(fc.integer({ min: -90e6, max: 90e6 }), fc.integer({ min: -180e6, max: 180e6 })),
    },
    { requiredKeys: ["country"] },
  )
  .map(({ point, ...rest }): Json => (point ? { ...rest, latitude: point[0], longitude: point[1] } : rest));

function elementOf(field: Field): fc.Arbitrary<Json> {
  switch (field.type) {
    case "text":
      return languageTexts;
    case "names":
      return fc.oneof(
        languageTexts,
        languageTexts.map((name) => ({ ...name, used: true })),
      );
    case "translations":
      return fc
        .tuple(languageTexts, codesOf(field), texts)
        .map(([text, origin, by]) => ({ ...text, origin, by, reviewedBy: by }));
    case "given":
      return fc.constantFrom<Json>(
        { calendar: "solar-hijri", text: "1404-02-13" },
        { calendar: "solar-hijri", text: "in the spring" },
      );
    case "string":
    case "strings":
      return texts;
    case "integer":
      return fc.integer();
    case "flag":
      return fc.boolean();
    case "date":
      return dates;
    case "instant":
      return fc.constantFrom("2026-05-03T09:14:00Z", "2026-05-03T09:14:00.5Z");
    case "place":
      return places;
    case "code":
    case "codes":
      return codesOf(field);
    case "link":
    case "links":
      return ids;
    case "data":
      return fc.constantFrom<Json>({ a: [1, "=x", null] }, [], "'text", 5);
    default:
      return field.type satisfies never;
  }
}

/** Every field filled, or some of them left out where nothing else needs them. */
function recordsOf(kind: Kind): fc.Arbitrary<WholeRecord> {
  const fields = Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => [
      name,
      isSetType(field.type)
        ? fc.uniqueArray(elementOf(field), {
            minLength: 1,
            maxLength: 3,
            selector: (each) => JSON.stringify(each),
          })
        : elementOf(field),
    ]),
  );
  const needed = Object.values(kind.fields).flatMap(({ needs, of }) => [needs?.field, of]);
  const requiredKeys = Object.entries(kind.fields)
    .filter(([name, { required }]) => required === true || needed.includes(name))
    .map(([name]) => name);
  return fc.tuple(ids, fc.record(fields, { requiredKeys })).map(([id, values]) => {
    const patch = patchOf(kind, values, registry.isCode);
    const parsed = Object.entries(patch).map(([name, change]): [string, Json] => [
      name,
      "set" in change ? change.set : "add" in change ? [...(change.add ?? [])] : null,
    ]);
    return { id, values: Object.fromEntries(parsed) };
  });
}

type Write = (kind: Kind, records: readonly WholeRecord[]) => Uint8Array;

/** A record at a time, as they come from the log. */
const written =
  (format: "csv" | "xlsx" | "json"): Write =>
  (kind, records) => {
    const body = wholeBody(kind, { finder: createNameFinder([]), format });
    for (const record of records) body.add([{ ...record, kind: kind.name, withheld: [], coarsened: [] }]);
    return body.end(null);
  };
const writers: readonly (readonly [string, Write])[] = [
  ["CSV", written("csv")],
  ["XLSX", written("xlsx")],
  ["JSON", written("json")],
];

describe.each(writers)("records that leave whole as %s", (_, write) => {
  it.each(kinds.map((kind) => [kind.name, kind] as const))(
    "are read again value for value: %s",
    (_name, kind) => {
      fc.assert(
        fc.property(fc.array(recordsOf(kind), { minLength: 1, maxLength: 3 }), (records) => {
          const read = parseWhole(write(kind, records), registry);
          expect(read.kind.name).toBe(kind.name);
          expect([...read.rows()].map(({ id, values }) => ({ id, values }))).toEqual(records);
        }),
        { numRuns: 12, seed: 4180 },
      );
    },
  );

  it("go on in a further column where a cell is too long, and never begin as a formula", () => {
    const kind = registry.kinds.get("incident") as Kind;
    const narrative = { text: `=${"🜁é".repeat(10_000)}`, lang: "en" };
    const record: WholeRecord = {
      id: encodeBase32(new Uint8Array(16)) as RecordId,
      values: { title: { text: "t", lang: "en" }, narrative },
    };
    expect([...parseWhole(write(kind, [record]), registry).rows()]).toMatchObject([
      { values: record.values },
    ]);
    for (const row of [wholeCells(kind, record)])
      for (const cell of row) expect(String(cell ?? "")).not.toMatch(/^\s*[=+\-@]/);
  });
});

describe("a vault's own export", () => {
  const incident = {
    title: "=Followed home",
    acts: ["network.shutdown", "network.throttling"],
    when: "2026-05-03/..",
    where: { country: "TD", region: "North", locality: "Example, Town", latitude: 12_000_001, longitude: -5 },
    narrative: "'quoted' and\r\nturned \u202eround",
  };

  it.each(["csv", "xlsx", "json"] as const)(
    "makes equal records in another vault, once: %s",
    async (format) => {
      const small = await createSmallWorkspace();
      await small.create("incident", incident);
      await small.create("incident", { title: "Another" });
      const leave = async (workspace: typeof small.workspace): Promise<Uint8Array> =>
        (
          await exportRecords(workspace, {
            kind: "incident",
            audience: "internal",
            format,
            isWhole: true,
            approvedBy: { text: "B. Name", lang: "en" },
            sha256: sha256Of,
          })
        ).bytes;
      const bytes = await leave(small.workspace);
      const { workspace, vault } = await createSmallWorkspace();
      expect(await importRecords(workspace, { bytes, dryRun: true })).toMatchObject({ created: 2 });
      expect(await workspace.view.count("incident")).toBe(0);
      expect(await importRecords(workspace, { bytes, dryRun: false })).toMatchObject({ rows: 2, created: 2 });
      const read = async (from: typeof workspace): Promise<unknown> =>
        (await allOf(from.view, "incident")).map((state) => [state.id, valuesOf(state)]);
      expect(await read(workspace)).toEqual(await read(small.workspace));
      const before = vault.counts().operations;
      expect(await importRecords(workspace, { bytes, dryRun: false })).toMatchObject({
        created: 0,
        known: 2,
      });
      expect(vault.counts().operations).toBe(before);
      expect(await leave(workspace)).toEqual(bytes);
    },
  );

  it("never writes over what is there, and says where it differs", async () => {
    const { workspace, create } = await createSmallWorkspace();
    const record = await create("incident", incident);
    const kind = registry.kinds.get("incident") as Kind;
    const other = { title: { text: "Other", lang: "en" }, acts: ["network.throttling", "network.shutdown"] };
    const bytes = written("json")(kind, [{ id: record, values: other }]);
    const imported = await importRecords(workspace, { bytes, dryRun: false });
    expect(imported).toMatchObject({ created: 0, known: 0, differing: [{ row: 1, record, field: "title" }] });
  });

  it.each([
    "",
    "id,title\nx,y\n",
    "tocsin-records-1:nothing\n",
    "tocsin-records-1:incident,nowhere\n" + "a".repeat(26) + ",x\n",
    "tocsin-records-1:incident,title\nnot an id,x\n",
    "tocsin-records-1:incident,title\n" + "a".repeat(26) + ",not json\n",
    "{",
    '{"format":"tocsin-records","version":1,"kind":"incident","records":[5]}',
  ])("refuses what is none: %j", async (text) => {
    const { workspace } = await createSmallWorkspace();
    const code = await codeOf(() => importRecords(workspace, { bytes: encodeUtf8(text), dryRun: false }));
    expect(String(code)).toMatch(/^(records|core)\./);
  });

  it("refuses bytes that are not UTF-8, instead of taking other letters in", async () => {
    const { workspace } = await createSmallWorkspace();
    const bytes = encodeUtf8('{"format":"tocsin-records","version":1,"kind":"incident","records":["?"]}');
    bytes[bytes.indexOf(0x3f)] = 0xff;
    expect(await codeOf(() => importRecords(workspace, { bytes, dryRun: false }))).toBe("core.bad-encoding");
  });

  it("leaves the apostrophes of other tables alone", () => {
    expect(csvOf({ columns: ["c"], rows: [["'x"], ["=x"]] })).toBe('"c"\r\n"\'x"\r\n"\'=x"\r\n');
  });
});
