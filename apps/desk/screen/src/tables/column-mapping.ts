// Columns that a person gave to fields, as the mapping that the server goes by; and a guess of it as columns again.
import type { FormField } from "@tocsin/records";
import type { FieldSource, LookedSheet, TableMapping } from "@tocsin/workspace";

/** Kept word for word beside the record. */
export const keepColumn = "";
/** Left out knowingly. */
export const ignoreColumn = "-";

export interface Column {
  readonly heading: string;
  /** Of the first rows, those that say something. */
  readonly examples: readonly string[];
  /** A field, `where.country` for a part of a place, `keepColumn` or `ignoreColumn`. */
  readonly target: string;
  /** From the heading, and not chosen by a person. */
  readonly isGuess: boolean;
  readonly isConfirmed: boolean;
}

export interface Wanted {
  readonly name: string;
  readonly language: string;
  readonly sheet: LookedSheet;
  /** Row of the headings. */
  readonly headings: number;
  readonly kind: string;
  readonly fields: readonly FormField[];
  readonly columns: readonly Column[];
  /** Forms of dates. */
  readonly dates: readonly string[];
}

const shownExamples = 3;
export const placeParts = ["country", "region", "locality"] as const;
const typed = ["text", "string", "strings", "names", "date", "code", "codes", "integer", "flag", "place"];

/** What a column can go to. */
export function targetsOf(fields: readonly FormField[]): readonly FormField[] {
  return fields.filter(
    ({ type, fixed, secret }) => typed.includes(type) && fixed !== true && secret !== true,
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

export function mappingOf(wanted: Wanted): TableMapping {
  const { name, language, sheet, headings, kind, columns } = wanted;
  const ignore = columns.filter(({ target }) => target === ignoreColumn).map(({ heading }) => heading);
  const targets = new Set(
    columns
      .map(({ target }) => target.split(".")[0] ?? "")
      .filter((each) => each !== "" && each !== ignoreColumn),
  );
  const fields = [...targets].map((field) => [field, sourceOf(field, wanted)] as const);
  return {
    format: "tocsin-mapping",
    version: 1,
    name,
    language,
    sheets: [
      {
        ...(sheet.name === "" ? {} : { sheets: [sheet.name] }),
        headings,
        ...(ignore.length === 0 ? {} : { ignore }),
        records: [{ kind, fields: Object.fromEntries(fields) }],
      },
    ],
  };
}

function sourceOf(name: string, { fields, columns, dates }: Wanted): FieldSource {
  const field = fields.find((each) => each.name === name);
  const own = columns.filter(({ target }) => target.split(".")[0] === name);
  if (field?.type === "place")
    return {
      place: Object.fromEntries(
        own.map(({ target, heading }) => [target.split(".")[1] ?? "country", heading]),
      ),
    };
  const headings = own.map(({ heading }) => heading);
  if (field?.type === "date") return { columns: headings, dates };
  return field?.many === true ? { columns: headings, split: ";" } : { columns: headings };
}

/** Required fields that no column goes to. */
export function lackingFields(
  fields: readonly FormField[],
  columns: readonly Column[],
): readonly FormField[] {
  return fields.filter(
    ({ name, required }) => required === true && !columns.some(({ target }) => target.split(".")[0] === name),
  );
}
