// Files that say more than they show: pictures with something beside their pixels, and originals of which a redacted copy was
// made. Nothing is replaced in them: a person lets each out, or leaves it out.
import type { RecordId } from "@tocsin/core";
import { FormatError } from "@tocsin/formats";
import { valuesOf, type RecordState } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { readPicture } from "./redact-picture.ts";

export type FileRisk = "metadata" | "redacted";

/** More pictures than this are not opened for one plan: the rest counts as carrying something. */
const mostPictures = 200;

/** By piece of evidence. A picture that cannot be read counts as one that carries something. */
export async function filesAtRisk(
  workspace: Workspace,
  records: readonly RecordState[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<RecordId, FileRisk>> {
  const risks = new Map<RecordId, FileRisk>();
  let opened = 0;
  for (const state of records) {
    signal?.throwIfAborted();
    if (state.kind !== "evidence") continue;
    if (await hasRedactedCopy(workspace, state.id)) risks.set(state.id, "redacted");
    else if (isPicture(state)) {
      opened += 1;
      if (opened > mostPictures || (await carriesMore(workspace, state.id, signal)))
        risks.set(state.id, "metadata");
    }
  }
  return risks;
}

async function hasRedactedCopy({ view }: Workspace, id: RecordId): Promise<boolean> {
  const copies = await view.linked(id, { kind: "evidence", field: "parent" });
  return copies.some((copy) => valuesOf(copy)["copyKind"] === "redaction");
}

function isPicture(state: RecordState): boolean {
  const values = valuesOf(state);
  if (values["sealed"] === undefined) return false;
  const types = [stringIn(values["looksLike"]), stringIn(values["mediaType"])];
  return types.some((type) => type?.startsWith("image/") === true);
}

/** A profile of colours alone tells nobody anything. */
const harmless: ReadonlySet<string> = new Set(["colour-profile"]);

async function carriesMore(workspace: Workspace, id: RecordId, signal?: AbortSignal): Promise<boolean> {
  try {
    const { look } = await readPicture(workspace, id, signal);
    return look.extras.some(({ kind }) => !harmless.has(kind));
  } catch (error) {
    if (error instanceof FormatError) return true;
    if (error instanceof WorkspaceError && error.code === "workspace.no-picture") return true;
    throw error;
  }
}
