// A matrix leaves the vault: small numbers hidden, the rule beside every number, each number with the records and the hashes
// of the evidence that it rests on where the audience may have them, after a person approved it, with a release record.
import { countingRules, matrixRules } from "@tocsin/cases";
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { csvOf, type ReleasedRows } from "@tocsin/publish";
import type { LanguageText } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { releaseOperations } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { matrixMethod, matrixVersion } from "./earlier.ts";
import { encodeKept } from "./kept-numbers.ts";
import type { MatrixCounted } from "./numbers.ts";
import { planMatrix, type LeavingNumber, type MatrixPlan, type PlanMatrixOptions } from "./plan-matrix.ts";

export interface PublishMatrixOptions extends PlanMatrixOptions {
  readonly format: "csv" | "json";
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  /** The person who answers for what leaves. */
  readonly approvedBy: LanguageText;
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface PublishedMatrix extends Pick<MatrixPlan, "hidden" | "unnamed" | "notices" | "threshold"> {
  readonly release: RecordId;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly numbers: number;
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release and this
 * one reveal what each of them hides, and what `planMatrix` throws.
 */
export async function publishMatrix(
  workspace: Workspace,
  options: PublishMatrixOptions,
): Promise<PublishedMatrix> {
  const { approvedBy, format, acceptDifferences = false } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError(
      "workspace.not-approved",
      "Cannot release counts: nobody has approved what leaves",
    );
  const plan = await planMatrix(workspace, options);
  const { notices, hidden, unnamed, threshold, numbers } = plan;
  if (notices.length > 0 && !acceptDifferences)
    throw new WorkspaceError(
      "workspace.reveals-together",
      "Cannot release counts: an earlier release and this one together reveal small numbers",
      { details: { count: notices.length, first: notices[0]?.cell ?? "" } },
    );
  const bytes = encodeUtf8(format === "csv" ? csvOf(rowsIn(plan)) : jsonOf(plan));
  const sha256 = options.sha256(bytes);
  const release = await writeRelease(workspace, options, { plan, sha256 });
  return { release, bytes, sha256, hidden, unnamed, notices, threshold, numbers: numbers.length };
}

async function writeRelease(
  workspace: Workspace,
  { audience, format, approvedBy }: PublishMatrixOptions,
  { plan, sha256 }: { readonly plan: MatrixPlan; readonly sha256: string },
): Promise<RecordId> {
  const { context, registry, write } = workspace;
  const record = context.newId();
  const approved = new Date(context.now()).toISOString();
  const values = {
    title: { text: `matrix · ${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format,
    records: [...new Set(plan.numbers.flatMap(({ records }) => records))],
    approvedBy,
    approved,
    sha256,
    // Inside nothing is hidden, and what comes later has nothing to be held beside.
    ...(audience === "internal" ? {} : encodeKept(plan.released)),
    ...(await unreadIn(workspace)),
  };
  await write(releaseOperations(values, { record, act: "matrix.release", isCode: registry.isCode }));
  return record;
}

const kindOfCounted: Readonly<Record<MatrixCounted, string>> = {
  incidents: "incident",
  measures: "measure",
  proceedings: "proceeding",
  assessments: "assessment",
  people: "incident",
  organisations: "incident",
  groups: "incident",
  unnamed: "incident",
};

/** Addresses of the desk that has the vault: they carry ids alone. */
function addressesOf({ counted, records }: LeavingNumber): readonly string[] {
  return records.map((id) => `#/${kindOfCounted[counted]}/${id}`);
}

/** One row a number. Lists in a cell are parted by spaces: no id, hash or address has one. */
function rowsIn({ by, threshold, numbers }: MatrixPlan): ReleasedRows {
  const rule = `${matrixMethod} version ${matrixVersion}; below ${threshold} hidden; statuses are never added up; an empty cell says that nothing is recorded, not that nothing happened`;
  return {
    columns: [
      by,
      "name",
      "commitment",
      "commitment id",
      "counted",
      "status",
      "category",
      "count",
      "hidden",
      "opens",
      "evidence sha256",
      "addressed to",
      "rule",
    ],
    rows: numbers.map((number) => [
      number.row,
      number.rowLabel,
      number.reference,
      number.commitment,
      number.counted,
      number.status,
      number.category,
      number.count,
      number.count === null,
      addressesOf(number).join(" "),
      number.evidence.join(" "),
      number.addressee,
      rule,
    ]),
  };
}

function jsonOf({ by, threshold, numbers, hidden, unnamed }: MatrixPlan): string {
  const whole = {
    method: matrixMethod,
    version: matrixVersion,
    by,
    threshold,
    hidden,
    unnamed,
    numbers: numbers.map((number) => ({ ...number, opens: addressesOf(number) })),
    rules: matrixRules,
    countingRules,
  };
  return `${encodeCanonicalText(whole as unknown as Json)}\n`;
}
