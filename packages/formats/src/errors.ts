// What can stop the reading of an outside format. Each error says at which byte, character or line it stopped.
import { TocsinError } from "@tocsin/core";

export type FormatErrorCode =
  | "formats.bad-property-list"
  | "formats.bad-keyed-archive"
  | "formats.bad-typedstream"
  | "formats.bad-stix"
  | "formats.bad-table"
  | "formats.bad-pdf"
  | "formats.bad-picture"
  | "formats.bad-text"
  /** It opens only with a password. */
  | "formats.locked-pdf"
  /** Of a PDF: more than are drawn, or more than fit into a copy. */
  | "formats.too-many-pages"
  /** Well formed as far as it was read, but larger, deeper or longer than we accept. */
  | "formats.limit";

export class FormatError extends TocsinError<FormatErrorCode> {
  override readonly name = "FormatError";
}
