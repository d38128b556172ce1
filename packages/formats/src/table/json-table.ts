// A JSON file of objects, one after the other, as a table of one sheet: a list, or one object a line (JSON Lines). The first
// row has the names, in the order in which they are first met; an item that is no JSON (RFC 8259) is a row that says so, and
// the rest is read on.
import { itemsOf, type JsonItem } from "./json-items.ts";
import { overLimit, tableLimits, type Table, type TableLimits, type TableRow } from "./table.ts";

/** What stands between the texts of a list. */
const listSeparator = "\n";

/** So many items are looked at for their names before the first row is given. */
const namedBy = 1_000;

export interface JsonOptions {
  readonly limits?: Partial<TableLimits>;
}

/** Whether the bytes begin as a list of objects, or as an object. */
export function isJsonTable(bytes: Uint8Array): boolean {
  const [first, second] = firstMarks(bytes);
  return first === "{" ? second === '"' || second === "}" : first === "[" && second === "{";
}

function firstMarks(bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024));
  return head.replaceAll(/\s/g, "").slice(0, 2).split("");
}

/** Its rows throw `formats.limit`. */
export function openJson(bytes: Uint8Array, options: JsonOptions = {}): Table {
  const limits = { ...tableLimits, ...options.limits };
  return {
    format: "json",
    sheets: [{ name: "", hidden: false, rows: () => readRows(bytes, limits) }],
    isWithinLimits: () => false,
    notices: () => [],
  };
}

function* readRows(bytes: Uint8Array, limits: TableLimits): Generator<TableRow> {
  const names = namesOf(bytes, limits);
  if (names.size === 0) return;
  yield { row: 1, cells: [...names.keys()], marks: [] };
  const headings = names.size;
  let row = 1;
  for (const item of itemsOf(bytes, limits.cell)) {
    row += 1;
    if (row > limits.rows) throw overLimit(`more than ${limits.rows} rows`);
    yield item.value === null
      ? brokenRow(row, item, headings)
      : { row, cells: cellsOf(item.value, names), marks: [] };
    if (names.size > limits.columns) throw overLimit(`more than ${limits.columns} columns`, { row });
  }
}

/** Column by name. Names that only a later item has follow at the end, in columns without a heading. */
function namesOf(bytes: Uint8Array, limits: TableLimits): Map<string, number> {
  const names = new Map<string, number>();
  let looked = 0;
  for (const { value } of itemsOf(bytes, limits.cell)) {
    for (const name of Object.keys(value ?? {})) if (!names.has(name)) names.set(name, names.size);
    looked += 1;
    if (names.size > limits.columns)
      throw overLimit(`more than ${limits.columns} columns`, { row: looked + 1 });
    if (looked === namedBy) break;
  }
  return names;
}

function cellsOf(value: Readonly<Record<string, unknown>>, names: Map<string, number>): readonly string[] {
  const cells: string[] = Array.from({ length: names.size }, () => "");
  for (const [name, each] of Object.entries(value)) {
    const column = names.get(name) ?? names.size;
    if (column === names.size) names.set(name, column);
    cells[column] = textOf(each);
  }
  return cells;
}

/** Behind the columns that have a heading, so that nothing of it is taken for a value. */
function brokenRow(row: number, { text }: JsonItem, headings: number): TableRow {
  const cells = [...Array.from({ length: headings }, () => ""), text];
  return { row, cells, marks: [{ column: headings, reason: "bad-item" }] };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join(listSeparator);
  return JSON.stringify(value);
}
