// What stops a build.
import { TocsinError } from "@tocsin/core";

export type LibraryErrorCode =
  /** No language of the interface, one without a translator, or an address that is none. */
  | "library.head"
  /** The items were others when they were read again. */
  | "library.items-changed";

export class LibraryError extends TocsinError<LibraryErrorCode> {
  override readonly name = "LibraryError";
}
