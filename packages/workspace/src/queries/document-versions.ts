// Every version of a part of a draft, from the log, and two of them held beside each other word by word.
import type { RecordId } from "@tocsin/core";
import { compareWords, countWords, type ComparedRun } from "@tocsin/publish";
import {
  integer,
  link,
  query,
  RecordsError,
  type LanguageText,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { textIn } from "../values.ts";

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

/** Oldest first. */
export const documentVersions = query(
  "document.versions",
  { part: link("documentPart", { required: true }) },
  async (view, { part }): Promise<readonly PartVersion[]> =>
    (await versionsOf(view, part)).map(({ stamp, text }, at) => ({
      version: at + 1,
      at: stamp.at,
      device: stamp.device,
      words: countWords(text.text, text.lang),
    })),
);

/** Of the newest two unless said otherwise. Throws `records.bad-input` for a version that there is not. */
export const documentCompare = query(
  "document.compare",
  { part: link("documentPart", { required: true }), earlier: integer(), later: integer() },
  async (view, { part, earlier, later }): Promise<ComparedVersions> => {
    const versions = await versionsOf(view, part);
    const to = later ?? versions.length;
    const from = earlier ?? Math.max(1, to - 1);
    const [before, after] = [versions[from - 1], versions[to - 1]];
    if (before === undefined || after === undefined)
      throw new RecordsError("records.bad-input", "Cannot compare: there is no such version");
    const { text, lang } = after.text;
    return { earlier: from, later: to, language: lang, runs: compareWords(before.text.text, text, lang) };
  },
);

interface Version {
  readonly stamp: StampedOperation["stamp"];
  readonly text: LanguageText;
}

/** What was taken back stands as an empty text. */
async function versionsOf(view: View, part: RecordId): Promise<readonly Version[]> {
  await stateOf(view, part, "documentPart");
  return (await view.history(part)).toReversed().flatMap(({ stamp, operation }): readonly Version[] => {
    const change = operation.patch["text"];
    if (change === undefined) return [];
    const text = "set" in change ? textIn(change.set) : null;
    return [{ stamp, text: text ?? { text: "", lang: "und" } }];
  });
}
