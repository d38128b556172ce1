import { TocsinError } from "@tocsin/core";

export type WorkspaceErrorCode =
  | "workspace.no-bytes"
  | "workspace.no-request"
  | "workspace.not-approved"
  | "workspace.newer-record"
  /** A bundle would let out names that no consent covers and nobody acknowledged. */
  | "workspace.names-not-covered";

export class WorkspaceError extends TocsinError<WorkspaceErrorCode> {
  override readonly name = "WorkspaceError";
}
