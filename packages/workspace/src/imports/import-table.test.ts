import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { encodeWorkbook, openTable } from "@tocsin/formats";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { exportRecords } from "../export-records.ts";
import { createBuiltInRegistry } from "../registry.ts";
import { codeOf, createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { dateOf } from "./dates.ts";
import { guessMapping } from "./guess-mapping.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import { parseMapping, type TableMapping } from "./mapping.ts";

const mapping: TableMapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [
    {
      headings: 1,
      ignore: ["internal"],
      records: [
        {
          kind: "incident",
          key: ["no"],
          fields: {
            title: { columns: ["title"] },
            acts: {
              columns: ["act"],
              split: ";",
              values: { shutdown: "network.shutdown", slow: "network.throttling" },
            },
            when: { columns: ["from"], until: "to", dates: ["D MMMM YYYY"] },
            where: { place: { country: "country", region: "area" } },
          },
        },
        {
          kind: "person",
          as: "target",
          key: ["target"],
          needs: ["target"],
          fields: { name: { columns: ["target"] } },
        },
        {
          kind: "involvement",
          needs: ["target"],
          fields: {
            role: { constant: "defender" },
            person: { record: "target" },
            incident: { record: "incident" },
          },
        },
      ],
    },
  ],
};

const csv = `no,title,act,from,to,country,area,target,internal,remark
1,First,Shutdown; slow,2026-05-03,4 May 2026,Chad,North,Alex Example,x,see file
2,Second,Unheard of,3/4/2026,,Nowhere,,Alex Example,x,
1,First,slow,2026-05-03,4 May 2026,Chad,North,Zora Made-Up,x,
3,,slow,,,,,,x,
`;

async function run(
  workspace: Workspace,
  text: string | Uint8Array,
  more: { readonly dryRun?: boolean; readonly mapping?: TableMapping } = {},
): Promise<ImportedTable> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return importTable(workspace, {
    files: [{ name: "made-up.csv", bytes }],
    mapping,
    dryRun: false,
    sha256: sha256Of,
    ...more,
  });
}

const shortly = ({ problems }: ImportedTable): readonly string[] =>
  problems.map(
    ({ row, column, value, field, reason, effect }) =>
      `${column}${row} ${field} ${reason} ${effect} ${value}`,
  );

