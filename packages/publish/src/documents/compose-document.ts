// From released values and what people wrote to a document. Pure: the same input gives the same document.
import type { Translator } from "@tocsin/language";
import { dateWords } from "../date-words.ts";
import { termWords } from "../words.ts";
import type { WrittenText } from "./check-document.ts";
import { createComposer, type Composer } from "./composer.ts";
import type { DocumentInput } from "./document-input.ts";
import { hashBlocks } from "./hash-blocks.ts";
import {
  documentFormat,
  documentVersion,
  type DocumentBlock,
  type DocumentFact,
  type DocumentModel,
  type DocumentPart,
} from "./model.ts";
import { reportBlocks } from "./report-blocks.ts";
import { tableBlock } from "./table-block.ts";
import type { TemplatePart } from "./template.ts";
import { writtenBlocks } from "./written-blocks.ts";

/**
 * Throws `publish.leak` where a name that must be withheld would still have been in it, and `core.bad-date` for a
 * malformed date.
 */
export function composeDocument(given: DocumentInput, translator: Translator): DocumentModel {
  const composer = createComposer(given, translator);
  const { template, madeAt } = given;
  const filled = template.parts.flatMap((part) => partOf(part, composer));
  const parts = filled.map((part, at) => ({ ...part, number: template.numberedHeadings ? at + 1 : null }));
  return {
    format: documentFormat,
    version: documentVersion,
    template: { name: template.name, version: template.version },
    language: translator.locale,
    direction: translator.direction,
    madeAt,
    kind: composer.say(`documentTemplates.${template.name}.label`),
    title: composer.people(given.title),
    facts: headFacts(composer),
    parts,
    notes: composer.notes.all(),
    notesHeading: composer.say("documents.notes"),
    page: pageWords(translator),
    colophon: { heading: composer.say("documents.colophon"), facts: colophonFacts(composer) },
  };
}

function partOf(part: TemplatePart, composer: Composer): readonly Omit<DocumentPart, "number">[] {
  const blocks = blocksOf(part, composer);
  if (blocks.length === 0 && !part.required) return [];
  const heading = composer.say(part.heading);
  const empty: DocumentBlock = {
    kind: "paragraph",
    number: null,
    spans: [{ text: composer.say("documents.nothing-yet"), notes: [] }],
  };
  const { name, headed } = part;
  return [{ name, heading, headed, blocks: blocks.length === 0 ? [empty] : blocks }];
}

function blocksOf(part: TemplatePart, composer: Composer): readonly DocumentBlock[] {
  const written = (composer.input.written.get(part.name) ?? []).flatMap((each) =>
    writtenBlocks(each, composer),
  );
  switch (part.fill.from) {
    case "people":
      return written;
    case "report":
      return [...written, ...reportBlocks(part.fill.sections, composer)];
    case "table":
      return [...written, ...tableBlocks(part.fill, composer)];
    case "words":
      return [...written, ...fixedBlocks(part.fill, composer)];
    case "hashes":
      return [...written, ...hashBlocks(composer)];
  }
}

function tableBlocks(
  { table, keys = [] }: Extract<TemplatePart["fill"], { from: "table" }>,
  composer: Composer,
): readonly DocumentBlock[] {
  const tables = composer.input.tables.get(table) ?? [];
  if (tables.length === 0) return [];
  return [
    ...fixedBlocks({ from: "words", keys, list: false }, composer),
    ...tables.map((each) => tableBlock(each, composer)),
  ];
}

function fixedBlocks(
  { keys, list }: Extract<TemplatePart["fill"], { from: "words" }>,
  composer: Composer,
): readonly DocumentBlock[] {
  const spans = keys.map((key) => [{ text: composer.say(key), notes: [] }]);
  if (list) return [{ kind: "list", ordered: true, items: spans }];
  return spans.map((each) => ({ kind: "paragraph", number: null, spans: each }));
}

/** Characters of no script stand for the numbers until the page is laid out. */
function pageWords(translator: Translator): DocumentModel["page"] {
  const [page, pages] = ["\ue000", "\ue001"];
  const text = translator.t("documents.page", { page, pages }).replaceAll(/[\u2066-\u2069]/gu, "");
  const [before = "", rest = ""] = text.split(page);
  const [between = "", behind = ""] = rest.split(pages);
  return [before, between, behind];
}

function headFacts(composer: Composer): readonly DocumentFact[] {
  const { input, translator } = composer;
  const fact = (name: string, text: WrittenText | null): readonly DocumentFact[] =>
    text === null || text.text.trim() === ""
      ? []
      : [{ name: composer.say(`documents.fact.${name}`), value: composer.people(text) }];
  return [
    ...fact("from", input.organisation),
    ...fact("to", input.addressee),
    {
      name: composer.say("documents.fact.date"),
      value: composer.words(dateWords(input.madeAt.slice(0, 10), translator)),
    },
  ];
}

function colophonFacts(composer: Composer): readonly DocumentFact[] {
  const { input, translator } = composer;
  const { template, tool, release } = input;
  const fact = (name: string, value: DocumentFact["value"]): DocumentFact => ({
    name: composer.say(`documents.fact.${name}`),
    value,
  });
  const { audience, approvedBy, id } = release;
  return [
    fact(
      "template",
      composer.say("documents.fact.template-version", {
        name: translator.t(`documentTemplates.${template.name}.label`),
        version: String(template.version),
      }),
    ),
    fact("tool", composer.code(`${tool.name} ${tool.version}`)),
    fact("audience", composer.words(termWords(`audiences.${audience}.label`, audience, translator))),
    ...(id === null
      ? [fact("release", composer.say("documents.preview"))]
      : [fact("release", composer.code(id))]),
    ...(approvedBy === null
      ? []
      : [fact("approved-by", composer.people({ text: approvedBy, language: translator.locale }))]),
  ];
}
