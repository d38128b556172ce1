// A frozen letter as a document: the text that was signed, who signed, the counts, its translations, and the hash of the list
// with how to check it. Made of the open part of the list alone. Pure: the same input gives the same document.
import { nameInSentence, type Translator } from "@tocsin/language";
import { listCounts, type Deadline, type LetterText, type ListCounts, type OpenEntry } from "@tocsin/letters";
import { dateWords } from "../date-words.ts";
import {
  documentFormat,
  documentVersion,
  type DocumentBlock,
  type DocumentFact,
  type DocumentModel,
  type DocumentPart,
  type DocumentText,
} from "../documents/model.ts";
import { termWords } from "../words.ts";
import { createComposer, type LetterComposer } from "./letter-composer.ts";
import type { LetterInput } from "./letter-input.ts";
import { countTables, signerTable } from "./signer-table.ts";

export function composeLetter(input: LetterInput, translator: Translator): DocumentModel {
  const composer = createComposer(translator);
  const { list, madeAt } = input;
  const { say, people, words } = composer;
  const entries = list.entries.flatMap((entry) => ("leaf" in entry ? [] : [entry.open]));
  const counts = listCounts(entries);
  const [text] = list.texts;
  return {
    format: documentFormat,
    version: documentVersion,
    template: { name: "open-letter", version: 1 },
    language: translator.locale,
    direction: translator.direction,
    madeAt,
    kind: say("letters.out.kind"),
    title: text === undefined ? words("—") : people(text.title, text.language),
    facts: headFacts(input, composer),
    parts: [
      ...(text === undefined ? [] : [textPart(text, composer)]),
      signersPart(entries, { counts, all: list.entries.length }, composer),
      countsPart(counts, composer),
      ...list.texts.slice(1).map((each) => translationPart(each, input, composer)),
      checkPart(input, composer),
    ],
    notes: [],
    notesHeading: say("documents.notes"),
    page: pageWords(translator),
    colophon: { heading: say("documents.colophon"), facts: colophonFacts(input, composer) },
  };
}

function headFacts(
  { list, organiser, addressees }: LetterInput,
  composer: LetterComposer,
): readonly DocumentFact[] {
  const { say, people, words, code, translator } = composer;
  const language = list.texts[0]?.language ?? "und";
  const { closes, frozen } = list.head;
  return [
    ...addressees.map((each) => ({ name: say("documents.fact.to"), value: people(each, language) })),
    ...(organiser === null
      ? []
      : [{ name: say("letters.out.organiser"), value: people(organiser.text, organiser.lang) }]),
    ...(closes === null
      ? []
      : [
          {
            name: say("letters.out.closed"),
            value: words(closingWords(closes, translator)),
          },
        ]),
    { name: say("letters.out.frozen"), value: words(dateWords(`${frozen.slice(0, 19)}Z`, translator)) },
    { name: say("letters.out.digest"), value: code(list.digest) },
  ];
}

/** The clocks are those of the zone, which is named: no time is said to be in no zone. */
function closingWords({ at, zone }: Pick<Deadline, "at" | "zone">, translator: Translator): string {
  const [day = "", time] = at.split("T");
  return [dateWords(day, translator), ...(time === undefined ? [] : [time]), zone].join(" · ");
}

type UnnumberedBlocks = readonly DocumentBlock[];

function partOf(name: string, heading: DocumentText, blocks: UnnumberedBlocks): DocumentPart {
  return { name, heading, headed: true, number: null, blocks };
}

function paragraph(text: DocumentText): DocumentBlock {
  return { kind: "paragraph", number: null, spans: [{ text, notes: [] }] };
}

/** Lines of one paragraph stand as paragraphs: no edition keeps a line end within one. */
function linesOf({ paragraphs, language }: LetterText, { people }: LetterComposer): UnnumberedBlocks {
  return paragraphs.flatMap((each) => each.split("\n")).map((line) => paragraph(people(line, language)));
}

function textPart(text: LetterText, composer: LetterComposer): DocumentPart {
  return { ...partOf("text", composer.say("letters.out.text"), linesOf(text, composer)), headed: false };
}

function signersPart(
  entries: readonly OpenEntry[],
  { counts, all }: { readonly counts: ListCounts; readonly all: number },
  composer: LetterComposer,
): DocumentPart {
  const { say } = composer;
  const { named, withheld, counted } = counts;
  const erased = all - counts.all;
  return partOf("signers", say("letters.out.signers"), [
    paragraph(say("letters.out.sum", { all, named, withheld, counted })),
    ...(erased === 0 ? [] : [paragraph(say("letters.out.erased", { count: erased }))]),
    ...signerTable(entries, composer),
  ]);
}

function countsPart(counts: ListCounts, composer: LetterComposer): DocumentPart {
  return partOf("counts", composer.say("letters.out.counts"), countTables(counts, composer));
}

function translationPart(text: LetterText, { origins }: LetterInput, composer: LetterComposer): DocumentPart {
  const { say, people, translator } = composer;
  const origin = origins.get(text.language);
  const marked = say("letters.out.translation", {
    language: nameInSentence(text.language, translator.locale),
  });
  const how =
    origin === undefined
      ? []
      : [paragraph(composer.words(termWords(`textOrigins.${origin}.label`, origin, translator)))];
  return partOf(`translation-${text.language}`, marked, [
    paragraph(say("letters.out.translation.unsigned")),
    ...how,
    {
      kind: "entry",
      label: null,
      spans: [{ text: people(text.title, text.language), notes: [] }],
      mark: null,
    },
    ...linesOf(text, composer),
  ]);
}

function checkPart({ list }: LetterInput, { say, code }: LetterComposer): DocumentPart {
  const row = (name: string, value: string) => ({
    name: say(name),
    values: [[{ text: code(value), notes: [] }]],
  });
  return partOf("check", say("letters.out.check"), [
    paragraph(say("letters.out.check.how")),
    {
      kind: "terms",
      rows: [
        row("letters.out.digest", list.digest),
        row("letters.out.text-digest", list.head.text),
        row("letters.out.check.command", "tocsin letter verify FILE --digest SHA-256"),
      ],
    },
    paragraph(say("letters.out.check.not")),
  ]);
}

/** Characters of no script stand for the numbers until the page is laid out. */
function pageWords(translator: Translator): DocumentModel["page"] {
  const [page, pages] = ["\ue000", "\ue001"];
  const text = translator.t("documents.page", { page, pages }).replaceAll(/[\u2066-\u2069]/gu, "");
  const [before = "", rest = ""] = text.split(page);
  const [between = "", behind = ""] = rest.split(pages);
  return [before, between, behind];
}

function colophonFacts(
  { tool, release, approvedBy }: LetterInput,
  { say, code, people, translator }: LetterComposer,
): readonly DocumentFact[] {
  return [
    { name: say("documents.fact.tool"), value: code(`${tool.name} ${tool.version}`) },
    {
      name: say("documents.fact.release"),
      value: release === null ? say("documents.preview") : code(release),
    },
    ...(approvedBy === null
      ? []
      : [{ name: say("documents.fact.approved-by"), value: people(approvedBy, translator.locale) }]),
  ];
}
