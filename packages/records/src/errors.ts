import { TocsinError } from "@tocsin/core";

export type RecordsErrorCode =
  | "records.bad-value"
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
