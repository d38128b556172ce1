// Instruments from data that anybody may have written. One that has a fault is left out whole: with a question less it
// would mean something else under its version. The others are kept.
import { createComplaints, isJsonObject, type JsonObject } from "@tocsin/core";
import {
  mostProblems,
  type InstrumentComplaints,
  type InstrumentProblem,
  type InstrumentProblemName,
} from "./complaints.ts";
import { findLoops } from "./loops.ts";
import { assessedKinds, type Instrument } from "./instrument.ts";
import { meaningOf, versionName } from "./meaning.ts";
import { parseQuestion, type QuestionReferences } from "./parse-question.ts";
import { createReader, type Reader } from "./reader.ts";

export interface KnownInstruments extends QuestionReferences {
  /** Ids of commitments. */
  readonly commitments: ReadonlySet<string>;
  /** Meaning of each version that there is already, by `id@version`. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Names that only the program gives: under them nobody else adds versions. */
  readonly reserved: ReadonlySet<string>;
  /** Names a meaning: a digest of it, or the meaning itself, as `meanings` has them. */
  readonly nameMeaning: (meaning: string) => string;
}

export interface ParsedInstruments {
  readonly instruments: readonly Instrument[];
  readonly problems: readonly InstrumentProblem[];
}

const mostInstruments = 500;
const mostQuestions = 100;

export function parseInstruments(value: unknown, known: KnownInstruments): ParsedInstruments {
  const complaints = createComplaints<InstrumentProblemName>(mostProblems);
  if (!Array.isArray(value)) {
    complaints.add("", "not-a-list");
    return { instruments: [], problems: complaints.found };
  }
  if (value.length > mostInstruments) complaints.add("", "too-many", String(value.length));
  const meanings = new Map(known.meanings);
  const instruments: Instrument[] = [];
  for (const [at, each] of value.slice(0, mostInstruments).entries()) {
    const before = complaints.found.length;
    const instrument = parseOne(each, at, { known, complaints });
    if (instrument === null || complaints.found.length > before) continue;
    const name = versionName(instrument);
    const meaning = known.nameMeaning(meaningOf(instrument));
    const earlier = meanings.get(name);
    if (earlier !== undefined && earlier !== meaning) complaints.add(name, "changed-meaning");
    else if (known.reserved.has(instrument.id)) complaints.add(name, "name-taken");
    else if (instruments.some((one) => versionName(one) === name)) complaints.add(name, "double");
    else {
      meanings.set(name, meaning);
      instruments.push(instrument);
    }
  }
  return { instruments, problems: complaints.found };
}

interface Around {
  readonly known: KnownInstruments;
  readonly complaints: InstrumentComplaints;
}

const fields =
  "id version lang title about subjects commitments checked questions translations unreviewed".split(" ");

function parseOne(value: unknown, at: number, { known, complaints }: Around): Instrument | null {
  if (!isJsonObject(value)) {
    complaints.add(`[${at}]`, "not-an-object");
    return null;
  }
  const { id, version } = value;
  const name = typeof id === "string" && typeof version === "number" ? `${id}@${version}` : `[${at}]`;
  const reader = createReader(complaints, `${name.slice(0, 80)} `);
  reader.onlyFields("", value, fields);
  const instrument: Instrument = {
    id: reader.identifier("id", value["id"]),
    version: reader.positive("version", value["version"]),
    lang: reader.text("lang", value["lang"], 35),
    title: reader.text("title", value["title"], 200),
    about: reader.text("about", value["about"]),
    subjects: reader.words("subjects", value["subjects"], { among: assessedKinds, problem: "bad-value" }),
    commitments: reader.words("commitments", value["commitments"], {
      among: known.commitments,
      problem: "unknown-commitment",
    }),
    checked: value["checked"] === true,
    questions: parseQuestions(value["questions"], reader, known),
    translations: {},
    unreviewed: [],
  };
  if (instrument.subjects.length === 0) reader.complain("subjects", "missing");
  checkQuestions(instrument, reader);
  const translations = parseTranslations(value["translations"], instrument, reader);
  const unreviewed = reader.words("unreviewed", value["unreviewed"] ?? [], {
    among: Object.keys(translations),
    problem: "translation-of-nothing",
  });
  return { ...instrument, translations, unreviewed };
}

function parseQuestions(value: unknown, reader: Reader, known: QuestionReferences): Instrument["questions"] {
  if (!Array.isArray(value) || value.length === 0) {
    reader.complain("questions", "missing");
    return [];
  }
  if (value.length > mostQuestions) reader.complain("questions", "too-many", String(value.length));
  return value
    .slice(0, mostQuestions)
    .map((each: unknown, at) => parseQuestion(each, `questions[${at}]`, { reader, known }));
}

/** What can only be seen of all questions together. */
function checkQuestions({ questions }: Instrument, reader: Reader): void {
  const ids = questions.map(({ id }) => id);
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) !== at) reader.complain(`questions[${at}].id`, "double", id);
  const { unknown, loop } = findLoops(questions);
  for (const { at, question } of unknown)
    reader.complain(`questions[${at}].when`, "unknown-question", question);
  if (loop !== null) reader.complain(`questions[${ids.indexOf(loop[0] ?? "")}].when`, "loop", ...loop);
}

function parseTranslations(
  value: unknown,
  instrument: Instrument,
  reader: Reader,
): Instrument["translations"] {
  if (value === undefined) return {};
  if (!isJsonObject(value)) {
    reader.complain("translations", "not-an-object");
    return {};
  }
  const paths = new Set(translatablePaths(instrument));
  return Object.fromEntries(
    Object.entries(value).map(([lang, texts]) => [
      lang,
      parseTexts(texts, { at: `translations.${lang}`, paths, reader }),
    ]),
  );
}

interface Texts {
  readonly at: string;
  readonly paths: ReadonlySet<string>;
  readonly reader: Reader;
}

function parseTexts(value: unknown, { at, paths, reader }: Texts): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) {
    reader.complain(at, "not-an-object");
    return {};
  }
  const texts: JsonObject = value;
  for (const path of Object.keys(texts))
    if (!paths.has(path)) reader.complain(at, "translation-of-nothing", path);
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, reader.text(`${at}.${path}`, text)]),
  );
}

/** Every text of an instrument that can be said in another language: `title`, `about`, `<question>.text`, `<question>.met`. */
export function translatablePaths({ questions }: Pick<Instrument, "questions">): readonly string[] {
  const parts = ["text", "help", "evidence", "met", "partly", "not-met"];
  return ["title", "about", ...questions.flatMap(({ id }) => parts.map((part) => `${id}.${part}`))];
}
