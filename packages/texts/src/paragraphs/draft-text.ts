// A draft as paragraphs: each with what is printed, its label, its words, and what the room has noted at it.
import { TextsError } from "../errors.ts";
import { readAgreed, type AgreedState } from "./agreed.ts";
import { bracketState, readBrackets } from "./brackets.ts";
import { labelText, readLabel, type ParagraphLabel } from "./label.ts";

export interface DraftParagraph {
  /** As it stands in the draft, in one line. */
  readonly printed: string;
  readonly label: ParagraphLabel | null;
  /** Without label and notes; square brackets stay. */
  readonly text: string;
  /** Words in square brackets are not agreed: none, some, or the whole paragraph. */
  readonly brackets: "none" | "some" | "whole";
  readonly agreed: AgreedState;
}

export interface DraftNotice {
  readonly kind:
    | "repeated-label"
    | "unpaired-bracket"
    /** Heads and feet of pages. */
    | "left-out"
    /** Changes that a word processor had recorded: read as if they were accepted. */
    | "tracked-changes"
    /** Words that are struck through: they are read like others. */
    | "struck-through"
    | "notes-left-out";
  /** The label, or how many. */
  readonly detail: string;
}

export interface DraftText {
  /** At least one. */
  readonly paragraphs: readonly DraftParagraph[];
  readonly notices: readonly DraftNotice[];
}

export const draftLimits = { paragraphs: 20_000, characters: 5_000_000, paragraph: 200_000 };

/** From paragraphs as they are printed. Throws `texts.empty`, `texts.limit`. */
export function createDraftText(printed: readonly string[], notices: readonly DraftNotice[] = []): DraftText {
  const lines = printed.map(inOneLine).filter((line) => line !== "");
  if (lines.length === 0) throw new TextsError("texts.empty", "Cannot read text: it has no paragraph");
  if (lines.length > draftLimits.paragraphs)
    throw new TextsError("texts.limit", `Cannot read text: more than ${draftLimits.paragraphs} paragraphs`);
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  if (characters > draftLimits.characters || lines.some((line) => line.length > draftLimits.paragraph))
    throw new TextsError("texts.limit", "Cannot read text: it is too long");
  const paragraphs = lines.map(readParagraph);
  return { paragraphs, notices: [...notices, ...noticesOf(paragraphs)] };
}

export function readParagraph(printed: string): DraftParagraph {
  const { label, text: labelled } = readLabel(printed);
  const { agreed, text } = readAgreed(labelled);
  return { printed, label, text, brackets: bracketState(text), agreed };
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function noticesOf(paragraphs: readonly DraftParagraph[]): readonly DraftNotice[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { label } of paragraphs) {
    // Items begin anew under every paragraph.
    if (label === null || label.kind === "item") continue;
    const name = labelText(label);
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  const unpaired = paragraphs.reduce((sum, { text }) => sum + readBrackets(text).unpaired, 0);
  return [
    ...[...repeated].map((detail) => ({ kind: "repeated-label" as const, detail })),
    ...(unpaired === 0 ? [] : [{ kind: "unpaired-bracket" as const, detail: String(unpaired) }]),
  ];
}
