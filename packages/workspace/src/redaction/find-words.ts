// Words that are to be covered, looked for in the text of a PDF: where they stand is proposed, and a person covers it or not.
import type { RecordId } from "@tocsin/core";
import { WorkspaceError } from "../errors.ts";
import type { Workspace } from "../workspace.ts";
import { readPicture, type PictureRegion } from "./redact-picture.ts";

export interface FoundWords {
  readonly boxes: readonly {
    /** Which of the phrases. */
    readonly phrase: number;
    /** From 1. */
    readonly page: number;
    readonly region: PictureRegion;
  }[];
  /** How often each phrase was found. */
  readonly counts: readonly number[];
  readonly pages: number;
  /** Pages without letters, or with some of which nothing says what they are: there nothing is found. */
  readonly unread: number;
}

/** Throws `formats.bad-picture`, `formats.limit`, and the reason of the signal. */
export type FindWords = (
  bytes: Uint8Array,
  phrases: readonly string[],
  signal?: AbortSignal,
) => Promise<FoundWords>;

export interface FindWordsOptions {
  readonly evidence: RecordId;
  readonly phrases: readonly string[];
  readonly find: FindWords;
  readonly signal?: AbortSignal | undefined;
}

/** Of phrases, and letters in each. */
const findLimits = { phrases: 50, letters: 200 } as const;

/** Of a picture no words are read. Throws `workspace.bad-region` for phrases that are none, and as `readPicture` does. */
export async function findWordsOf(
  workspace: Workspace,
  { evidence, phrases, find, signal }: FindWordsOptions,
): Promise<FoundWords> {
  const isGood = phrases.every((each) => each.trim() !== "" && each.length <= findLimits.letters);
  if (!isGood || phrases.length > findLimits.phrases)
    throw new WorkspaceError(
      "workspace.bad-region",
      `Cannot find words: at most ${findLimits.phrases} phrases of ${findLimits.letters} letters`,
    );
  const { bytes, look } = await readPicture(workspace, evidence, signal);
  if (look.format === "pdf") return find(bytes, phrases, signal);
  return { boxes: [], counts: phrases.map(() => 0), pages: 1, unread: 1 };
}
