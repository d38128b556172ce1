// Forms and lists as plain data, made from a kind: whoever draws them needs to know field types only.
import type { Field, FieldOptions, FieldType } from "./fields.ts";
import { isSetType } from "./fields.ts";
import type { Kind } from "./kind.ts";
import type { Registry } from "./registry.ts";

export interface FormField extends FieldOptions {
  readonly name: string;
  readonly type: FieldType;
  /** Catalogue key of its label. */
  readonly label: string;
  readonly many: boolean;
  readonly vocabulary?: string;
  readonly to?: string;
}

export interface Form {
  readonly kind: string;
  /** Catalogue key of the kind's name; `.one` and `.empty` stand under it. */
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** How a list of the kind looks: its columns, filters and order. */
export interface ListView {
  readonly kind: string;
  readonly label: string;
  readonly stretch: string;
  readonly labelField: string;
  readonly columns: readonly string[];
  readonly facets: readonly string[];
  /** The date by which the list is ordered; null where that is the record's beginning. */
  readonly sort: string | null;
  /** Every field that can be a column. */
  readonly choices: readonly string[];
  /** Fields of one value that the list can be ordered by. */
  readonly sorts: readonly string[];
}

/** A term as a form needs it; its words stand in the catalogue. */
export interface TermChoice {
  readonly code: string;
  readonly engages: readonly string[];
  readonly ask: readonly string[];
  /** More words by which it is looked for. */
  readonly also: string;
}

export interface VocabularyForm {
  readonly open: boolean;
  readonly byLabel: boolean;
  readonly terms: readonly TermChoice[];
}

/** All vocabularies, by name. */
export function vocabularyForms({ vocabularies }: Registry): Readonly<Record<string, VocabularyForm>> {
  return Object.fromEntries(
    [...vocabularies].map(([name, { terms, open = false, byLabel = false }]) => [
      name,
      {
        open,
        byLabel,
        terms: terms.map(({ code, engages = [], ask = [], also = "" }) => ({ code, engages, ask, also })),
      },
    ]),
  );
}

const columnTypes: readonly FieldType[] = [
  "text",
  "string",
  "integer",
  "flag",
  "date",
  "instant",
  "place",
  "code",
  "codes",
];
const maximumColumns = 5;
/** What reads in order as text. A code is ordered by its standard term, which only facets have. */
const orderedTypes: readonly FieldType[] = ["text", "string", "date", "instant"];

export function formOf(kind: Kind): Form {
  return {
    kind: kind.name,
    label: `kind.${kind.name}`,
    fields: Object.entries(kind.fields).map(([name, field]) => ({
      ...field,
      name,
      label: `${kind.name}.${name}`,
      many: isSetType(field.type),
    })),
  };
}

export function viewOf(kind: Kind): ListView {
  const entries = Object.entries(kind.fields);
  const isColumn = ([name, field]: readonly [string, Field]): boolean =>
    name !== kind.options.label &&
    columnTypes.includes(field.type) &&
    field.multiline !== true &&
    field.secret !== true;
  const sorted = entries.find(([, field]) => field.sort === true);
  const columns = entries.filter(isColumn).map(([name]) => name);
  return {
    kind: kind.name,
    label: `kind.${kind.name}`,
    stretch: kind.options.stretch ?? "record",
    labelField: kind.options.label,
    columns: [kind.options.label, ...columns.slice(0, maximumColumns)],
    facets: entries
      .filter(([, field]) => field.facet !== undefined && field.facet !== false)
      .map(([name]) => name),
    sort: sorted?.[0] ?? null,
    choices: [kind.options.label, ...columns],
    sorts: entries.filter(isSortable).map(([name]) => name),
  };
}

function isSortable([, field]: readonly [string, Field]): boolean {
  if (field.multiline === true || field.secret === true) return false;
  return orderedTypes.includes(field.type) || (field.type === "code" && field.facet === true);
}
