// Sections of a report as blocks of a document: entries with their rows, sentences with the notes that they rest on.
import type { Block, Mark, Report, SectionName, Sentence, ThreadStep } from "../report.ts";
import { markWords } from "../printed-report.ts";
import { wordsOf } from "../words.ts";
import { threadNote } from "./claim-notes.ts";
import type { Composer } from "./composer.ts";
import type { DocumentBlock, DocumentSpan } from "./model.ts";

export function reportBlocks(sections: readonly SectionName[], composer: Composer): readonly DocumentBlock[] {
  const { report } = composer.input;
  if (report === null) return [];
  const found = sections.flatMap((name) => sectionOf(report, name));
  return found.flatMap(({ name, blocks }) => [
    ...(sections.length > 1 ? [subheading(name, composer)] : []),
    ...blocks.flatMap((block) => blocksOfBlock(block, composer)),
  ]);
}

function sectionOf({ sections }: Report, wanted: SectionName) {
  return sections.filter(({ name, blocks }) => name === wanted && blocks.length > 0);
}

function subheading(name: SectionName, composer: Composer): DocumentBlock {
  const text = composer.say(`report.section.${name}`);
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
  const rows = block.rows.map(({ name, sentences }) => ({
    name: composer.say(`report.row.${name}`),
    values: sentences.map((sentence) => [spanOf(sentence)]),
  }));
  return [
    ...(block.label === null && title.length === 0
      ? []
      : [{ kind: "entry" as const, label: block.label, spans: title, mark: markOf(block.mark, composer) }]),
    ...(rows.length === 0 ? [] : [{ kind: "terms" as const, rows }]),
    ...block.sentences.flatMap((sentence) => sentenceBlocks(sentence, spanOf(sentence))),
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
