// Words that are to be covered, looked for in the text of a PDF: where they stand is proposed, and a person covers it or not.
import type { RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { createWithheldFinder } from "../bundle-names.ts";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { readPicture, type PictureRegion } from "./redact-picture.ts";

/** What a reader of the document finds. */
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
  /** There are more places than boxes are given. */
  readonly isCut: boolean;
  /** What stands on the pages, as far as it are letters. */
  readonly text: string;
}

export interface ProposedWords extends Omit<FoundWords, "text"> {
  /** Those that were asked for, and behind them the names that were found. */
  readonly phrases: readonly string[];
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
  /** Also every name that stands there and that a public release withholds, by the rule by which releases strike names. */
  readonly withNames?: boolean;
  readonly find: FindWords;
  readonly signal?: AbortSignal | undefined;
}

/** Of phrases, and letters in each. */
const findLimits = { phrases: 50, letters: 200 } as const;

/** Of a picture no words are read. Throws `workspace.bad-region` for phrases that are none, and as `readPicture` does. */
export async function findWordsOf(
  workspace: Workspace,
  { evidence, phrases: typed, withNames = false, find, signal }: FindWordsOptions,
): Promise<ProposedWords> {
  const isGood = typed.every((each) => each.trim() !== "" && each.length <= findLimits.letters);
  if (!isGood || typed.length > findLimits.phrases)
    throw new WorkspaceError(
      "workspace.bad-region",
      `Cannot find words: at most ${findLimits.phrases} phrases of ${findLimits.letters} letters`,
    );
  const { bytes, look } = await readPicture(workspace, evidence, signal);
  if (look.format !== "pdf")
    return { phrases: typed, boxes: [], counts: typed.map(() => 0), pages: 1, unread: 1, isCut: false };
  const { text: whole, ...first } = await find(bytes, typed, signal);
  const names = withNames ? await namesIn(workspace, { evidence, text: whole, signal }) : [];
  if (names.length === 0) return { ...first, phrases: typed };
  const phrases = [...typed, ...names.slice(0, mostNames)];
  const { text: _, ...found } = await find(bytes, phrases, signal);
  return { ...found, phrases, isCut: found.isCut || names.length > mostNames };
}

/** As they are written there, longer ones first. */
const mostNames = 300;

interface NamesWhere {
  readonly evidence: RecordId;
  readonly text: string;
  readonly signal: AbortSignal | undefined;
}

async function namesIn(
  workspace: Workspace,
  { evidence, text, signal }: NamesWhere,
): Promise<readonly string[]> {
  const caseId = linkIn(valuesOf(await stateOf(workspace.view, evidence, "evidence"))["case"]);
  const finder = await createWithheldFinder(workspace, { audience: "public", case: caseId, signal });
  return [...finder.found(text)].toSorted((a, b) => b.length - a.length);
}
