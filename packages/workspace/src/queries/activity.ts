// Who did what when, from the log itself, newest first, by the page.
import type { RecordId } from "@tocsin/core";
import { integer, query, string, type Registry, type StampedOperation, type View } from "@tocsin/records";
import { fieldsShownIn } from "../assessing/closed-answers.ts";
import { isOfQuestion, questionWordsAmong, type QuestionWords } from "../assessing/question-words.ts";
import { entryOf, labelsOf, type HistoryEntry } from "./record-show.ts";

export interface ActivityPage {
  readonly rows: readonly ActivityRow[];
  readonly next: string | null;
  /** How many operations were looked at for this page: with a filter more than are shown. */
  readonly looked: number;
}

export interface ActivityRow {
  readonly record: RecordId;
  readonly kind: string;
  /** Empty where the record has none, or everything of it was taken back. */
  readonly label: string;
  /** Of what is known by a question, such as an answer, whose label is the name of it. */
  readonly question?: QuestionWords;
  readonly entry: HistoryEntry;
}

const pageSize = 100;
/** What a filter finds is read from the log: no page looks further. */
const lookedAtMost = 1000;
const mostOfPage = 200;
/** With a filter; the last of them can make a page longer than it was asked to be. */
const atOnce = 100;

/** `device` and `act` are looked for in what is read; `kind` the tables know. */
export const activity = query(
  "activity",
  { kind: string(), device: string(), act: string(), after: string(), limit: integer() },
  async (view, { kind, device, act, after, limit }, { registry, signal }): Promise<ActivityPage> => {
    const size = Math.max(1, Math.min(limit ?? pageSize, mostOfPage));
    const isWanted = ({ stamp, operation }: StampedOperation): boolean =>
      (device === undefined || stamp.device === device) && (act === undefined || operation.act === act);
    const found: StampedOperation[] = [];
    let [next, looked] = [after ?? null, 0];
    do {
      signal?.throwIfAborted();
      const page = await view.written({
        limit: device === undefined && act === undefined ? size : atOnce,
        ...(next === null ? {} : { after: next }),
        ...(kind === undefined ? {} : { kind }),
      });
      found.push(...page.operations.filter(isWanted));
      looked += page.operations.length;
      next = page.next;
    } while (next !== null && found.length < size && looked < lookedAtMost);
    return { rows: await rowsOf(view, registry, found), next, looked };
  },
);

async function rowsOf(
  view: View,
  registry: Registry,
  operations: readonly StampedOperation[],
): Promise<readonly ActivityRow[]> {
  const labels = await labelsOf(view, registry, new Set(operations.map(({ operation }) => operation.record)));
  const asked = operations.flatMap(({ operation: { kind, record } }) => (isOfQuestion(kind) ? [record] : []));
  const questions = await questionWordsAmong(view, await view.glance([...new Set(asked)]));
  const openOf = await fieldsShownIn(view, operations);
  return operations.map((each) => {
    const { record, kind } = each.operation;
    const fields = registry.kinds.get(kind)?.fields ?? {};
    const isOpen = openOf(record);
    const question = questions.get(record);
    return {
      record,
      kind,
      label: labels[record]?.label ?? "",
      ...(question === undefined ? {} : { question }),
      entry: entryOf(each, (entry) => fields[entry[0]]?.secret !== true && isOpen(entry)),
    };
  });
}
