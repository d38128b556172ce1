// A matrix of codes, or the coded answers themselves, leave the vault: after a person approved it, with a release record and the
// hash of what left.
import type { Notice } from "@tocsin/cases";
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { encodeQdaProject } from "@tocsin/formats";
import { csvOf, type Cell, type ReleasedRows } from "@tocsin/publish";
import type { LanguageText, Release } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { releaseOperations } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { planCodedMatrix, type CodedMatrixPlan, type PlanCodedMatrixOptions } from "./plan-coded-matrix.ts";
import { qdaProject } from "./qda-project.ts";
import { codedMatrixMethod, codedMatrixVersion, encodeReleasedCodes } from "./released-codes.ts";

export interface PublishCodesOptions extends PlanCodedMatrixOptions {
  /** `qdpx`: the codebook and the answers whose words may leave, and no matrix. */
  readonly format: "csv" | "json" | "qdpx";
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  /** The person who answers for what leaves. */
  readonly approvedBy: LanguageText;
  readonly tool: { readonly name: string; readonly version: string };
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface PublishedCodes {
  readonly release: RecordId;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Cells that are hidden, or answers whose words stay inside. */
  readonly hidden: number;
  readonly threshold: number;
  readonly notices: readonly Notice[];
}

interface Leaving {
  readonly bytes: Uint8Array;
  readonly hidden: number;
  readonly threshold: number;
  readonly notices: readonly Notice[];
  readonly kept: Partial<Pick<Release, "counts" | "countPieces" | "records">>;
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release and this one
 * reveal what each of them hides, and what `planCodedMatrix` throws.
 */
export async function publishCodes(
  workspace: Workspace,
  options: PublishCodesOptions,
): Promise<PublishedCodes> {
  const { approvedBy, format, acceptDifferences = false } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError(
      "workspace.not-approved",
      "Cannot release counts: nobody has approved what leaves",
    );
  const release = workspace.context.newId();
  const leaving =
    format === "qdpx"
      ? await projectLeaving(workspace, options, release)
      : await matrixLeaving(workspace, { ...options, format });
  const { bytes, hidden, threshold, notices, kept } = leaving;
  if (notices.length > 0 && !acceptDifferences)
    throw new WorkspaceError(
      "workspace.reveals-together",
      "Cannot release counts: an earlier release and this one together reveal small numbers",
      { details: { count: notices.length, first: notices[0]?.cell ?? "" } },
    );
  const sha256 = options.sha256(bytes);
  await writeRelease(workspace, options, { release, sha256, kept });
  return { release, bytes, sha256, hidden, threshold, notices };
}

async function projectLeaving(
  workspace: Workspace,
  options: PublishCodesOptions,
  release: RecordId,
): Promise<Leaving> {
  const { project, records, heldBack } = await qdaProject(workspace, { ...options, release });
  const bytes = encodeQdaProject(project);
  return { bytes, hidden: heldBack, threshold: 1, notices: [], kept: { records: [...records] } };
}

async function matrixLeaving(
  workspace: Workspace,
  options: PublishCodesOptions & { readonly format: "csv" | "json" },
): Promise<Leaving> {
  const plan = await planCodedMatrix(workspace, options);
  const { hidden, threshold, notices, released } = plan;
  const bytes = encodeUtf8(options.format === "csv" ? csvOf(rowsIn(plan)) : jsonOf(plan));
  // Inside nothing is hidden, and what comes later has nothing to be held beside.
  const kept = options.audience === "internal" ? {} : encodeReleasedCodes(released);
  return { bytes, hidden, threshold, notices, kept };
}

interface ToRecord extends Pick<Leaving, "kept"> {
  readonly release: RecordId;
  readonly sha256: string;
}

async function writeRelease(
  workspace: Workspace,
  { audience, format, approvedBy }: PublishCodesOptions,
  { release, sha256, kept }: ToRecord,
): Promise<void> {
  const { context, registry, write } = workspace;
  const approved = new Date(context.now()).toISOString();
  const values: Release = {
    title: { text: `coding · ${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format,
    approvedBy,
    approved,
    sha256,
    ...kept,
    ...(await unreadIn(workspace)),
  };
  await write(releaseOperations(values, { record: release, act: "coding.release", isCode: registry.isCode }));
}

/** One row a number: of everybody, of a region, or of a group. Heads stand with an empty row or column. */
function rowsIn({ matrix, rowFamily, columnFamily, threshold }: CodedMatrixPlan): ReleasedRows {
  const { rows, columns, groups, regions, cells, contributors } = matrix;
  const rule = `${codedMatrixMethod} version ${codedMatrixVersion}; distinct contributors; below ${threshold} hidden, with others that would give it away; 0 says that nobody told of it`;
  const line =
    (row: string, column: string): ((of: string, name: string, count: number | null) => readonly Cell[]) =>
    (of, name, count) => [row, column, of, name, count, count === null, rule];
  const all = line("", "");
  return {
    columns: [rowFamily, columnFamily, "of", "name", "contributors", "hidden", "rule"],
    rows: [
      all("all", "", contributors),
      ...regions.map((each) => all("region", each.region ?? "", each.contributors)),
      ...groups.map(({ title, contributors: count }) => all("group", title.text, count)),
      ...rows.map(({ title, contributors: count }) => line(title.text, "")("all", "", count)),
      ...columns.map(({ title, contributors: count }) => line("", title.text)("all", "", count)),
      ...rows.flatMap((row, y) =>
        columns.flatMap((column, x) => {
          const cell = cells[y]?.[x];
          const of = line(row.title.text, column.title.text);
          if (cell === undefined) return [];
          return [
            of("all", "", cell.contributors),
            ...cell.byRegion.map((count, at) => of("region", regions[at]?.region ?? "", count)),
            ...cell.byGroup.map((count, at) => of("group", groups[at]?.title.text ?? "", count)),
          ];
        }),
      ),
    ],
  };
}

function jsonOf({ matrix, rowFamily, columnFamily, threshold }: CodedMatrixPlan): string {
  const heads = (all: CodedMatrixPlan["matrix"]["rows"]) =>
    all.map(({ title, contributors }) => ({ title: { ...title }, contributors }));
  const whole = {
    method: codedMatrixMethod,
    version: codedMatrixVersion,
    threshold,
    rows: { family: rowFamily, codes: heads(matrix.rows) },
    columns: { family: columnFamily, codes: heads(matrix.columns) },
    groups: heads(matrix.groups),
    regions: matrix.regions,
    contributors: matrix.contributors,
    cells: matrix.cells,
  };
  return `${encodeCanonicalText(whole as unknown as Json)}\n`;
}
