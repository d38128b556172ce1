// What stops the work of publishing.
import { TocsinError } from "@tocsin/core";

export type PublishErrorCode =
  /** The input contradicts itself: an identifier stands twice, a date or hash is malformed. */
  | "publish.input"
  /** A name that must be withheld would have been in the output. Nothing is written. */
  | "publish.leak"
  /** The typesetter is missing, or refused the document. */
  | "publish.typesetter"
  /** The writer of DOCX is missing, or refused the document. */
  | "publish.word-writer";

export class PublishError extends TocsinError<PublishErrorCode> {
  override readonly name = "PublishError";
}
