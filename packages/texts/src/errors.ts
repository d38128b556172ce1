// What can stop the reading of a negotiated text.
import { TocsinError } from "@tocsin/core";

export type TextsErrorCode =
  /** More paragraphs or characters than are compared. */
  | "texts.limit"
  /** Nothing in it is a paragraph. */
  | "texts.empty"
  /** A PDF, an old Word file, a picture: its words cannot be read here. */
  | "texts.not-read"
  /** Links between two drafts that do not fit them. */
  | "texts.bad-alignment"
  /** Counts of a vote that cannot be: more than there are members, or no counts. */
  | "texts.bad-vote"
  /** Nothing in it is the name of a sponsor. */
  | "texts.no-sponsors"
  /** Only a text that was adopted goes over to the commitments. */
  | "texts.not-adopted";

export class TextsError extends TocsinError<TextsErrorCode> {
  override readonly name = "TextsError";
}
