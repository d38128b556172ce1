import { TocsinError } from "@tocsin/core";

export type RecordsErrorCode =
  | "records.bad-value"
  /** A text that no field holds: it is evidence. */
  | "records.too-long"
  | "records.unknown-field"
  | "records.unknown-kind"
  | "records.unknown-code"
  | "records.missing-field"
  | "records.bad-operation"
  | "records.bad-definition"
  | "records.not-found"
  | "records.bad-input";

export class RecordsError extends TocsinError<RecordsErrorCode> {
  override readonly name = "RecordsError";
}
