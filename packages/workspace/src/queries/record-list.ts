import {
  kindOf,
  integer,
  query,
  string,
  strings,
  data,
  textOfValue,
  elementsOf,
  valuesOf,
  viewOf,
  RecordsError,
  type Kind,
  type ListOptions,
  type RecordRow,
  type RecordState,
} from "@tocsin/records";
import { isEdtf, isJsonObject, parseEdtf, type Json, type RecordId } from "@tocsin/core";
import { closedAnswers } from "../assessing/closed-answers.ts";
import { questionWordsAmong, type QuestionWords } from "../assessing/question-words.ts";
import { marksOf, type Marked } from "../marks.ts";
import { belongingAmong, type Belonging } from "./belonging.ts";

export interface ListRow extends RecordRow, Marked {
  /** Text of the columns of the kind's view; codes as codes. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  /** Of what is known by a question, such as an answer, whose label is the name of it. */
  readonly question?: QuestionWords;
  /** What it is part of, where its own name tells it from no other. */
  readonly of?: Belonging;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly next: string | null;
  /** How many match, at most `countedTo`; there on the first page. */
  readonly total?: number;
}

const pageSize = 50;
const maximumPage = 200;
/** Beyond this a list says that there are more, and not how many. */
const countedTo = 10_000;
/** Bulk acts take at most so many at once. */
export const mostAtOnce = 1000;

/** What a list is asked for, but its page. `where` is a list of {field, value}; all must hold. */
const asked = {
  kind: string({ required: true }),
  where: data(),
  /** EDTF dates, both included. */
  from: string(),
  to: string(),
  words: string(),
} as const;

/**
 * One page of a kind, newest first. `by` is a field to order by instead, `order` then `ascending` or `descending`;
 * `columns` are the fields whose cells are wanted, else those of the kind's view.
 */
export const recordList = query(
  "record.list",
  { ...asked, columns: strings(), by: string(), order: string(), after: string(), limit: integer() },
  async (view, input, { registry }): Promise<ListPage> => {
    const known = kindOf(registry, input.kind);
    const { after, limit } = input;
    const page = await view.list({
      ...optionsOf(known, input),
      ...orderOf(known, input),
      limit: Math.max(1, Math.min(limit ?? pageSize, maximumPage)),
      ...(after === undefined ? { countTo: countedTo } : { after }),
    });
    const columns = columnsOf(known, input.columns);
    const found = await view.glance(page.rows.map(({ id }) => id));
    const states = new Map(found.map((each) => [each.id, each]));
    const closed = await closedAnswers(view, found);
    const questions = await questionWordsAmong(view, found);
    const above = await belongingAmong(view, registry, found);
    const open = page.rows.filter(({ id }) => !closed.has(id));
    const rows = open.map((row) => {
      const state = states.get(row.id);
      const marks = state === undefined ? {} : marksOf(registry, known, state);
      const question = questions.get(row.id);
      const of = above.get(row.id);
      const named = { ...(question === undefined ? {} : { question }), ...(of === undefined ? {} : { of }) };
      return { ...row, ...marks, ...named, cells: cellsOf(known, state, columns) };
    });
    const { next } = page;
    // How many match would tell what stands on sheets that are closed to others.
    const total = closed.size > 0 ? undefined : page.total;
    return { rows, next, ...(total === undefined ? {} : { total }) };
  },
);

export interface Matching {
  /** Newest first, at most `mostAtOnce`. */
  readonly records: readonly RecordId[];
  /** As of a list. */
  readonly total: number;
}

/** Which records match, for an act on all of them. */
export const recordMatching = query(
  "record.matching",
  asked,
  async (view, input, { registry }): Promise<Matching> => {
    const known = kindOf(registry, input.kind);
    const { rows, total = 0 } = await view.list({
      ...optionsOf(known, input),
      limit: mostAtOnce,
      countTo: countedTo,
    });
    const records = rows.map(({ id }) => id);
    const closed = await closedAnswers(view, known.name === "answer" ? await view.glance(records) : []);
    if (closed.size === 0) return { records, total };
    const open = records.filter((id) => !closed.has(id));
    return { records: open, total: open.length };
  },
);

interface AskedFor {
  readonly where?: Json;
  readonly from?: string;
  readonly to?: string;
  readonly words?: string;
}

function optionsOf(kind: Kind, { where, from, to, words }: AskedFor): ListOptions {
  return {
    kind: kind.name,
    where: filtersOf(kind, where),
    ...(from === undefined ? {} : { from: momentsOf(from)[0] }),
    ...(to === undefined ? {} : { to: momentsOf(to)[1] }),
    ...(words === undefined ? {} : { words }),
  };
}

function momentsOf(day: string): readonly [earliest: number, latest: number] {
  if (!isEdtf(day)) throw badFilter("expected a date");
  const { earliest, latest } = parseEdtf(day);
  return [earliest ?? -8.64e15, latest ?? 8.64e15];
}

const orders: Readonly<Record<string, NonNullable<ListOptions["order"]>>> = {
  newest: "newest",
  oldest: "oldest",
  descending: "newest",
  ascending: "oldest",
};

function orderOf(
  kind: Kind,
  { by, order }: { readonly by?: string; readonly order?: string },
): Pick<ListOptions, "by" | "order"> {
  const known = order === undefined ? undefined : orders[order];
  if (order !== undefined && known === undefined) throw badFilter("there is no such order");
  const ordered = known === undefined ? {} : { order: known };
  const { sort, sorts } = viewOf(kind);
  if (by === undefined || by === sort) return ordered;
  if (!sorts.includes(by)) throw badFilter("it cannot be ordered by this field");
  return { ...ordered, by };
}

/** The field by which people know a record always stands in front. */
function columnsOf(kind: Kind, wanted: readonly string[] | undefined): readonly string[] {
  const { columns, choices, labelField } = viewOf(kind);
  if (wanted === undefined) return columns;
  const known = wanted.filter((name) => choices.includes(name) && name !== labelField);
  return [labelField, ...known];
}

/** A filter that cannot be read must not pass for none. */
function filtersOf(kind: Kind, where: Json | undefined): readonly { field: string; value: string }[] {
  if (where === undefined) return [];
  if (!Array.isArray(where)) throw badFilter("expected a list");
  return where.map((each: Json) => {
    const { field, value } = isJsonObject(each) ? each : {};
    if (typeof field !== "string" || typeof value !== "string")
      throw badFilter("expected a field and a value");
    if (!Object.hasOwn(kind.fields, field)) throw badFilter("the kind has no such field");
    return { field, value };
  });
}

function badFilter(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot filter list: ${state}`);
}

function cellsOf(
  kind: Kind,
  state: RecordState | undefined,
  columns: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  if (!state) return {};
  const values = valuesOf(state);
  return Object.fromEntries(
    columns.map((name) => {
      const field = kind.fields[name];
      return [name, field ? elementsOf(values[name]).map((value) => textOfValue(field, value)) : []];
    }),
  );
}
