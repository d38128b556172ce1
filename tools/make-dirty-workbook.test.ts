// Workbooks of network shutdowns go in by the mapping that people are given, and every cell of them comes out again in the
// open export of the vault: the one that a script made up, and the real one where it is at hand.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { exportOpen } from "@tocsin/vault";
import { importTable, parseMapping, problemsAsCsv, type ImportedTable } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { createSmallWorkspace, sha256Of } from "../packages/workspace/src/small-workspace.fake.ts";
import { shownOf, writeWorkbook } from "./dirty-workbook/write-workbook.ts";
import { dirtySheets } from "./make-dirty-workbook.ts";

interface GivenCell {
  readonly sheet: string;
  readonly row: number;
  readonly heading: string;
  readonly text: string;
}

interface RowThatCameOut {
  readonly kept: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
}

interface TakenIn {
  readonly imported: ImportedTable;
  readonly dry: ImportedTable;
  readonly rows: ReadonlyMap<string, RowThatCameOut>;
}

async function takeIn(bytes: Uint8Array): Promise<TakenIn> {
  const { workspace, vault, stores } = await createSmallWorkspace();
  const text = readFileSync(resolve("examples/mappings/shutdowns.json"), "utf8");
  const mapping = parseMapping(JSON.parse(text), workspace.registry);
  const options = { files: [{ name: "shutdowns.xlsx", bytes }], mapping, sha256: sha256Of };
  const dry = await importTable(workspace, { ...options, dryRun: true });
  const imported = await importTable(workspace, { ...options, dryRun: false });
  const files = new Map<string, string>();
  await exportOpen(vault, sinkOf(files), { ports: { ...stores, primitives: createFakePrimitives("out") } });
  return { imported, dry, rows: rowsIn(files.get("operations.jsonl") ?? "") };
}

function sinkOf(files: Map<string, string>): Parameters<typeof exportOpen>[1] {
  return {
    create: async (path) => {
      const decoder = new TextDecoder();
      let text = "";
      return {
        write: async (bytes) => void (text += decoder.decode(bytes, { stream: true })),
        finish: async () => void files.set(path, text),
        discard: async () => undefined,
      };
    },
  };
}

interface Payload {
  readonly kind?: string;
  readonly record: string;
  readonly patch?: Readonly<Record<string, { readonly set?: unknown; readonly add?: readonly unknown[] }>>;
}

