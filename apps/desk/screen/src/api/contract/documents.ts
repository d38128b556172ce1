// A draft of a document, as it would leave.
import type { DraftPreview } from "@tocsin/workspace";

export interface DraftInput {
  readonly document: string;
}

export interface ShownDraft extends Pick<DraftPreview, "document" | "check" | "withheld" | "earlier"> {
  /** Whether there is a table of it to be written. */
  readonly hasTables: boolean;
}
