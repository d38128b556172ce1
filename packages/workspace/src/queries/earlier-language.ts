// Earlier texts in this vault in which the words of a paragraph stand already: candidates for agreed language, which a person
// looks at. Only what was adopted counts: texts of the organisation's own, its commitments, and drafts as adopted.
import type { RecordId } from "@tocsin/core";
import { link, query, RecordsError, text, valuesOf, type RecordState, type View } from "@tocsin/records";
import { labelText, sharedRuns } from "@tocsin/texts";
import { allOf } from "../all-of.ts";
import { draftOf } from "../drafts/draft-paragraphs.ts";
import { flagIn, linkIn, stringIn, textIn } from "../values.ts";

export interface EarlierLanguage {
  /** Longest first, at most 20. */
  readonly found: readonly EarlierText[];
}

export interface EarlierText {
  readonly phrase: string;
  readonly words: number;
  readonly record: RecordId;
  readonly kind: string;
  readonly title: string;
  readonly symbol: string | null;
  readonly dated: string | null;
  readonly label: string | null;
  /** Who agreed to it, as somebody wrote it down; null where nobody did. */
  readonly agreedBy: string | null;
  readonly adopted: string | null;
  /** Whether somebody held it against the official text. */
  readonly checked: boolean;
}

type Searched = Omit<EarlierText, "phrase" | "words"> & { readonly text: string };

const mostFound = 20;
/** A phrase that somebody seeks can be shorter than what is found of itself in a paragraph. */
const leastSought = 3;

/** Throws `records.not-found`, `records.bad-input` with neither a paragraph nor words. */
export const languageEarlier = query(
  "language.earlier",
  { paragraph: link("draftParagraph"), words: text() },
  async (view, { paragraph, words }): Promise<EarlierLanguage> => {
    const state = paragraph === undefined ? undefined : await view.read(paragraph);
    const sought = words ?? (state === undefined ? null : textIn(valuesOf(state)["printed"]));
    if (sought === null)
      throw new RecordsError("records.bad-input", "Cannot search earlier texts: no words to search for");
    const own = state === undefined ? null : linkIn(valuesOf(state)["draft"]);
    const texts = [...(await keptIn(view)), ...(await promisesIn(view)), ...(await adoptedIn(view, own))];
    const least = words === undefined ? undefined : leastSought;
    const found = texts.flatMap(({ text: other, ...about }) => {
      const [longest] = sharedRuns({ one: sought.text, other }, sought.lang, least);
      return longest === undefined ? [] : [{ ...about, phrase: longest.text, words: longest.words }];
    });
    return { found: found.sort((one, other) => other.words - one.words).slice(0, mostFound) };
  },
);

/** Phrases that somebody kept, with who agreed to them. */
async function keptIn(view: View): Promise<readonly Searched[]> {
  return (await allOf(view, "agreedLanguage")).map((state) => {
    const values = valuesOf(state);
    const instrument = stringIn(values["instrument"]);
    return {
      ...namesOf(state),
      title: instrument ?? "",
      symbol: instrument,
      label: stringIn(values["earlierParagraph"]),
      agreedBy: textIn(values["agreedBy"])?.text ?? null,
      adopted: stringIn(values["adopted"]),
      text: textIn(values["phrase"])?.text ?? "",
    };
  });
}

async function promisesIn(view: View): Promise<readonly Searched[]> {
  const states = [...(await allOf(view, "provision")), ...(await allOf(view, "commitment"))];
  return states.map((state) => {
    const values = valuesOf(state);
    return {
      ...namesOf(state),
      symbol: stringIn(values["symbol"]) ?? stringIn(values["instrument"]),
      label: stringIn(values["paragraph"]),
      text: textIn(values["words"])?.text ?? "",
    };
  });
}

async function adoptedIn(view: View, own: RecordId | null): Promise<readonly Searched[]> {
  const drafts = (await allOf(view, "draft")).filter(
    (state) => state.id !== own && stringIn(valuesOf(state)["stage"]) === "adopted",
  );
  const texts: Searched[] = [];
  for (const draft of drafts)
    for (const { record, paragraph } of (await draftOf(view, draft.id)).paragraphs)
      texts.push({
        ...namesOf(draft),
        record,
        kind: "draftParagraph",
        symbol: stringIn(valuesOf(draft)["symbol"]),
        label: paragraph.label === null ? null : labelText(paragraph.label),
        text: paragraph.text,
      });
  return texts;
}

function namesOf(state: RecordState) {
  const values = valuesOf(state);
  return {
    record: state.id,
    kind: state.kind,
    title: textIn(values["title"])?.text ?? "",
    dated: stringIn(values["dated"]),
    agreedBy: null,
    adopted: null,
    checked: flagIn(values["checked"]) === true,
  };
}
