// How somebody looks at a list: what is filtered, which columns, in which order. As input of the query, and as it is kept.
import { isEdtf, isJsonObject, type Json } from "@tocsin/core";
import type { ListView } from "@tocsin/records";

export interface Filter {
  readonly field: string;
  readonly value: string;
}

export interface ListChoice {
  readonly where: readonly Filter[];
  readonly words: string;
  /** EDTF, or empty. */
  readonly from: string;
  readonly to: string;
  /** A field; null for the list's own date. */
  readonly by: string | null;
  readonly isAscending: boolean;
  /** Beside the field by which people know a record; null for those of the definition. */
  readonly columns: readonly string[] | null;
}

export const everything: ListChoice = {
  where: [],
  words: "",
  from: "",
  to: "",
  by: null,
  isAscending: false,
  columns: null,
};

export function isFiltered({ where, words, from, to }: ListChoice): boolean {
  return where.length > 0 || [words, from, to].some((each) => each.trim() !== "");
}

/** Which records; a date that is half typed is none yet. */
export function matchingInput(kind: string, { where, words, from, to }: ListChoice): object {
  return {
    kind,
    where,
    ...(words.trim() === "" ? {} : { words }),
    ...(isEdtf(from.trim()) ? { from: from.trim() } : {}),
    ...(isEdtf(to.trim()) ? { to: to.trim() } : {}),
  };
}

export function listInput(kind: string, choice: ListChoice): object {
  const { by, isAscending, columns } = choice;
  return {
    ...matchingInput(kind, choice),
    ...(by === null ? {} : { by }),
    order: isAscending ? "ascending" : "descending",
    ...(columns === null ? {} : { columns }),
  };
}

export function shownColumns(view: ListView, { columns }: ListChoice): readonly string[] {
  if (columns === null) return view.columns;
  return [view.labelField, ...columns.filter((name) => name !== view.labelField)];
}

/** A filter of a facet taken in its place, or out. */
export function toggled(choice: ListChoice, { field, value }: Filter): ListChoice {
  const others = choice.where.filter((each) => each.field !== field);
  const isOn = choice.where.some((each) => each.field === field && each.value === value);
  return { ...choice, where: isOn ? others : [...others, { field, value }] };
}

/** The other direction where it is ordered so already; dates begin with the newest, texts with the first. */
export function orderedBy(choice: ListChoice, view: ListView, field: string): ListChoice {
  const by = field === view.sort ? null : field;
  if (by === choice.by) return { ...choice, isAscending: !choice.isAscending };
  return { ...choice, by, isAscending: by !== null };
}

/** What was kept, of which nothing is taken on trust: another version of the program can have written it. */
export function parseChoice(view: ListView, kept: Json): ListChoice {
  if (!isJsonObject(kept)) return everything;
  const { where, words, from, to, by, isAscending, columns } = kept;
  const textIn = (value: Json | undefined): string => (typeof value === "string" ? value : "");
  return {
    where: (Array.isArray(where) ? where : []).flatMap((each) => filterIn(view, each)),
    words: textIn(words),
    from: textIn(from),
    to: textIn(to),
    by: typeof by === "string" && view.sorts.includes(by) ? by : null,
    isAscending: isAscending === true,
    columns: Array.isArray(columns)
      ? columns.flatMap((name) => (typeof name === "string" && view.choices.includes(name) ? [name] : []))
      : null,
  };
}

function filterIn(view: ListView, each: Json): readonly Filter[] {
  const { field, value } = isJsonObject(each) ? each : {};
  return typeof field === "string" && typeof value === "string" && view.facets.includes(field)
    ? [{ field, value }]
    : [];
}
