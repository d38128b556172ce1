// The words of an answer as they came, and whether a segment still stands in them.
import type { RecordId } from "@tocsin/core";
import { digestOfText } from "@tocsin/crypto";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { holdsAnchor, type Anchored } from "@tocsin/voices";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { integerIn, linkIn, stringIn, textIn, type Values } from "../values.ts";

export interface Original {
  readonly answer: RecordId;
  readonly contribution: RecordId | null;
  readonly questionnaire: RecordId | null;
  readonly text: string;
  readonly lang: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly digest: string;
}

/** Null for an answer without words. */
export function originalOf(state: RecordState): Original | null {
  const values = valuesOf(state);
  const words = textIn(values["words"]);
  if (words === null) return null;
  return {
    answer: state.id,
    contribution: linkIn(values["contribution"]),
    questionnaire: linkIn(values["questionnaire"]),
    text: words.text,
    lang: words.lang,
    digest: digestOfText(words.text),
  };
}

/** Throws `records.not-found`, and `workspace.other-original` for an answer without words. */
export async function readOriginal(view: View, answer: RecordId): Promise<Original> {
  const original = originalOf(await stateOf(view, answer, "contributionAnswer"));
  if (original === null)
    throw new WorkspaceError("workspace.other-original", "Cannot code: the answer has no words");
  return original;
}

/** Of the values of a segment. */
export function standsIn(values: Values, original: Original | null): Anchored {
  if (original === null) return "other-original";
  const anchor = {
    start: integerIn(values["start"]) ?? -1,
    end: integerIn(values["end"]) ?? -1,
    quote: textIn(values["quote"])?.text ?? "",
    digest: stringIn(values["digest"]) ?? "",
  };
  return holdsAnchor(anchor, original.text, original.digest);
}
