// A first mapping from the headings of a table, for a person to correct: only what is called as a field is called.
import { kindOf, type Field, type Kind, type Registry } from "@tocsin/records";
import { folded, type FieldSource, type SheetMapping, type TableMapping } from "./mapping.ts";

export interface GuessOptions {
  readonly name: string;
  readonly language: string;
  /** What a field is called, in every language that the headings may be in. */
  readonly labels: (key: string) => readonly string[];
  /** What the rows are, where a person said so; else the kind that most headings fit, two at the least. */
  readonly kind?: string;
}

/** As much of a table as a guess needs. The first row of each sheet has its headings. */
export interface HeadedTable {
  readonly sheets: readonly {
    readonly name: string;
    rows(): Iterable<{ readonly row: number; readonly cells: readonly string[] }>;
  }[];
}

/** Sheets in which no kind is recognised have no records yet. Throws `records.unknown-kind`. */
export function guessMapping(table: HeadedTable, registry: Registry, options: GuessOptions): TableMapping {
  const { kind } = options;
  const kinds = kind === undefined ? [...registry.kinds.values()] : [kindOf(registry, kind)];
  const sheets = table.sheets.flatMap(({ name, rows }): readonly SheetMapping[] => {
    for (const { row, cells } of rows())
      return [
        {
          ...(name === "" ? {} : { sheets: [name] }),
          headings: row,
          records: recordsOf(cells, kinds, options),
        },
      ];
    return [];
  });
  return { format: "tocsin-mapping", version: 1, name: options.name, language: options.language, sheets };
}

function recordsOf(
  headings: readonly string[],
  kinds: readonly Kind[],
  options: GuessOptions,
): SheetMapping["records"] {
  const found = kinds.map((kind) => ({ kind: kind.name, fields: fieldsOf(headings, kind, options) }));
  const best = found.reduce((one, other) =>
    Object.keys(other.fields).length > Object.keys(one.fields).length ? other : one,
  );
  return options.kind === undefined && Object.keys(best.fields).length < 2 ? [] : [best];
}

function fieldsOf(
  headings: readonly string[],
  kind: Kind,
  { labels }: GuessOptions,
): Readonly<Record<string, FieldSource>> {
  const found = Object.entries(kind.fields).flatMap(([name, field]) => {
    if (field.fixed || field.secret) return [];
    const names = [name, ...labels(`${kind.name}.${name}`)].map(folded);
    const heading = headings.find((each) => names.includes(folded(each)));
    return heading === undefined ? [] : [[name, sourceOf(field, heading)] as const];
  });
  return Object.fromEntries(found);
}

function sourceOf({ type }: Field, heading: string): FieldSource {
  const isSet = type === "codes" || type === "strings" || type === "links";
  return isSet ? { columns: [heading], split: ";" } : { columns: [heading] };
}
