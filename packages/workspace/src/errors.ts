import { TocsinError } from "@tocsin/core";

export type WorkspaceErrorCode = "workspace.no-bytes" | "workspace.not-approved" | "workspace.newer-record";

export class WorkspaceError extends TocsinError<WorkspaceErrorCode> {
  override readonly name = "WorkspaceError";
}
