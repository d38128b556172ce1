import { TocsinError } from "@tocsin/core";

export type WorkspaceErrorCode =
  | "workspace.no-bytes"
  /** Evidence of which no redacted copy can be made here: no JPEG and no PNG, or too large. */
  | "workspace.no-picture"
  /** What is to be covered is no list of whole pixels. */
  | "workspace.bad-region"
  | "workspace.no-request"
  | "workspace.not-approved"
  | "workspace.newer-record"
  /** A table to take in has a cell of which only the beginning was read. */
  | "workspace.cell-too-long"
  /** A table would leave the organisation with small numbers in it. */
  | "workspace.threshold-too-low"
  /** Counts that left before and these reveal together what each of them hides. */
  | "workspace.reveals-together"
  /** An erasure by a consent that nobody withdrew, or a retention that has not ended. */
  | "workspace.not-over"
  /** What an erasure would take is not what was confirmed: something was written since. */
  | "workspace.plan-changed"
  /** Something else would leave in a library than what a person looked at. */
  | "workspace.library-changed"
  /** A bundle would let out names that no consent covers and nobody acknowledged. */
  | "workspace.names-not-covered"
  /** A record that was given in confidence would leave. */
  | "workspace.stays-inside"
  /** No instrument of those that came in is whole. */
  | "workspace.bad-instrument"
  /** An answer to a sheet that its rater has closed, or to an assessment that is final. */
  | "workspace.closed"
  /** A sheet lacks answers, raters have not closed or not settled what they differ on, or a reply is waited for. */
  | "workspace.not-ready"
  /** Days are counted from a date that is no single day. */
  | "workspace.not-one-day"
  /** A document lacks what its template requires. */
  | "workspace.document-lacks"
  /** A draft of a template that this version does not have. */
  | "workspace.no-template"
  /** A questionnaire that is not whole. */
  | "workspace.bad-questionnaire"
  /** The words of a segment do not stand where they should in the answer that they were taken from. */
  | "workspace.other-original"
  /** What a change was made over is not what stands there: it was changed since, and nothing was written. */
  | "workspace.changed-meanwhile";

export class WorkspaceError extends TocsinError<WorkspaceErrorCode> {
  override readonly name = "WorkspaceError";
}
