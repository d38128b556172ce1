// What would leave: tables with their small numbers hidden, held beside every table that left before. Nothing is written.
import {
  countingMethod,
  hideSmallNumbers,
  leastThreshold,
  noticeDifferences,
  readTables,
  usualThreshold,
  type Audience,
  type Notice,
  type ReleasedCounts,
  type ShownTable,
} from "@tocsin/cases";
import { releaseKind } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { WorkspaceError } from "../errors.ts";
import { noticeBeside } from "../matrix/earlier.ts";
import { countsIn } from "../matrix/released-tables.ts";
import type { Workspace } from "../workspace.ts";
import { recordsBesideNumbers } from "./beside-records.ts";
import { parseQuestion, type TypedQuestion } from "./question.ts";

export interface PlanCountsOptions {
  readonly question: TypedQuestion;
  readonly audience: Audience;
  /** Numbers below it are hidden; not under `leastThreshold` but inside. */
  readonly threshold?: number;
}

export interface CountsPlan {
  readonly counts: ReleasedCounts;
  /** How many numbers are hidden, totals among them. */
  readonly hidden: number;
  /** What this and earlier releases reveal together. */
  readonly notices: readonly Notice[];
}

/** Throws `workspace.threshold-too-low` where small numbers would be shown outside, `records.bad-input`. */
export async function planCounts(
  workspace: Workspace,
  { question: typed, audience, threshold = usualThreshold }: PlanCountsOptions,
): Promise<CountsPlan> {
  if (!Number.isInteger(threshold) || threshold < (audience === "internal" ? 1 : leastThreshold))
    throw new WorkspaceError(
      "workspace.threshold-too-low",
      `Cannot release counts: the threshold is below ${leastThreshold}`,
    );
  const question = parseQuestion(typed);
  await workspace.settled();
  const whole = await readTables(workspace.view, question);
  const tables = whole.map((each) => hideSmallNumbers(each, threshold));
  const { name: method, version } = countingMethod;
  const counts: ReleasedCounts = { method, version, question, threshold, tables };
  // Of all releases, whoever they were for: what two readers hold can come together.
  const releases = await allOf(workspace.view, releaseKind.name, {});
  const earlier = countsIn(releases);
  const notices = [
    ...noticeDifferences(counts, earlier.counts),
    ...earlier.matrices.flatMap(({ release, matrix }) => noticeBeside(matrix, { release, counts })),
    ...(audience === "internal" ? [] : await recordsBesideNumbers(workspace.view, counts, releases)),
  ];
  return { counts, notices, hidden: hiddenIn(tables) };
}

function hiddenIn(tables: readonly ShownTable[]): number {
  return tables
    .flatMap(({ cells, rowTotals, columnTotals, total }) => {
      const totals = columnTotals.length === 0 ? [] : [...rowTotals, ...columnTotals];
      return [...cells.flat(), ...totals, total];
    })
    .filter((value) => value === null).length;
}
