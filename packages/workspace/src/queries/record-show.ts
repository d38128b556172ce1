import type { Json, RecordId } from "@tocsin/core";
import {
  conflictsOf,
  integer,
  link,
  query,
  labelIn,
  rowsOf,
  string,
  valuesOf,
  type Change,
  type Kind,
  type RecordState,
  type Registry,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { actsIn } from "../acts-standing.ts";
import { fieldsShownOf } from "../assessing/closed-answers.ts";
import { questionWordsAmong, questionWordsOf, type QuestionWords } from "../assessing/question-words.ts";
import { marksOf, type Marked } from "../marks.ts";
import { belongingAmong, type Belonging } from "./belonging.ts";
import { stateOf } from "../state-of.ts";
import { linkedRowsOf, type LinkedRow } from "./linked-rows.ts";

export interface RecordPage extends Marked {
  readonly kind: string;
  readonly id: RecordId;
  readonly label: string;
  /** Of what is known by a question, such as an answer, whose label is the name of it. */
  readonly question?: QuestionWords;
  readonly values: Readonly<Record<string, Json>>;
  /** Values that people wrote without having seen each other's, newest first. */
  readonly conflicts: Readonly<Record<string, readonly Json[]>>;
  /** Kind and label of every record that this one links to. */
  readonly labels: Readonly<Record<string, LabelOfRecord>>;
  /** Records that link here, of each kind and field the first page: `record.linked` has the others. */
  readonly linked: readonly LinkedRows[];
  readonly created: number;
  readonly updated: number;
  readonly history: readonly HistoryEntry[];
  /** Whether there is an act on it to take back, and one that was taken back to bring back. */
  readonly steps: { readonly back: boolean; readonly forth: boolean };
}

export interface LabelOfRecord {
  readonly kind: string;
  readonly label: string;
  /** Of what is known by a question. */
  readonly question?: QuestionWords;
  /** What it is part of, where its own name tells it from no other. */
  readonly of?: Belonging;
}

export interface LinkedRows {
  readonly kind: string;
  readonly field: string;
  /** Those that were seen last in front. */
  readonly rows: readonly LinkedRow[];
  /** How many there are in all. */
  readonly total: number;
}

export interface HistoryEntry {
  readonly act: string;
  /** Milliseconds since 1970, as the device claims. */
  readonly at: number;
  readonly device: string;
  readonly commit: string;
  /** `change` is left out where it is long: a history of a long text would be as many long texts. */
  readonly changes: readonly { readonly field: string; readonly change?: Change }[];
}

const linkedAtOnce = 50;

/** Everything of one record, read from the log, and labels of what it belongs to, from the tables; secrets of the program's own are left out. */
export const recordShow = query(
  "record.show",
  { record: link("any", { required: true }) },
  (view, { record }, { registry }) => recordPage(view, registry, record),
);

/** A further page of what links to a record: `after` is how many are there already. */
export const recordLinked = query(
  "record.linked",
  {
    record: link("any", { required: true }),
    kind: string({ required: true }),
    field: string({ required: true }),
    after: integer(),
  },
  async (view, { record, kind, field, after = 0 }, { registry }): Promise<readonly LinkedRow[]> =>
    linkedRowsOf({ view, registry, record }, { kind, field, limit: linkedAtOnce, from: Math.max(0, after) }),
);

export async function recordPage(view: View, registry: Registry, id: RecordId): Promise<RecordPage> {
  const state = await stateOf(view, id);
  const kind = registry.kinds.get(state.kind);
  const history = await view.history(id);
  const isOpen = await fieldsShownOf(view, state);
  const question = await questionWordsOf(view, state);
  const isShown = (entry: readonly [string, unknown]): boolean =>
    kind?.fields[entry[0]]?.secret !== true && isOpen(entry);
  return {
    kind: state.kind,
    id,
    label: kind ? labelIn(kind, state) : "",
    ...(question === null ? {} : { question }),
    ...(kind ? marksOf(registry, kind, state) : {}),
    values: Object.fromEntries(Object.entries(valuesOf(state)).filter(isShown)),
    conflicts: Object.fromEntries(Object.entries(conflictValues(state)).filter(isShown)),
    labels: kind ? await labelsOf(view, registry, linksFrom(kind, state, isShown)) : {},
    linked: await linkedGroups(view, registry, state),
    created: state.created.at,
    updated: state.updated.at,
    history: history.map((each) => entryOf(each, isShown)),
    steps: stepsIn(history),
  };
}

export async function labelsOf(
  view: View,
  registry: Registry,
  ids: Iterable<RecordId>,
): Promise<Readonly<Record<string, LabelOfRecord>>> {
  const labels: Record<string, LabelOfRecord> = {};
  const states = await view.glance([...ids]);
  const questions = await questionWordsAmong(view, states);
  const above = await belongingAmong(view, registry, states);
  for (const state of states) {
    const kind = registry.kinds.get(state.kind);
    const question = questions.get(state.id);
    const of = above.get(state.id);
    const named = { ...(question === undefined ? {} : { question }), ...(of === undefined ? {} : { of }) };
    if (kind) labels[state.id] = { kind: state.kind, label: labelIn(kind, state), ...named };
  }
  return labels;
}

function conflictValues(state: RecordState): Readonly<Record<string, readonly Json[]>> {
  return Object.fromEntries(
    conflictsOf(state).map((name) => {
      const field = state.fields[name];
      return [name, field && "heads" in field ? field.heads.map(({ value }) => value ?? null) : []];
    }),
  );
}

function linksFrom(
  kind: Kind,
  state: RecordState,
  isShown: (entry: readonly [string, unknown]) => boolean,
): readonly RecordId[] {
  return rowsOf(kind, state).links.flatMap(({ field, to }) => (isShown([field, to]) ? [to] : []));
}

/** In the order of the kinds and of their fields. */
async function linkedGroups(
  view: View,
  registry: Registry,
  state: RecordState,
): Promise<readonly LinkedRows[]> {
  const counts = new Map(
    (await view.linkCounts(state.id)).map((each) => [`${each.kind}.${each.field}`, each]),
  );
  const counted = [...registry.kinds.values()].flatMap((kind) =>
    Object.entries(kind.fields)
      .filter(([, { to }]) => to === state.kind)
      .flatMap(([field]) => counts.get(`${kind.name}.${field}`) ?? []),
  );
  return Promise.all(
    counted.map(async ({ kind, field, count: total }) => ({
      kind,
      field,
      total,
      rows: await linkedRowsOf({ view, registry, record: state.id }, { kind, field, limit: linkedAtOnce }),
    })),
  );
}

function stepsIn(newestFirst: readonly StampedOperation[]): RecordPage["steps"] {
  const { standing, undos } = actsIn(newestFirst);
  return { back: standing.length > 1, forth: undos.length > 0 };
}

export function entryOf(
  { stamp, operation }: StampedOperation,
  isShown: (entry: readonly [string, unknown]) => boolean,
): HistoryEntry {
  return {
    act: operation.act,
    at: stamp.at,
    device: stamp.device,
    commit: stamp.commit,
    changes: Object.entries(operation.patch)
      .filter(isShown)
      .map(([field, change]) => ({ field, ...(isLong(change) ? {} : { change }) })),
  };
}

const longAt = 2000;

function isLong(change: Change): boolean {
  return JSON.stringify(change).length > longAt;
}
