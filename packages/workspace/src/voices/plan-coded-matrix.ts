// What of a matrix of codes would leave: small numbers hidden, held beside what left of the same consultation before. Nothing is
// written.
import { leastThreshold, usualThreshold, type Audience, type Notice } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { releaseKind } from "@tocsin/records";
import type { CodeFamily } from "@tocsin/voices";
import { allOf } from "../all-of.ts";
import { WorkspaceError } from "../errors.ts";
import { noticeMoved } from "../matrix/earlier.ts";
import { stateOf } from "../state-of.ts";
import type { Workspace } from "../workspace.ts";
import { codedMatrix, type CodedMatrix } from "./coded-matrix.ts";
import { hideSmallCells } from "./hide-small-cells.ts";
import { earlierCodes, releasedCodes, type ReleasedCodes } from "./released-codes.ts";

export interface PlanCodedMatrixOptions {
  readonly questionnaire: RecordId;
  readonly audience: Audience;
  readonly rows?: CodeFamily;
  readonly columns?: CodeFamily;
  /** Numbers below it are hidden; not under `leastThreshold` but inside. */
  readonly threshold?: number;
}

export interface CodedMatrixPlan {
  readonly matrix: CodedMatrix;
  readonly rowFamily: CodeFamily;
  readonly columnFamily: CodeFamily;
  readonly threshold: number;
  /** How many numbers of cells are hidden. */
  readonly hidden: number;
  /** What this and earlier releases reveal together. */
  readonly notices: readonly Notice[];
  readonly released: ReleasedCodes;
}

/** Throws `records.not-found`, `workspace.threshold-too-low` where small numbers would be shown outside. */
export async function planCodedMatrix(
  workspace: Workspace,
  options: PlanCodedMatrixOptions,
): Promise<CodedMatrixPlan> {
  const { questionnaire, audience, rows = "risk", columns = "practice" } = options;
  const threshold = thresholdFor(options);
  await workspace.settled();
  const { view } = workspace;
  await stateOf(view, questionnaire, "questionnaire");
  const whole = await codedMatrix(view, { questionnaire, rows, columns });
  const matrix = threshold > 1 ? hideSmallCells(whole, threshold) : whole;
  const released = releasedCodes(matrix, { questionnaire, threshold });
  const earlier = earlierCodes(await allOf(view, releaseKind.name, {}), questionnaire);
  return {
    matrix,
    rowFamily: rows,
    columnFamily: columns,
    threshold,
    hidden: matrix.cells.flat().filter(({ contributors }) => contributors === null).length,
    notices: audience === "internal" ? [] : noticeMoved(released, earlier),
    released,
  };
}

function thresholdFor({ audience, threshold }: PlanCodedMatrixOptions): number {
  const [least, usual] = audience === "internal" ? [1, 1] : [leastThreshold, usualThreshold];
  const asked = threshold ?? usual;
  if (!Number.isInteger(asked) || asked < least)
    throw new WorkspaceError(
      "workspace.threshold-too-low",
      `Cannot release counts: the threshold is below ${leastThreshold}`,
    );
  return asked;
}