describe("a table that is taken in", () => {
  it("says every problem by its place, and nothing is written on a dry run", async () => {
    const { workspace, vault } = await createSmallWorkspace();
    const before = vault.counts().operations;
    const dry = await run(workspace, csv, { dryRun: true });
    expect(shortly(dry)).toEqual([
      "C3 incident.acts unknown-value kept Unheard of",
      "D3 incident.when not-a-date kept 3/4/2026",
      "F3 incident.where unknown-value kept Nowhere",
      "5 incident.title missing record-left-out 3",
    ]);
    expect(dry).toMatchObject({
      table: null,
      rows: 4,
      knownRows: 0,
      records: { incident: 2, person: 2, involvement: 3 },
      keptCells: 11,
    });
    expect(vault.counts().operations).toBe(before);
    expect(await run(workspace, csv, { dryRun: true })).toEqual(dry);
  });

  it("makes records that are joined, each once, and keeps word for word what is in no field", async () => {
    const { workspace } = await createSmallWorkspace();
    expect(await run(workspace, csv)).toMatchObject({ records: { incident: 2, person: 2, involvement: 3 } });
    const [first, second] = (await allOf(workspace.view, "incident")).map((state) => ({
      id: state.id,
      ...valuesOf(state),
    }));
    expect(first).toMatchObject({
      title: { text: "First", lang: "en" },
      acts: ["network.shutdown", "network.throttling"],
      when: "2026-05-03/2026-05-04",
      where: { country: "TD", region: "North" },
    });
    expect(second).not.toHaveProperty("when");
    const involved = await workspace.view.linked(first?.id ?? ("" as never), {
      kind: "involvement",
      field: "incident",
    });
    expect(involved).toHaveLength(2);
    const rows = (await allOf(workspace.view, "tableRow")).map(valuesOf);
    expect(rows.map(({ kept }) => kept)).toEqual([
      { no: "1", act: "Shutdown; slow", remark: "see file" },
      { no: "2", act: "Unheard of", from: "3/4/2026", country: "Nowhere" },
      { no: "1", act: "slow" },
      { no: "3", act: "slow" },
    ]);
  });

  it("takes in once what comes twice, and of a longer file only what is new", async () => {
    const { workspace, vault } = await createSmallWorkspace();
    await run(workspace, csv);
    const before = vault.counts().operations;
    expect(await run(workspace, csv)).toMatchObject({
      table: null,
      rows: 4,
      knownRows: 4,
      records: {},
      problems: [{}, {}, {}],
    });
    expect(vault.counts().operations).toBe(before);
    const more = await run(workspace, `${csv}1,Another title,slow,2026-05-03,,Chad,North,New Person,x,\n`);
    expect(more).toMatchObject({ rows: 5, knownRows: 4, records: { person: 1, involvement: 1 } });
    expect(more.problems.filter(({ reason }) => reason === "differs").map(({ field }) => field)).toEqual([
      "incident.title",
      "incident.when",
    ]);
    expect(await workspace.view.count("incident")).toBe(2);
  });

  it("joins sheets by their record numbers, and says where a number leads nowhere", async () => {
    const { workspace } = await createSmallWorkspace();
    const acts = [
      ["2103", "2109"],
      ["7", "network.shutdown"],
      ["8", "network.throttling"],
    ];
    const bytes = encodeWorkbook([
      {
        name: "events",
        rows: [
          ["0101", "0102"],
          ["7", "An event"],
        ],
      },
      { name: "acts", rows: acts },
    ]);
    const headings = 1;
    const sheets = [
      {
        sheets: ["events"],
        headings,
        records: [{ kind: "incident", key: ["0101"], fields: { title: { columns: ["0102"] } } }],
      },
      {
        sheets: ["acts"],
        headings,
        records: [{ kind: "incident", key: ["2103"], fields: { acts: { columns: ["2109"] } } }],
      },
    ];
    const joined = await run(workspace, bytes, { mapping: { ...mapping, sheets } });
    expect(shortly(joined)).toEqual(["3 incident.title not-here record-left-out 8"]);
    const [incident, ...more] = (await allOf(workspace.view, "incident")).map(valuesOf);
    expect(more).toEqual([]);
    expect(incident).toMatchObject({ title: { text: "An event" }, acts: ["network.shutdown"] });
  });

  it("leaves nothing when it is stopped", async () => {
    const { workspace, vault } = await createSmallWorkspace();
    const long = csv + Array.from({ length: 200 }, (_, at) => `${at + 10},Row ${at},slow,,,,,,,\n`).join("");
    const stop = new AbortController();
    const options = {
      files: [{ name: "x", bytes: new TextEncoder().encode(long) }],
      mapping,
      dryRun: false,
      sha256: sha256Of,
    };
    const stopped = importTable(workspace, {
      ...options,
      signal: stop.signal,
      onProgress: (rows) => rows > 150 && stop.abort(new Error("stopped")),
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(vault.problems().map(({ kind }) => kind)).toEqual(["incomplete-step"]);
    expect(await workspace.view.count("incident")).toBe(0);
    expect((await run(workspace, csv)).records).toMatchObject({ incident: 2 });
  });

  it("refuses a mapping that names no field of ours", async () => {
    const registry = createBuiltInRegistry();
    const [sheet] = mapping.sheets;
    const wrong = {
      ...mapping,
      sheets: [{ ...sheet, records: [{ kind: "incident", fields: { nowhere: {} } }] }],
    };
    expect(await codeOf(() => parseMapping(wrong, registry))).toBe("records.unknown-field");
    for (const bad of [
      null,
      {},
      { ...mapping, sheets: [] },
      { ...mapping, sheets: [{ headings: 0, records: [] }] },
    ])
      expect(await codeOf(() => parseMapping(bad, registry))).toBe("records.bad-input");
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)), registry)).toEqual(mapping);
    for (const name of ["shutdowns", "huridocs", "uwazi"]) {
      const text = readFileSync(resolve(`examples/mappings/${name}.json`), "utf8");
      expect(parseMapping(JSON.parse(text), registry).sheets.length).toBeGreaterThan(0);
    }
  });

  it("guesses from headings that are called as fields are", () => {
    const registry = createBuiltInRegistry();
    const table = openTable(encodeWorkbook([{ name: "s", rows: [["Title", "WHEN", "acts", "other"]] }]));
    const guessed = guessMapping(table, registry, { name: "n", language: "en", labels: () => [] });
    expect(guessed.sheets[0]?.records).toEqual([
      {
        kind: "incident",
        fields: {
          title: { columns: ["Title"] },
          acts: { columns: ["acts"], split: ";" },
          when: { columns: ["WHEN"] },
        },
      },
    ]);
  });

  it("guesses for the kind that a person named, however few headings fit it, by names in any language", () => {
    const registry = createBuiltInRegistry();
    const table = openTable(encodeWorkbook([{ name: "s", rows: [["Titel", "when"]] }]));
    const labels = (key: string): readonly string[] => (key === "case.title" ? ["Title", "Titel"] : []);
    const options = { name: "n", language: "de", labels };
    expect(guessMapping(table, registry, { ...options, kind: "case" }).sheets[0]?.records).toEqual([
      { kind: "case", fields: { title: { columns: ["Titel"] } } },
    ]);
    expect(guessMapping(table, registry, options).sheets[0]?.records).toEqual([]);
  });

  it.each([
    ["24 June 2019", "2019-06-24"],
    ["2019-06", "2019-06"],
    ["June 2019", "2019-06"],
    ["31 February 2019", null],
    ["6/24/2019", null],
    ["43638", null],
    ["Unkown ", null],
  ])("reads %s as %s", (text, date) => {
    expect(dateOf(text, ["D MMMM YYYY", "MMMM YYYY"])).toBe(date);
  });
});

