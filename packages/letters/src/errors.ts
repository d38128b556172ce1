// What can stop an act on an open letter.
import { TocsinError } from "@tocsin/core";

export type LettersErrorCode =
  /** No words, no title, a deadline that is no time, or a zone that nobody knows. */
  | "letters.bad-letter"
  /** The list is frozen: nothing of it changes any more. */
  | "letters.frozen"
  /** It came in after the deadline and its grace. */
  | "letters.too-late"
  /** A signature without a name, or with a domain that is none. */
  | "letters.bad-signer"
  /** What was seen does not show what would be claimed. */
  | "letters.not-shown"
  /** The signature was withdrawn, or counts as another one. */
  | "letters.not-standing"
  /** Signatures that do not belong to one letter, or fewer than two. */
  | "letters.bad-decision"
  /** Nobody stands under the letter, or people have yet to decide. */
  | "letters.not-ready"
  /** A file that is no frozen list. */
  | "letters.bad-list";

export class LettersError extends TocsinError<LettersErrorCode> {
  override readonly name = "LettersError";
}
