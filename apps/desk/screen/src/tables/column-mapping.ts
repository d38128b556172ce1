// The columns of a sheet, what each can go to, and a guess of that from their headings.
import type { FormField } from "@tocsin/records";
import type { FieldSource, LookedSheet } from "@tocsin/workspace";

/** Kept word for word beside the record. */
export const keepColumn = "";
/** Left out knowingly. */
export const ignoreColumn = "-";

export interface Column {
  readonly heading: string;
  /** Of the first rows, those that say something. */
  readonly examples: readonly string[];
  /** Place of the record that it goes to, among those that a row becomes. */
  readonly record: number;
  /** A field, `where.country` for a part of a place, `keepColumn` or `ignoreColumn`. */
  readonly target: string;
  /** From the heading, and not chosen by a person. */
  readonly isGuess: boolean;
  readonly isConfirmed: boolean;
}

const shownExamples = 3;
export const placeParts = ["country", "region", "locality"] as const;
const typed = ["text", "string", "strings", "names", "date", "code", "codes", "integer", "flag", "place"];
const linked = ["link", "links"];

/** What a column can go to; a link by the number or name of the record that it leads to, which is one of `kinds`. */
export function targetsOf(
  fields: readonly FormField[],
  kinds: ReadonlySet<string> = new Set(),
): readonly FormField[] {
  return fields.filter(
    ({ type, fixed, secret, to = "" }) =>
      (typed.includes(type) || (linked.includes(type) && kinds.has(to))) && fixed !== true && secret !== true,
  );
}

export function columnsOf(
  sheet: LookedSheet,
  headings: number,
  guess: Readonly<Record<string, FieldSource>>,
): readonly Column[] {
  const names = headingNames(sheet.rows.find(({ row }) => row === headings)?.cells ?? []);
  const rows = sheet.rows.filter(({ row }) => row > headings);
  const guessed = new Map(
    Object.entries(guess).flatMap(([field, { columns = [] }]) => columns.map((each) => [each, field])),
  );
  return names.map((heading, at) => {
    const target = guessed.get(heading);
    const examples = rows.flatMap(({ cells }) => ((cells[at] ?? "").trim() === "" ? [] : [cells[at] ?? ""]));
    return {
      heading,
      record: 0,
      examples: examples.slice(0, shownExamples),
      target: target ?? keepColumn,
      isGuess: target !== undefined,
      isConfirmed: false,
    };
  });
}

/** As rows are read: an empty heading is named by its letter, and the second of one name is `name (2)`. */
export function headingNames(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() === "" ? letterOf(at) : cell.trim();
    const key = name.replaceAll(/\s+/g, " ").toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
