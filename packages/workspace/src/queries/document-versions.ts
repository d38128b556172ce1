// Every version of a part of a draft or of the whole, from the log, and two of them held beside each other word by word.
import type { RecordId } from "@tocsin/core";
import { countWritten } from "@tocsin/publish";
import { integer, link, query, RecordsError, type LanguageText } from "@tocsin/records";
import { compareWords, type ComparedRun } from "@tocsin/texts";
import { draftOf, type Draft } from "../documents/draft.ts";
import { versionsOf, wholeVersionsOf, type WholeVersion } from "../documents/part-versions.ts";

export interface PartVersion {
  /** From 1, in the order in which the log has them. */
  readonly version: number;
  /** Milliseconds since 1970, as the device claimed. */
  readonly at: number;
  readonly device: string;
  readonly words: number;
}

export interface ComparedVersions {
  readonly earlier: number;
  readonly later: number;
  readonly language: string;
  readonly runs: readonly ComparedRun[];
}

export interface DraftVersion extends PartVersion {
  /** Name of the part that was changed; `words` are those of all parts. */
  readonly part: string;
}

export interface ComparedDrafts {
  readonly earlier: number;
  readonly later: number;
  /** In the order of the template, those that differ. */
  readonly parts: readonly {
    readonly part: string;
    readonly record: RecordId;
    readonly language: string;
    readonly runs: readonly ComparedRun[];
  }[];
}

/** Oldest first. */
export const documentVersions = query(
  "document.versions",
  { part: link("documentPart", { required: true }) },
  async (view, { part }): Promise<readonly PartVersion[]> =>
    (await versionsOf(view, part)).map(({ stamp, text }, at) => ({
      version: at + 1,
      at: stamp.at,
      device: stamp.device,
      words: countWritten(text.text, text.lang),
    })),
);

/** Of the newest two unless said otherwise. Throws `records.bad-input` for a version that there is not. */
export const documentCompare = query(
  "document.compare",
  { part: link("documentPart", { required: true }), earlier: integer(), later: integer() },
  async (view, { part, ...asked }): Promise<ComparedVersions> => {
    const { earlier, later, before, after } = twoOf(await versionsOf(view, part), asked);
    const { text, lang } = after.text;
    return { earlier, later, language: lang, runs: compareWords(before.text.text, text, lang) };
  },
);

/** Oldest first: one for each change of each part. */
export const documentHistory = query(
  "document.history",
  { document: link("document", { required: true }) },
  async (view, { document }): Promise<readonly DraftVersion[]> => {
    const draft = await draftOf(view, document);
    const counted = new Map<LanguageText, number>();
    const wordsOf = (text: LanguageText): number => {
      const words = counted.get(text) ?? countWritten(text.text, text.lang);
      counted.set(text, words);
      return words;
    };
    return (await wholeVersionsOf(view, draft)).map(({ stamp, part, texts }, at) => ({
      version: at + 1,
      at: stamp.at,
      device: stamp.device,
      part: partNamed(draft, part),
      words: [...texts.values()].reduce((sum, text) => sum + wordsOf(text), 0),
    }));
  },
);

/** As `document.compare`, for all parts together. */
export const documentCompareWhole = query(
  "document.compare-whole",
  { document: link("document", { required: true }), earlier: integer(), later: integer() },
  async (view, { document, ...asked }): Promise<ComparedDrafts> => {
    const draft = await draftOf(view, document);
    const { earlier, later, before, after } = twoOf(await wholeVersionsOf(view, draft), asked);
    return {
      earlier,
      later,
      parts: draft.template.parts.flatMap(({ name }) =>
        draft.parts
          .filter(({ part }) => part === name)
          .flatMap(({ record }) => comparedPart(name, record, [before, after])),
      ),
    };
  },
);

function comparedPart(
  part: string,
  record: RecordId,
  [before, after]: readonly [WholeVersion, WholeVersion],
): ComparedDrafts["parts"] {
  const [earlier, later] = [textIn(before, record), textIn(after, record)];
  if (earlier.text === later.text) return [];
  const language = (later.text === "" ? earlier : later).lang;
  return [{ part, record, language, runs: compareWords(earlier.text, later.text, language) }];
}

function textIn({ texts }: WholeVersion, record: RecordId): LanguageText {
  return texts.get(record) ?? { text: "", lang: "und" };
}

function partNamed({ parts }: Draft, record: RecordId): string {
  return parts.find((each) => each.record === record)?.part ?? "";
}

function twoOf<Version>(
  versions: readonly Version[],
  { earlier, later }: { readonly earlier?: number; readonly later?: number },
) {
  const to = later ?? versions.length;
  const from = earlier ?? Math.max(1, to - 1);
  const [before, after] = [versions[from - 1], versions[to - 1]];
  if (before === undefined || after === undefined)
    throw new RecordsError("records.bad-input", "Cannot compare: there is no such version");
  return { earlier: from, later: to, before, after };
}