/** Read as a stranger reads an open export: lines of JSON, records by their identifiers. */
function rowsIn(lines: string): ReadonlyMap<string, RowThatCameOut> {
  const records = new Map<string, Record<string, unknown>>();
  const rowIds: string[] = [];
  for (const line of lines.split("\n").filter((each) => each !== "")) {
    const { payload } = JSON.parse(line) as { readonly payload: Payload };
    const values = records.get(payload.record) ?? {};
    for (const [name, { set, add }] of Object.entries(payload.patch ?? {})) values[name] = set ?? add;
    records.set(payload.record, values);
    if (payload.kind === "tableRow") rowIds.push(payload.record);
  }
  const rows = new Map<string, RowThatCameOut>();
  for (const id of rowIds) {
    const values = records.get(id) ?? {};
    const made = (values["records"] ?? []) as readonly string[];
    const place = `${String(values["sheet"])}!${String(values["row"])}`;
    const before = rows.get(place) ?? { kept: {}, texts: [] };
    rows.set(place, {
      kept: { ...before.kept, ...(values["kept"] as RowThatCameOut["kept"] | undefined) },
      texts: [...before.texts, ...made.flatMap((record) => textsIn(records.get(record)))],
    });
  }
  return rows;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** How each given cell came out; `lost` where it did not. */
function standingOf({ heading, text }: GivenCell, row: RowThatCameOut | undefined): string {
  if (row === undefined) return "lost";
  if (row.kept[heading.trim()] === text) return "kept with its row";
  if (row.texts.includes(text)) return "in a field";
  if (row.texts.includes(text.trim())) return "in a field, without white space around it";
  const isJoined = row.texts.some((each) => isPieceOf(text.trim(), each));
  return isJoined ? "in a field, joined with others" : "lost";
}

const joins = [" · ", ": ", "\n", "/"];

function isPieceOf(piece: string, whole: string): boolean {
  const isBefore = (at: number): boolean =>
    at === 0 || joins.some((join) => whole.slice(0, at).endsWith(join));
  const isBehind = (at: number): boolean =>
    at === whole.length || joins.some((join) => whole.slice(at).startsWith(join));
  for (let at = whole.indexOf(piece); at !== -1; at = whole.indexOf(piece, at + 1))
    if (isBefore(at) && isBehind(at + piece.length)) return true;
  return false;
}

function standings(cells: readonly GivenCell[], rows: TakenIn["rows"]): Record<string, number> {
  const counts: Record<string, number> = {};
  const lost: string[] = [];
  for (const cell of cells) {
    const standing = standingOf(cell, rows.get(`${cell.sheet}!${cell.row}`));
    counts[standing] = (counts[standing] ?? 0) + 1;
    if (standing === "lost")
      lost.push(`${cell.sheet}!${cell.row} ${cell.heading}: ${cell.text.slice(0, 60)}`);
  }
  expect(lost).toEqual([]);
  return counts;
}

const isMapped = (sheet: string): boolean => /20\d\d/.test(sheet);

describe("the made-up workbook of shutdowns", () => {
  const committed = readFileSync(resolve("examples/tables/shutdowns-made-up.xlsx"));

  it("is what the script makes", () => {
    expect(Buffer.from(writeWorkbook(dirtySheets())).equals(committed)).toBe(true);
  });

  it("goes in with the report that was read by eye, and every cell of it comes out", async () => {
    const { imported, dry, rows } = await takeIn(committed);
    expect({ ...imported, table: null }).toEqual(dry);
    const report = problemsAsCsv(imported.problems);
    expect(report).toBe(readFileSync(resolve("examples/tables/shutdowns-made-up.report.csv"), "utf8"));
    const cells = dirtySheets()
      .filter(({ name }) => isMapped(name))
      .flatMap(({ name, rows: given }) =>
        givenCells(
          name,
          given.map((row) => row.map(shownOf)),
        ),
      );
    expect(standings(cells, rows)).toEqual({
      "kept with its row": 829,
      "in a field": 238,
      "in a field, joined with others": 155,
      "in a field, without white space around it": 5,
    });
    expect(imported.rows).toBe(14 + 5 + 9 + 9);
  }, 120_000);
});

function givenCells(
  sheet: string,
  [headings = [], ...rows]: readonly (readonly string[])[],
): readonly GivenCell[] {
  return rows.flatMap((cells, at) =>
    cells.flatMap((text, column) =>
      text.trim() === "" ? [] : [{ sheet, row: at + 2, heading: headings[column] ?? "AR", text }],
    ),
  );
}

const folder = resolve("../shared/data/network/shutdowns");

describe.skipIf(!existsSync(folder))("the documented shutdowns of 2016 to 2022", () => {
  it("come in, 1,118 of them, and every cell that somebody else read from the workbook comes out", async () => {
    const { imported, dry, rows } = await takeIn(readFileSync(resolve(folder, "Keepiton_raw_dataset.xlsx")));
    expect({ ...imported, table: null }).toEqual(dry);
    expect(imported).toMatchObject({ rows: 1118, records: { incident: 1118, measure: 1118 } });
    const read = JSON.parse(readFileSync(resolve(folder, "stop_2016_2022.json"), "utf8")) as OtherReading;
    const cells = Object.entries(read)
      .filter(([sheet]) => isMapped(sheet))
      .flatMap(([sheet, list]) => list.flatMap((row, at) => otherCells(sheet, row, at + 2)));
    expect(standings(cells, rows)).toEqual({
      "kept with its row": 20_436,
      "in a field": 5_746,
      "in a field, joined with others": 5_494,
      "in a field, without white space around it": 195,
    });
  }, 240_000);
});

/** The same workbook as another program read it: numbers with a point, dates as counts of days, yes as 1. */
type OtherReading = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

function otherCells(sheet: string, row: OtherReading[string][number], at: number): readonly GivenCell[] {
  return Object.entries(row)
    .filter(([, text]) => text.trim() !== "")
    .map(([heading, text]) => ({ sheet, row: at, heading, text: asShown(heading, text) }));
}

function asShown(heading: string, text: string): string {
  if (!/^-?\d+(\.\d+)?(E\d+)?$/.test(text)) return text;
  if (/^(start|end)_date ?$/.test(heading))
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
  if (/^[A-Z]\w+_affected$/.test(heading)) return text === "1" ? "true" : "false";
  return String(Number(text));
}
