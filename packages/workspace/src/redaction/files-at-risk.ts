// Files that say more than they show: pictures and PDF files with something beside their pixels and pages, and originals of
// which a redacted copy was made. Nothing is replaced in them: a person lets each out, or leaves it out.
import type { RecordId } from "@tocsin/core";
import { FormatError } from "@tocsin/formats";
import { valuesOf, type RecordState } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import type { LookAtFile } from "../library/files/file-look.ts";
import { stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { readPicture } from "./redact-picture.ts";

export interface FileRisk {
  readonly reason: "metadata" | "document" | "redacted";
  /** What it says beside what it shows: `picture.extra.<kind>`. Empty where nobody could look. */
  readonly carries: readonly string[];
}

export interface RiskOptions {
  /** Looks through a PDF; without it, every PDF counts as carrying something. */
  readonly lookAtFile?: LookAtFile | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** More files than this are not opened for one plan: the rest counts as carrying something. */
const mostOpened = 200;

/** By piece of evidence. A file that cannot be read counts as one that carries something. */
export async function filesAtRisk(
  workspace: Workspace,
  records: readonly RecordState[],
  options: RiskOptions = {},
): Promise<ReadonlyMap<RecordId, FileRisk>> {
  const risks = new Map<RecordId, FileRisk>();
  let opened = 0;
  for (const state of records) {
    options.signal?.throwIfAborted();
    if (state.kind !== "evidence") continue;
    const sort = sortOf(state);
    if (await hasRedactedCopy(workspace, state.id)) risks.set(state.id, { reason: "redacted", carries: [] });
    else if (sort !== null) {
      opened += 1;
      const carries = opened > mostOpened ? [] : await carriedBy(workspace, state.id, options);
      if (carries !== null) risks.set(state.id, { reason: sort, carries });
    }
  }
  return risks;
}

async function hasRedactedCopy({ view }: Workspace, id: RecordId): Promise<boolean> {
  const copies = await view.linked(id, { kind: "evidence", field: "parent" });
  return copies.some((copy) => valuesOf(copy)["copyKind"] === "redaction");
}

function sortOf(state: RecordState): "metadata" | "document" | null {
  const values = valuesOf(state);
  if (values["sealed"] === undefined) return null;
  const types = [stringIn(values["looksLike"]), stringIn(values["mediaType"])];
  if (types.includes("application/pdf")) return "document";
  return types.some((type) => type?.startsWith("image/") === true) ? "metadata" : null;
}

/** A profile of colours alone tells nobody anything. */
const harmless: ReadonlySet<string> = new Set(["colour-profile"]);

/** Null where it carries nothing; empty where it cannot be told what. */
async function carriedBy(
  workspace: Workspace,
  id: RecordId,
  options: RiskOptions,
): Promise<readonly string[] | null> {
  try {
    const { bytes, look } = await readPicture(workspace, id, options.signal);
    if (look.format === "pdf") return await carriedByPdf(bytes, options);
    const carries = look.extras.map(({ kind }) => kind);
    return carries.some((kind) => !harmless.has(kind)) ? carries : null;
  } catch (error) {
    if (error instanceof FormatError) return [];
    if (error instanceof WorkspaceError && error.code === "workspace.no-picture") return [];
    throw error;
  }
}

async function carriedByPdf(
  bytes: Uint8Array,
  { lookAtFile, signal }: RiskOptions,
): Promise<readonly string[] | null> {
  if (lookAtFile === undefined) return [];
  const { carries, isActive, isLocked, isWhole } = await lookAtFile(bytes, signal);
  return carries.length > 0 || isActive || isLocked || !isWhole ? carries : null;
}
