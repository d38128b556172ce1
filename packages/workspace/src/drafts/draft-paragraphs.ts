// The paragraphs of a draft in its order, as records and as the rules of texts know them.
import type { Json, RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { readParagraph, type AgreedState, type DraftParagraph } from "@tocsin/texts";
import { stateOf } from "../state-of.ts";
import { integerIn, linksIn, stringIn, textIn } from "../values.ts";

export interface KeptParagraph {
  readonly record: RecordId;
  readonly paragraph: DraftParagraph;
  /** As the draft prints it, or as somebody has noted since. */
  readonly agreed: AgreedState;
  readonly follows: readonly RecordId[];
}

export interface KeptDraft {
  readonly state: RecordState;
  /** BCP 47; `und` where nobody said. */
  readonly language: string;
  readonly paragraphs: readonly KeptParagraph[];
}

/** From the log. Throws `records.not-found`. */
export async function draftOf(view: View, id: RecordId): Promise<KeptDraft> {
  const state = await stateOf(view, id, "draft");
  const states = await view.linked(id, { kind: "draftParagraph", field: "draft" });
  const paragraphs = states
    .map((each) => ({ id: each.id, values: valuesOf(each) }))
    .sort((one, other) => (integerIn(one.values["place"]) ?? 0) - (integerIn(other.values["place"]) ?? 0))
    .map(({ id: record, values }) => {
      const paragraph = readParagraph(textIn(values["printed"])?.text ?? "");
      const agreed = agreedIn(values["agreed"]) ?? paragraph.agreed;
      return { record, paragraph, agreed, follows: linksIn(values["follows"]) };
    });
  return { state, language: stringIn(valuesOf(state)["language"]) ?? "und", paragraphs };
}

function agreedIn(value: Json | undefined): AgreedState | undefined {
  return (["open", "ad-referendum", "agreed"] as const).find((each) => each === value);
}

export function paragraphsIn({ paragraphs }: KeptDraft): readonly DraftParagraph[] {
  return paragraphs.map(({ paragraph }) => paragraph);
}
