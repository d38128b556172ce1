// What a coder has before them: the answers that have words, and one of them with its segments, in the order of its words.
import type { RecordId } from "@tocsin/core";
import {
  briefsInOrder,
  link,
  query,
  string,
  valuesOf,
  type BriefGroup,
  type RecordState,
  type View,
} from "@tocsin/records";
import type { Anchored } from "@tocsin/voices";
import { stateOf } from "../state-of.ts";
import { flagIn, integerIn, linkIn, linksIn, stringIn, textIn, type Values } from "../values.ts";
import { askedBy, questionSaid, sayIn, wordedQuestions, type AskedPlace } from "../voices/asked.ts";
import { bookHead, codesOfBook, newestBook, type Book } from "../voices/codebooks.ts";
import { originalOf, standsIn } from "../voices/originals.ts";
import { translationsIn, type SignedTranslation } from "../voices/translations.ts";

type Said = { readonly text: string; readonly lang: string };

export interface CodingPage {
  readonly questionnaire: RecordId;
  readonly title: Said;
  /** Null where there is no codebook yet. */
  readonly book: Book | null;
  /** Names that coders gave, with how many answers each has been through. */
  readonly coders: readonly { readonly coder: string; readonly read: number }[];
  /** Answers with words, contribution by contribution, oldest first, each in the order of the questions; at most 2,000. */
  readonly answers: readonly CodingPlace[];
  readonly total: number;
}

export interface CodingPlace {
  readonly answer: RecordId;
  readonly question: string;
  /** Whether this coder has been through it. */
  readonly read: boolean;
}

const mostPlaces = 2000;
const none: Said = { text: "", lang: "und" };

/** Throws `records.not-found`. */
export const codingPage = query(
  "coding.page",
  {
    questionnaire: link("questionnaire", { required: true }),
    coder: string(),
    language: string(),
  },
  async (view, { questionnaire: id, coder, language = "en" }): Promise<CodingPage> => {
    const state = await stateOf(view, id, "questionnaire");
    const asked = await askedBy(view, id);
    const sheets = (
      (await view.glanceLinked([id], { kind: "codingSheet", field: "questionnaire" })).get(id) ?? []
    ).map(sheetIn);
    const read = new Set(sheets.filter((each) => each.coder === coder).flatMap((each) => each.read));
    const worded = wordedQuestions(asked);
    const found = await view.briefs([id], { kind: "contributionAnswer", field: "questionnaire" });
    const answers = inOrderOfQuestions(found, worded);
    const bookId = await newestBook(view);
    return {
      questionnaire: id,
      title:
        asked === null ? (textIn(valuesOf(state)["title"]) ?? none) : sayIn(asked, asked.title, language),
      book: bookId === null ? null : await bookOf(view, bookId),
      coders: coderNames(sheets),
      answers: answers
        .slice(0, mostPlaces)
        .map(({ answer, question }) => ({ answer, question, read: read.has(answer) })),
      total: answers.length,
    };
  },
);

interface Placed {
  readonly answer: RecordId;
  readonly question: string;
}

/** Records of one moment come in any order: what one person told is read as it was asked. */
function inOrderOfQuestions(
  found: readonly BriefGroup[],
  worded: ReadonlyMap<string, AskedPlace>,
): readonly Placed[] {
  const told = new Map<RecordId | null, number>();
  const asked = found.filter(({ values }) => worded.has(questionIn(values)));
  return briefsInOrder(asked)
    .flatMap(({ brief: [answer, , from, time], values }) => {
      const question = questionIn(values);
      const place = worded.get(question);
      if (place === undefined) return [];
      const contribution = linkIn(from);
      const turn = told.get(contribution) ?? told.size;
      told.set(contribution, turn);
      return [{ answer, question, time: integerIn(time) ?? 0, turn, at: place }];
    })
    .sort((a, b) => a.turn - b.turn || a.at.group - b.at.group || a.time - b.time || a.at.place - b.at.place);
}

function questionIn(values: Values): string {
  return stringIn(values["question"]) ?? "";
}

async function bookOf(view: View, id: RecordId): Promise<Book> {
  return { ...bookHead(await stateOf(view, id, "codebook")), codes: await codesOfBook(view, id) };
}

interface Sheet {
  readonly coder: string;
  readonly read: readonly RecordId[];
}

function sheetIn(state: RecordState): Sheet {
  const values = valuesOf(state);
  return { coder: textIn(values["coder"])?.text ?? "", read: linksIn(values["read"]) };
}

