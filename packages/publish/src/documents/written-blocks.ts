// What a person wrote as blocks: a line a paragraph, lines that begin with a dash a list, `[^id]` a note.
import type { Composer } from "./composer.ts";
import { noteMark } from "./count-words.ts";
import type { WrittenPart } from "./document-input.ts";
import { claimNote } from "./claim-notes.ts";
import type { DocumentBlock, DocumentSpan } from "./model.ts";

const none = (): readonly number[] => [];

export function writtenBlocks(part: WrittenPart, composer: Composer): readonly DocumentBlock[] {
  const lines = part.text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const marked = new Set(Array.from(part.text.matchAll(noteMark), ([, id = ""]) => id));
  // Asked for last, so that notes are numbered in the order in which they are read.
  const rest = (): readonly number[] =>
    part.records.filter((id) => !marked.has(id)).flatMap((id) => claimNote(id, composer));
  const blocks: DocumentBlock[] = [];
  for (const [at, line] of lines.entries()) {
    const item = /^\s*[-–•]\s+(.*)$/u.exec(line)?.[1];
    const spans = spansOf({ ...part, text: item ?? line }, composer, at === lines.length - 1 ? rest : none);
    const last = blocks.at(-1);
    if (item === undefined) blocks.push({ kind: "paragraph", number: composer.nextNumber(), spans });
    else if (last?.kind === "list") blocks.splice(-1, 1, { kind: "list", items: [...last.items, spans] });
    else blocks.push({ kind: "list", items: [spans] });
  }
  return blocks;
}

/** Cut at the marks; a mark of a record that the release does not let out leaves no note. */
function spansOf(
  { text, language }: WrittenPart,
  composer: Composer,
  rest: () => readonly number[],
): readonly DocumentSpan[] {
  const pieces = text.split(noteMark);
  const spans: DocumentSpan[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [words = "", id] = [pieces[at], pieces[at + 1]];
    const notes = id === undefined ? rest() : claimNote(id, composer);
    if (words === "" && notes.length === 0) continue;
    spans.push({ text: composer.people({ text: words, language }), notes });
  }
  return spans;
}
