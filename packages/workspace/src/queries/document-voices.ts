// What a report still owes: claims that nothing stands behind, and voices that no sentence uses.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type LanguageText, type View } from "@tocsin/records";
import { draftOf } from "../documents/draft.ts";
import { writtenClaims, type WrittenClaim } from "../documents/written-claims.ts";
import { linkIn, textIn } from "../values.ts";
import { codedSegments } from "../voices/coded-segments.ts";

export interface DocumentVoices {
  /** Null where it is the report of no consultation: then no voice is missed. */
  readonly questionnaire: RecordId | null;
  readonly claims: number;
  readonly open: readonly Pick<WrittenClaim, "part" | "record" | "sentence" | "words" | "lang">[];
  /** Of all that were coded; at most 60 of them are shown. */
  readonly unused: number;
  readonly coded: number;
  readonly unusedVoices: readonly UnusedVoice[];
}

export interface UnusedVoice {
  readonly segment: RecordId;
  readonly answer: RecordId | null;
  readonly quote: LanguageText;
}

const shownAtMost = 60;

/** Throws `records.not-found`, `workspace.no-template`. */
export const documentVoices = query(
  "document.voices",
  { document: link("document", { required: true }) },
  async (view, { document }): Promise<DocumentVoices> => {
    const draft = await draftOf(view, document);
    const claims = writtenClaims(draft);
    const used = new Set(draft.parts.flatMap(({ records }) => records));
    const coded = draft.questionnaire === null ? [] : await codedSegments(view, draft.questionnaire);
    const unused = coded.filter((segment) => !used.has(segment));
    return {
      questionnaire: draft.questionnaire,
      claims: claims.length,
      open: claims
        .filter(({ isOpen }) => isOpen)
        .map(({ part, record, sentence, words, lang }) => ({ part, record, sentence, words, lang })),
      unused: unused.length,
      coded: coded.length,
      unusedVoices: await voicesOf(view, unused.slice(0, shownAtMost)),
    };
  },
);

async function voicesOf(view: View, segments: readonly RecordId[]): Promise<readonly UnusedVoice[]> {
  return (await view.glance(segments)).map((state) => {
    const values = valuesOf(state);
    return {
      segment: state.id,
      answer: linkIn(values["answer"]),
      quote: textIn(values["quote"]) ?? { text: "", lang: "und" },
    };
  });
}
