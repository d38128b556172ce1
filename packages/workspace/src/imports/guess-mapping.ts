// A first mapping from the headings of a table, for a person to correct: only what is called as a field is called.
import type { Table } from "@tocsin/formats";
import type { Field, Kind, Registry } from "@tocsin/records";
import { folded, type FieldSource, type SheetMapping, type TableMapping } from "./mapping.ts";

export interface GuessOptions {
  readonly name: string;
  readonly language: string;
  /** The label of a field in the person's language. */
  readonly label: (key: string) => string;
}

/** Sheets in which no kind is recognised have no records yet. */
export function guessMapping(table: Table, registry: Registry, options: GuessOptions): TableMapping {
  const kinds = [...registry.kinds.values()];
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
  return Object.keys(best.fields).length < 2 ? [] : [best];
}

function fieldsOf(
  headings: readonly string[],
  kind: Kind,
  { label }: GuessOptions,
): Readonly<Record<string, FieldSource>> {
  const found = Object.entries(kind.fields).flatMap(([name, field]) => {
    if (field.fixed || field.secret) return [];
    const names = [name, label(`${kind.name}.${name}`)].map(folded);
    const heading = headings.find((each) => names.includes(folded(each)));
    return heading === undefined ? [] : [[name, sourceOf(field, heading)] as const];
  });
  return Object.fromEntries(found);
}

function sourceOf({ type }: Field, heading: string): FieldSource {
  const isSet = type === "codes" || type === "strings" || type === "links";
  return isSet ? { columns: [heading], split: ";" } : { columns: [heading] };
}
