import { createHash } from "node:crypto";
import { encodeUtf8 } from "@tocsin/core";
import { encodeWorkbook } from "@tocsin/formats";
import { formOf, type FormField } from "@tocsin/records";
import {
  composedBatches,
  createBuiltInRegistry,
  lookAtTable,
  parseMapping,
  type LookedSheet,
  type TableMapping,
} from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { columnsOf, ignoreColumn } from "./column-mapping.ts";
import { lackingFields, mappingOf, rowLinks, type RecordPlan, type SheetPlan } from "./sheet-plans.ts";

const registry = createBuiltInRegistry();
const fieldsOf = (kind: string): readonly FormField[] => {
  const known = registry.kinds.get(kind);
  if (known === undefined) throw new Error(`no ${kind}`);
  return formOf(known).fields;
};
const record = (kind: string, more: Partial<RecordPlan> = {}): RecordPlan => ({
  kind,
  key: "",
  constants: {},
  ...more,
});

/** `targets`: of each column, such as `0 title`. */
function plan(sheet: LookedSheet, records: readonly RecordPlan[], targets: readonly string[]): SheetPlan {
  const headings = sheet.rows[0]?.row ?? 1;
  const columns = columnsOf(sheet, headings, {}).map((column, at) => {
    const [place = "0", target = ""] = (targets[at] ?? "").split(" ");
    return { ...column, record: Number(place), target };
  });
  return { sheet, headings, records, columns };
}

const wanted = { name: "made up", language: "en", dates: ["D/M/YYYY"], fieldsOf };

/** What going through it without writing counts, and says. */
async function tried(bytes: Uint8Array, mapping: TableMapping): Promise<object> {
  const parsed = parseMapping(structuredClone(mapping), registry);
  const task = { mapping: parsed, table: "a".repeat(26), salt: "s", knownRows: [], isStrict: false };
  const parts = { registry, sha256: (text: string) => createHash("sha256").update(text).digest("hex") };
  const counts: Record<string, number> = {};
  const problems: string[] = [];
  const files = [{ name: "book.xlsx", bytes }];
  for await (const batch of composedBatches({ ...task, files } as never, parts, async () => [])) {
    for (const [kind, count] of Object.entries(batch.records)) counts[kind] = (counts[kind] ?? 0) + count;
    for (const { sheet, row, reason, value } of batch.problems)
      problems.push(`${sheet} ${row} ${reason} ${value}`);
  }
  return { counts, problems };
}

const sheetsOf = (bytes: Uint8Array): readonly LookedSheet[] =>
  lookAtTable([{ name: "book.xlsx", bytes }]).sheets;

describe("what a person says of the sheets of a workbook", () => {
  it("becomes a mapping that the server takes: places by their parts, dates by their forms, the rest kept or left out", () => {
    const sheet = {
      name: "events",
      hidden: false,
      rows: [{ row: 2, cells: ["Title", "When", "Land", "", "Note"] }],
    };
    const targets = ["0 title", "0 when", "0 where.country", "", `0 ${ignoreColumn}`];
    const mapping = mappingOf({ ...wanted, plans: [plan(sheet, [record("incident")], targets)] });
    expect(parseMapping(structuredClone(mapping), registry)).toEqual(mapping);
    expect(mapping.sheets).toEqual([
      {
        sheets: ["events"],
        headings: 2,
        ignore: ["Note"],
        records: [
          {
            kind: "incident",
            as: "incident",
            fields: {
              title: { columns: ["Title"] },
              when: { columns: ["When"], dates: ["D/M/YYYY"] },
              where: { place: { country: "Land" } },
            },
          },
        ],
      },
    ]);
  });

  it("joins events, persons and involvements of three sheets by their numbers, whatever stands first", async () => {
    const bytes = encodeWorkbook([
      {
        name: "involvements",
        rows: [
          ["event", "who", "part"],
          ["E1", "P1", "defender"],
          ["E2", "P2", "witness"],
          ["E9", "P1", "defender"],
        ],
      },
      {
        name: "persons",
        rows: [
          ["no", "name"],
          ["P1", "Alex Example"],
          ["P2", "Robin Example"],
        ],
      },
      {
        name: "events",
        rows: [
          ["no", "title"],
          ["E1", "An arrest"],
          ["E2", "A raid"],
        ],
      },
      { name: "notes", rows: [["anything"], ["a remark"]] },
    ]);
    const [involvements, persons, events, notes] = sheetsOf(bytes);
    if (!involvements || !persons || !events || !notes) throw new Error("sheets are missing");
    const plans = [
      plan(involvements, [record("involvement")], ["0 incident", "0 person", "0 role"]),
      plan(persons, [record("person", { key: "no" })], ["", "0 name"]),
      plan(events, [record("incident", { key: "no" })], ["", "0 title"]),
      plan(notes, [], []),
    ];
    const mapping = mappingOf({ ...wanted, plans });
    expect(mapping.sheets.map(({ sheets }) => sheets)).toEqual([["persons"], ["events"], ["involvements"]]);
    expect(await tried(bytes, mapping)).toEqual({
      counts: { incident: 2, person: 2, involvement: 2 },
      problems: [
        "notes 0 sheet-not-mapped anything",
        "involvements 4 not-here E9",
        "involvements 4 missing ",
      ],
    });
  });

  it("makes several records of one row, linked as they stand together, and a further one only where it is said of", async () => {
    const csv = encodeUtf8("title,who,work\nAn arrest,Alex Example,editor\nA raid,,\n");
    const [sheet] = sheetsOf(csv);
    if (!sheet) throw new Error("no sheet");
    const records = [
      record("incident"),
      record("involvement", { constants: { role: "defender" } }),
      record("person", { key: "who" }),
    ];
    const planned = plan(sheet, records, ["0 title", "2 name", "2 occupation"]);
    expect(rowLinks(planned, fieldsOf).map(({ field, from, to }) => `${from} ${field.name} ${to}`)).toEqual([
      "1 person 2",
      "1 incident 0",
    ]);
    expect(records.map((_, at) => lackingFields(planned, at, fieldsOf))).toEqual([[], [], []]);
    expect(await tried(csv, mappingOf({ ...wanted, plans: [planned] }))).toEqual({
      counts: { incident: 2, person: 1, involvement: 1 },
      problems: [],
    });
  });

  it("leads to several records of another sheet from one cell", async () => {
    const bytes = encodeWorkbook([
      {
        name: "events",
        rows: [
          ["title", "told by"],
          ["An arrest", "S1; S2"],
          ["A raid", "S9"],
        ],
      },
      {
        name: "sources",
        rows: [
          ["no", "title"],
          ["S1", "A neighbour"],
          ["S2", "A paper"],
        ],
      },
    ]);
    const [events, sources] = sheetsOf(bytes);
    if (!events || !sources) throw new Error("sheets are missing");
    const plans = [
      plan(events, [record("incident")], ["0 title", "0 sources"]),
      plan(sources, [record("source", { key: "no" })], ["", "0 title"]),
    ];
    expect(await tried(bytes, mappingOf({ ...wanted, plans }))).toEqual({
      counts: { incident: 2, source: 2 },
      problems: ["events 3 not-here S9"],
    });
  });

  it("says which required field nothing goes to, of each record", () => {
    const sheet = { name: "", hidden: false, rows: [{ row: 1, cells: ["a", "b"] }] };
    const planned = plan(sheet, [record("incident"), record("involvement")], ["0 narrative", ""]);
    const names = (at: number): readonly string[] =>
      lackingFields(planned, at, fieldsOf).map(({ name }) => name);
    expect([names(0), names(1)]).toEqual([["title"], ["role"]]);
  });
});
