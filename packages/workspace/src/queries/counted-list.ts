// Who and what stands behind one number of a table, so that every number can be looked into.
import { readBehind, type BehindNumber, type NumberPlace } from "@tocsin/cases";
import { isId, type RecordId } from "@tocsin/core";
import { query, string, strings, type Registry, type View } from "@tocsin/records";
import { parseQuestion } from "../counts/question.ts";
import { labelsOf } from "./record-show.ts";

export interface CountedRow {
  /** The record of who was counted: of the part that somebody had, where they have no record of their own. */
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly incident: RecordId;
  readonly incidentLabel: string;
  /** What it adds to the number. */
  readonly size: number;
}

export interface CountedList {
  readonly rows: readonly CountedRow[];
  /** How many are counted, those that are not listed included. */
  readonly total: number;
}

const listed = 200;
const partPrefix = "part ";

/** `row` and `column` as the table has them; without them a total. Throws `records.bad-input`. */
export const countedList = query(
  "counted.list",
  {
    measure: string(),
    scope: string(),
    by: strings(),
    period: string(),
    status: string({ required: true }),
    row: string(),
    column: string(),
  },
  async (view, { status, row, column, ...typed }, { registry }): Promise<CountedList> => {
    const place: NumberPlace = {
      status,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    };
    const behind = await readBehind(view, parseQuestion(typed), place);
    return labelledCounts(view, registry, behind);
  },
);

/** The first two hundred by their names. */
export async function labelledCounts(
  view: View,
  registry: Registry,
  behind: readonly BehindNumber[],
): Promise<CountedList> {
  return { rows: await labelled(view, registry, behind.slice(0, listed)), total: behind.length };
}

async function labelled(
  view: View,
  registry: Registry,
  behind: readonly BehindNumber[],
): Promise<readonly CountedRow[]> {
  const found = behind.flatMap(({ subject, event, size }) => {
    const record = subject.startsWith(partPrefix) ? subject.slice(partPrefix.length) : subject;
    return isId(record) ? [{ record, incident: event, size }] : [];
  });
  const labels = await labelsOf(
    view,
    registry,
    found.flatMap(({ record, incident }) => [record, incident]),
  );
  return found.map(({ record, incident, size }) => ({
    record,
    kind: labels[record]?.kind ?? "involvement",
    label: labels[record]?.label ?? "",
    incident,
    incidentLabel: labels[incident]?.label ?? "",
    size,
  }));
}