function coderNames(sheets: readonly Sheet[]): CodingPage["coders"] {
  const byName = new Map<string, Set<RecordId>>();
  for (const { coder, read } of sheets) {
    const all = byName.get(coder) ?? new Set();
    for (const each of read) all.add(each);
    byName.set(coder, all);
  }
  return [...byName].map(([coder, read]) => ({ coder, read: read.size }));
}

export interface CodingAnswer {
  readonly answer: RecordId;
  readonly contribution: RecordId | null;
  readonly question: string;
  readonly asked: Said;
  /** As it was written, untouched. */
  readonly original: Said;
  /** What it says in other languages, each signed by whoever translated and whoever reviewed it. */
  readonly translations: readonly SignedTranslation[];
  readonly segments: readonly CodedSegment[];
  readonly mayQuote: boolean;
  readonly attribution: string;
  readonly reuse: string;
  readonly until: string | null;
  readonly withdrawn: string | null;
}

export interface CodedSegment {
  readonly segment: RecordId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Whether its words still stand there. */
  readonly stands: Anchored;
  readonly codings: readonly SegmentCoding[];
}

export interface SegmentCoding {
  readonly coding: RecordId;
  readonly code: RecordId;
  readonly coder: string | null;
  readonly against: boolean;
  /** False for a suggestion of a machine that nobody accepted. */
  readonly counts: boolean;
}

/**
 * With `coder`, what others gave stays unseen until that coder has been through the answer. Throws `records.not-found`; an answer
 * without words has an empty original.
 */
export const codingAnswer = query(
  "coding.answer",
  { answer: link("contributionAnswer", { required: true }), coder: string(), language: string() },
  async (view, { answer, coder, language = "en" }): Promise<CodingAnswer> => {
    const state = await stateOf(view, answer, "contributionAnswer");
    const values = valuesOf(state);
    const question = stringIn(values["question"]) ?? "";
    const original = originalOf(state);
    const questionnaire = original?.questionnaire ?? linkIn(values["questionnaire"]);
    const seesAll = coder === undefined || (await hasRead(view, { questionnaire, coder, answer }));
    const segments = await view.linked(answer, { kind: "segment", field: "answer" });
    const codings = await view.linked(answer, { kind: "coding", field: "answer" });
    const shown = codings.flatMap(codingIn).filter((each) => seesAll || each.coder === coder);
    return {
      answer,
      contribution: linkIn(values["contribution"]),
      question,
      asked: questionSaid(await askedBy(view, questionnaire), { question, language }),
      original: textIn(values["words"]) ?? none,
      translations: translationsIn(values["wordsIn"]),
      segments: segments
        .map((each) => {
          const of = valuesOf(each);
          return {
            segment: each.id,
            start: integerIn(of["start"]) ?? 0,
            end: integerIn(of["end"]) ?? 0,
            quote: textIn(of["quote"])?.text ?? "",
            stands: standsIn(of, original),
            codings: shown.filter(({ segment }) => segment === each.id),
          };
        })
        .filter((each) => each.codings.length > 0)
        .toSorted((a, b) => a.start - b.start || a.end - b.end),
      mayQuote: flagIn(values["mayQuote"]) === true,
      attribution: stringIn(values["attribution"]) ?? "none",
      reuse: stringIn(values["reuse"]) ?? "here",
      until: stringIn(values["until"]),
      withdrawn: stringIn(values["withdrawn"]),
    };
  },
);

interface Reading {
  readonly questionnaire: RecordId | null;
  readonly coder: string;
  readonly answer: RecordId;
}

async function hasRead(view: View, { questionnaire, coder, answer }: Reading): Promise<boolean> {
  if (questionnaire === null) return true;
  const sheets = await view.linked(questionnaire, { kind: "codingSheet", field: "questionnaire" });
  return sheets.map(sheetIn).some((each) => each.coder === coder && each.read.includes(answer));
}

/** Those that were taken away are not shown. */
function codingIn(state: RecordState): readonly (SegmentCoding & { readonly segment: RecordId })[] {
  const values = valuesOf(state);
  const [segment, code] = [linkIn(values["segment"]), linkIn(values["code"])];
  if (segment === null || code === null || values["removed"] !== undefined) return [];
  return [
    {
      coding: state.id,
      segment,
      code,
      coder: textIn(values["coder"])?.text ?? null,
      against: flagIn(values["against"]) === true,
      counts: stringIn(values["origin"]) === "person" || values["acceptedBy"] !== undefined,
    },
  ];
}
