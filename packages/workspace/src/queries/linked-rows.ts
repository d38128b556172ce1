// What links to a record, as rows. A record that only ties others together, such as a person's part in an incident, says
// what is at its other ends: there one sees who it is without opening it.
import type { RecordId } from "@tocsin/core";
import {
  labelIn,
  valuesOf,
  type Kind,
  type LinkedFrom,
  type RecordRow,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { isOfQuestion, questionWordsAmong, type QuestionWords } from "../assessing/question-words.ts";
import { linkIn } from "../values.ts";

export interface LinkEnd {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  /** Of what is known by a question. */
  readonly question?: QuestionWords;
}

export interface LinkedRow extends RecordRow {
  /** Absent for a record that is something by itself. */
  readonly ends?: readonly LinkEnd[];
  /** Of what is known by a question, such as an answer, whose label is the name of it. */
  readonly question?: QuestionWords;
}

interface Around {
  readonly view: View;
  readonly registry: Registry;
  /** What the rows link to: no end of theirs. */
  readonly record: RecordId;
}

export async function linkedRowsOf(around: Around, from: LinkedFrom): Promise<readonly LinkedRow[]> {
  const { view, registry, record } = around;
  const rows = await view.linkedRows(record, from);
  const kind = registry.kinds.get(from.kind);
  if (kind === undefined) return rows;
  if (isOfQuestion(from.kind)) return withQuestions(view, rows);
  if (!tiesOthers(kind)) return rows;
  const states = await view.glance(rows.map(({ id }) => id));
  const ids = new Map(states.map((state) => [state.id, endsOf(kind, state, record)]));
  const ended = await view.glance([...new Set([...ids.values()].flat())]);
  const questions = await questionWordsAmong(view, ended);
  const ends = new Map(
    ended.map((state) => [state.id, endOf(registry, state, questions.get(state.id))] as const),
  );
  return rows.map((row) => ({
    ...row,
    ends: (ids.get(row.id) ?? []).flatMap((id) => ends.get(id) ?? []),
  }));
}

/** Rows of any kinds, those that are known by a question with its words. */
export async function withQuestions<Row extends RecordRow>(
  view: View,
  rows: readonly Row[],
): Promise<readonly (Row & Pick<LinkedRow, "question">)[]> {
  const asked = rows.flatMap(({ id, kind }) => (isOfQuestion(kind) ? [id] : []));
  if (asked.length === 0) return rows;
  const questions = await questionWordsAmong(view, await view.glance(asked));
  return rows.map((row) => {
    const question = questions.get(row.id);
    return question === undefined ? row : { ...row, question };
  });
}

/** It stands in no list, and is known by a code alone. */
function tiesOthers({ fields, options: { label, stretch } }: Kind): boolean {
  return stretch === "hidden" && fields[label]?.type === "code";
}

/** The case that all of it belongs to says nothing here, unless there is nothing else. */
function endsOf(kind: Kind, state: RecordState, record: RecordId): readonly RecordId[] {
  const values = valuesOf(state);
  const names = Object.entries(kind.fields).flatMap(([name, { type }]) => (type === "link" ? [name] : []));
  const linked = (some: readonly string[]): readonly RecordId[] =>
    some.flatMap((name) => linkIn(values[name]) ?? []).filter((id) => id !== record);
  const others = linked(names.filter((name) => name !== "case"));
  return others.length > 0 ? others : linked(["case"]);
}

function endOf(registry: Registry, state: RecordState, question: QuestionWords | undefined): LinkEnd {
  const kind = registry.kinds.get(state.kind);
  const end = { id: state.id, kind: state.kind, label: kind ? labelIn(kind, state) : "" };
  return question === undefined ? end : { ...end, question };
}
