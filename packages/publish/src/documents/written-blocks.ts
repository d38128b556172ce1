// What a person wrote as blocks: a line a paragraph, lines that begin with a dash a list or, in a template that numbers
// paragraphs, a numbered paragraph each; `[^id]` a note.
import { claimMark, noteMark, openClaim } from "@tocsin/records";
import type { Composer } from "./composer.ts";
import type { WrittenText } from "./check-document.ts";
import type { WrittenPart } from "./document-input.ts";
import { claimNote } from "./claim-notes.ts";
import type { DocumentBlock, DocumentSpan } from "./model.ts";

const none = (): readonly number[] => [];

export function writtenBlocks(given: WrittenPart, composer: Composer): readonly DocumentBlock[] {
  // No document leaves with an open claim; a preview shows the words as they would stand.
  const part = {
    ...given,
    text: given.text.replaceAll(claimMark, (mark, id) => (id === openClaim ? "" : mark)),
  };
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
    const quote = quoteBlock(line, composer);
    if (quote !== null) {
      blocks.push(quote);
      continue;
    }
    const item = /^\s*[-–•]\s+(.*)$/u.exec(line)?.[1];
    const spans = spansOf({ ...part, text: item ?? line }, composer, at === lines.length - 1 ? rest : none);
    const last = blocks.at(-1);
    // Where paragraphs are numbered, so is each line of a list: others refer to a recommendation by its number.
    const number = composer.nextNumber();
    if (item === undefined || number !== null) blocks.push({ kind: "paragraph", number, spans });
    else if (last?.kind === "list") blocks.splice(-1, 1, { ...last, items: [...last.items, spans] });
    else blocks.push({ kind: "list", ordered: false, items: [spans] });
  }
  return blocks;
}

/** A mark that stands alone in its line is the words themselves, or that they may not be quoted. */
function quoteBlock(line: string, composer: Composer): DocumentBlock | null {
  const id = /^\s*\[\^([0-9a-z]{1,40})\]\s*$/u.exec(line)?.[1];
  const source = id === undefined ? undefined : composer.input.claims.get(id);
  if (source?.kind !== "segment") return null;
  if (source.isWithheld === true || source.title === null)
    return {
      kind: "paragraph",
      number: composer.nextNumber(),
      spans: [{ text: composer.say("documents.note.unquoted"), notes: [] }],
    };
  const said = { text: composer.people(source.title), notes: [] };
  const by = source.by === undefined ? [] : [{ text: composer.people(bySaid(source.by)), notes: [] }];
  return { kind: "quote", spans: [said, ...by] };
}

function bySaid({ text, language }: WrittenText): WrittenText {
  return { text: ` (${text})`, language };
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
