import { TocsinError } from "@tocsin/core";

export type IndexErrorCode =
  /** The file is damaged, of another version, or opens with another key: make it anew from the log. */
  "index.unreadable" | "index.failed";

export class IndexError extends TocsinError<IndexErrorCode> {
  override readonly name = "IndexError";
}
