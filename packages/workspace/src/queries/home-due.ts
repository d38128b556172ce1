// What is due: tasks and deadlines that are not done, hearings to come, consents that run out, answers waited for.
import type { RecordId } from "@tocsin/core";
import { kindOf, rowsOf, valuesOf, type RecordRow, type Registry, type View } from "@tocsin/records";
import { marksOf, type Marked } from "../marks.ts";
import { stringIn } from "../values.ts";

export type DueRow = RecordRow &
  Marked & {
    /** EDTF. */
    readonly day: string | null;
    /** IANA name of the time zone in which the day ends; null where nobody said. */
    readonly zone: string | null;
  };

export interface EndingConsent {
  readonly record: RecordId;
  readonly label: string;
  /** EDTF. */
  readonly until: string;
  readonly isOver: boolean;
}

export const shown = 8;
const pageSize = 100;
const maximumPages = 20;
const day = 86_400_000;
const soon = 30 * day;

export async function dueOf(view: View, registry: Registry, now: number): Promise<readonly DueRow[]> {
  const all = await Promise.all([
    undoneOf(view, registry, "task"),
    undoneOf(view, registry, "deadline"),
    hearingsOf(view, registry, now),
  ]);
  return all
    .flat()
    .sort((a, b) => Number(a.day === null) - Number(b.day === null) || a.sort - b.sort)
    .slice(0, shown);
}

/**
 * What is done is passed over, page by page, up to a bound that no desk's list of tasks should reach. What has no day stands
 * behind all that has one.
 */
async function undoneOf(view: View, registry: Registry, kind: string): Promise<readonly DueRow[]> {
  const [due, undated]: [DueRow[], DueRow[]] = [[], []];
  let after: string | null = null;
  for (let page = 0; page < maximumPages && due.length < shown; page += 1) {
    const { rows, next } = await view.list({
      kind,
      order: "oldest",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    for (const { id } of rows) {
      const found = await dueRow(view, registry, id);
      const list = found?.day === null ? undated : due;
      if (found !== null && list.length < shown) list.push(found);
      if (due.length === shown) break;
    }
    if (next === null) break;
    after = next;
  }
  return [...due, ...undated];
}

/** From the beginning of yesterday: a hearing of today is due wherever its day ends. */
async function hearingsOf(view: View, registry: Registry, now: number): Promise<readonly DueRow[]> {
  const { rows } = await view.list({ kind: "hearing", order: "oldest", from: now - day, limit: shown });
  const found = await Promise.all(rows.map(({ id }) => dueRow(view, registry, id)));
  return found.flatMap((row) => row ?? []);
}

export async function dueRow(view: View, registry: Registry, id: RecordId): Promise<DueRow | null> {
  const state = await view.read(id);
  if (state === undefined) return null;
  const values = valuesOf(state);
  if (values["done"] !== undefined) return null;
  const kind = kindOf(registry, state.kind);
  return {
    ...rowsOf(kind, state).record,
    ...marksOf(registry, kind, state),
    day: stringIn(values["due"]) ?? stringIn(values["when"]),
    zone: stringIn(values["zone"]),
  };
}

/** That ran out, or do within a month: the earliest of those that are not withdrawn. */
export async function endingConsents(
  view: View,
  registry: Registry,
  now: number,
): Promise<readonly EndingConsent[]> {
  const { rows } = await view.list({ kind: "consent", by: "until", order: "oldest", limit: pageSize });
  const [last, today] = [now + soon, now].map((at) => new Date(at).toISOString().slice(0, 10));
  const found: EndingConsent[] = [];
  for (const { id } of rows) {
    if (found.length >= shown) break;
    const state = await view.read(id);
    const values = state && valuesOf(state);
    const until = stringIn(values?.["until"]);
    // Those without an end come last.
    if (state === undefined || until === null || last === undefined || today === undefined) break;
    if (until > last) break;
    if (values?.["withdrawn"] !== undefined) continue;
    const { label } = rowsOf(kindOf(registry, "consent"), state).record;
    found.push({ record: id, label, until, isOver: until < today });
  }
  return found;
}

/** Letters and complaints whose answer is still waited for, those that were sent first. */
export async function awaitedOf(view: View): Promise<readonly RecordRow[]> {
  const where = [{ field: "result", value: "waiting" }];
  return (await view.list({ kind: "action", where, order: "oldest", limit: shown })).rows;
}
