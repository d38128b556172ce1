// Sections of a report as blocks of a document: entries with their rows, sentences with the notes that they rest on.
import type { Block, Mark, Sentence, ThreadStep } from "../report.ts";
import { markWords } from "../printed-report.ts";
import { wordsOf } from "../words.ts";
import { threadNote } from "./claim-notes.ts";
import type { Composer } from "./composer.ts";
import type { DocumentBlock, DocumentSpan } from "./model.ts";
import { blocksOfPiece, withoutLooseLabels } from "./report-pieces.ts";
import type { ReportPiece } from "./template.ts";

export function reportBlocks(sections: readonly ReportPiece[], composer: Composer): readonly DocumentBlock[] {
  const { report } = composer.input;
  if (report === null) return [];
  return sections.flatMap((piece) => {
    const blocks = blocksOfPiece(report, piece).flatMap((block) => blocksOfBlock(block, composer));
    return sections.length > 1 && blocks.length > 0 ? [subheading(piece, composer), ...blocks] : blocks;
  });
}

function subheading(piece: ReportPiece, composer: Composer): DocumentBlock {
  const key = piece === "sources" ? "kind.source" : `report.section.${piece === "people" ? "who" : piece}`;
  const text = composer.say(key);
  return { kind: "entry", label: null, spans: [{ text, notes: [] }], mark: null };
}

function blocksOfBlock(block: Block, composer: Composer): readonly DocumentBlock[] {
  const seen = new Set<string>();
  // What the whole block rests on is said once, where it first is.
  const spanOf = (sentence: Sentence): DocumentSpan => ({
    text: composer.printed(wordsOf(sentence.says, composer.translator)),
    notes: isNew(sentence.thread, seen) ? threadNote(sentence.thread, composer) : [],
  });
  const title = block.title === null ? [] : [spanOf(block.title)];
  const kept = (sentences: readonly Sentence[]): readonly Sentence[] =>
    sentences.flatMap((sentence) => withoutLooseLabels(sentence, composer.standing) ?? []);
  const rows = block.rows.flatMap(({ name, sentences }) => {
    const values = kept(sentences).map((sentence) => [spanOf(sentence)]);
    return values.length === 0 ? [] : [{ name: composer.say(`report.row.${name}`), values }];
  });
  return [
    ...(block.label === null && title.length === 0
      ? []
      : [{ kind: "entry" as const, label: block.label, spans: title, mark: markOf(block.mark, composer) }]),
    ...(rows.length === 0 ? [] : [{ kind: "terms" as const, rows }]),
    ...kept(block.sentences).flatMap((sentence) => sentenceBlocks(sentence, spanOf(sentence))),
  ];
}

function isNew(thread: readonly ThreadStep[], seen: Set<string>): boolean {
  const key = JSON.stringify(thread);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Words of people that are more than a line stand apart, paragraph by paragraph. */
function sentenceBlocks(sentence: Sentence, { text, notes }: DocumentSpan): readonly DocumentBlock[] {
  if (sentence.says.kind !== "quoted") return [{ kind: "paragraph", number: null, spans: [{ text, notes }] }];
  const lines = text.text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, at) => ({
    kind: "quote",
    spans: [{ text: { ...text, text: line }, notes: at === lines.length - 1 ? notes : [] }],
  }));
}

function markOf(mark: Mark | null, composer: Composer) {
  return mark === null ? null : composer.words(markWords(mark, composer.translator));
}
