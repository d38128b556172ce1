// What of a matrix would leave: small numbers hidden, held beside what left before, each number with the records that it
// counts where the audience may have them. Nothing is written.
import {
  isPublicOrganisation,
  leastThreshold,
  usualThreshold,
  type Audience,
  type Notice,
} from "@tocsin/cases";
import { isId, type RecordId } from "@tocsin/core";
import { releaseKind, valuesOf, type RecordState, type View } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { answersRestOn } from "../assessing/answers-rest-on.ts";
import { WorkspaceError } from "../errors.ts";
import { labelOf } from "../label-of.ts";
import { trailOf } from "../queries/matrix-trail.ts";
import { codesIn, linksIn, stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import {
  keyOfNumber,
  matrixMethod,
  matrixVersion,
  noticeBeside,
  noticeMoved,
  type ReleasedMatrix,
} from "./earlier.ts";
import type { MatrixRows } from "./kinds.ts";
import { hideNumbers, numbersAt, type ShownNumber } from "./numbers.ts";
import { parseRowsBy } from "./places.ts";
import { countsIn } from "./released-tables.ts";

export interface PlanMatrixOptions {
  readonly by?: string;
  readonly row?: string;
  readonly commitment?: RecordId;
  readonly audience: Audience;
  /** Numbers below it are hidden; not under `leastThreshold` but inside. */
  readonly threshold?: number;
}

export interface LeavingNumber extends ShownNumber {
  /** `C-SPY-1`, or null. */
  readonly reference: string | null;
  /** Whose promise it is, a code of `addressees`; null where nobody said. */
  readonly addressee: string | null;
  /** Name of a company that may be named; null for States. */
  readonly rowLabel: string | null;
  /** SHA-256 of the files that the records rest on. */
  readonly evidence: readonly string[];
}

export interface MatrixPlan {
  readonly by: MatrixRows;
  readonly threshold: number;
  readonly numbers: readonly LeavingNumber[];
  readonly hidden: number;
  /** Records that numbers count and that stay unnamed: they have not left for this audience. */
  readonly unnamed: number;
  /** What this and earlier releases reveal together. */
  readonly notices: readonly Notice[];
  readonly released: ReleasedMatrix;
}

/** Throws `workspace.threshold-too-low` where small numbers would be shown outside, `records.bad-input`. */
export async function planMatrix(workspace: Workspace, options: PlanMatrixOptions): Promise<MatrixPlan> {
  const { audience, row, commitment } = options;
  const threshold = thresholdFor(options);
  const by = parseRowsBy(options.by);
  const { view, registry } = workspace;
  await workspace.settled();
  const releases = await allOf(view, releaseKind.name, {});
  const whole = await numbersAt({ view, registry }, { by, row, commitment });
  const shown = hideNumbers(whole, { audience, threshold, released: releasedTo(audience, releases) });
  const released: ReleasedMatrix = {
    method: matrixMethod,
    version: matrixVersion,
    by,
    threshold,
    numbers: Object.fromEntries(shown.map((each) => [keyOfNumber(each), each.count])),
  };
  const named = new Set(shown.flatMap(({ records }) => records));
  const counted = new Set(whole.flatMap(({ records }) => records));
  return {
    by,
    threshold,
    numbers: await dressed(workspace, audience, shown),
    hidden: shown.filter(({ count }) => count === null).length,
    unnamed: counted.size - named.size,
    notices: audience === "internal" ? [] : noticesOf(released, releases),
    released,
  };
}

function thresholdFor({ audience, threshold }: PlanMatrixOptions): number {
  const least = audience === "internal" ? 1 : leastThreshold;
  const asked = threshold ?? (audience === "internal" ? 1 : usualThreshold);
  if (!Number.isInteger(asked) || asked < least)
    throw new WorkspaceError(
      "workspace.threshold-too-low",
      `Cannot release counts: the threshold is below ${leastThreshold}`,
    );
  return asked;
}

function releasedTo(audience: Audience, releases: readonly RecordState[]): ReadonlySet<RecordId> {
  return new Set(
    releases.flatMap((state) => {
      const { audience: before, records } = valuesOf(state);
      return before === audience ? linksIn(records) : [];
    }),
  );
}

function noticesOf(fresh: ReleasedMatrix, releases: readonly RecordState[]): readonly Notice[] {
  const { matrices, counts } = countsIn(releases);
  return [...noticeMoved(fresh, matrices), ...counts.flatMap((each) => noticeBeside(fresh, each))];
}

/** From the log, as everything that leaves. */
async function dressed(
  { view, registry }: Workspace,
  audience: Audience,
  numbers: readonly ShownNumber[],
): Promise<readonly LeavingNumber[]> {
  const fromLog: View = { ...view, glance: (ids) => view.readMany(ids) };
  const commitments = new Map(
    (await fromLog.glance([...new Set(numbers.map(({ commitment }) => commitment))])).map((state) => [
      state.id,
      valuesOf(state),
    ]),
  );
  const companies = await fromLog.glance([...new Set(numbers.map(({ row }) => row))].filter(isId));
  const labels = new Map<string, string>(
    companies.filter(mayBeNamed).map((state) => [state.id, labelOf(registry, state)]),
  );
  const hashes = audience === "internal" ? await hashesOf(fromLog, registry, numbers) : null;
  return numbers.map((number) => ({
    ...number,
    reference: stringIn(commitments.get(number.commitment)?.["reference"]),
    addressee: stringIn(commitments.get(number.commitment)?.["addressee"]),
    rowLabel: labels.get(number.row) ?? null,
    evidence: [...new Set(number.records.flatMap((id) => hashes?.get(id) ?? []))],
  }));
}

/** As a report names them without being asked: who acts in public, and is not at risk. */
function mayBeNamed(state: RecordState): boolean {
  const { organisationKind, flags } = valuesOf(state);
  return isPublicOrganisation(stringIn(organisationKind)) && codesIn(flags).length === 0;
}

async function hashesOf(
  view: View,
  registry: Workspace["registry"],
  numbers: readonly ShownNumber[],
): Promise<ReadonlyMap<RecordId, readonly string[]>> {
  const counted = new Set(numbers.flatMap(({ records }) => records));
  const assessed = numbers.flatMap((each) => (each.counted === "assessments" ? each.records : []));
  const answers = await answersRestOn(view, [...new Set(assessed)]);
  const states = await view.glance([...new Set([...counted, ...[...answers.values()].flat()])]);
  const held = states.map((state) => ({
    row: { id: state.id, kind: state.kind, label: "", labelLang: "und", sort: 0, created: 0, updated: 0 },
    apart: "",
    rows: [],
    commitments: [],
  }));
  const trail = await trailOf({ view, registry }, held, null);
  const files = states.filter(({ kind }) => kind === "evidence");
  const own = new Map(files.map((state) => [state.id, stringIn(valuesOf(state)["sha256"])]));
  const hashes = new Map(
    trail.map(({ record, evidence }) => [
      record,
      [own.get(record), ...evidence.map(({ sha256 }) => sha256)].flatMap((each) => each ?? []),
    ]),
  );
  return new Map(
    [...counted].map((id) => [
      id,
      [id, ...(answers.get(id) ?? [])].flatMap((each) => hashes.get(each) ?? []),
    ]),
  );
}