const workbook = resolve("../shared/data/network/shutdowns/Keepiton_raw_dataset.xlsx");
const shutdowns: unknown = JSON.parse(readFileSync(resolve("examples/mappings/shutdowns.json"), "utf8"));

describe.skipIf(!existsSync(workbook))("the documented shutdowns of 2016 to 2022", () => {
  it("come in and go out, 1,118 of them, with the same report each time", async () => {
    const { workspace } = await createSmallWorkspace();
    const own = parseMapping(shutdowns, workspace.registry);
    const bytes = readFileSync(workbook);
    const dry = await run(workspace, bytes, { mapping: own, dryRun: true });
    const imported = await run(workspace, bytes, { mapping: own });
    expect({ ...imported, table: null }).toEqual(dry);
    expect(imported).toMatchObject({ rows: 1118, knownRows: 0, records: { incident: 1118, measure: 1118 } });
    expect(imported.counts).toEqual({
      "bad-value": 22,
      comments: 1,
      formula: 758,
      "invisible-characters": 3,
      "not-a-date": 4,
      "sheet-not-mapped": 1,
      "unknown-value": 6,
    });
    const out = await exportRecords(workspace, {
      kind: "measure",
      audience: "internal",
      format: "csv",
      approvedBy: { text: "B. Name", lang: "en" },
      sha256: sha256Of,
    });
    expect(out.rows).toBe(1118);
    expect([...(openTable(out.bytes).sheets[0]?.rows() ?? [])]).toHaveLength(1119);
  }, 120_000);
});
