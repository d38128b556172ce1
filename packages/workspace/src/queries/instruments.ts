// The instruments that can be rated by, one of them whole, and what is wrong with one that comes in.
import {
  resolutionSources,
  versionName,
  type Instrument,
  type InstrumentProblem,
  type QuestionSource,
  type Source,
} from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { data, integer, query, string } from "@tocsin/records";
import { checkInstruments, instrumentsOf, offeredInstrument } from "../assessing/instruments.ts";

export interface InstrumentLine {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly about: string;
  readonly lang: string;
  readonly subjects: readonly string[];
  readonly commitments: readonly string[];
  readonly questions: number;
  /** Whether somebody outside has looked at it. */
  readonly checked: boolean;
  /** The record of one that the organisation added. */
  readonly record: RecordId | null;
  readonly retired: boolean;
  /** By language: the title in it. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface InstrumentList {
  readonly instruments: readonly InstrumentLine[];
  /** Of versions in the vault that this program cannot read. */
  readonly problems: readonly InstrumentProblem[];
}

export const instrumentList = query("instrument.list", {}, async (view): Promise<InstrumentList> => {
  const { found, problems } = await instrumentsOf(view);
  const instruments = found.map(({ instrument, record, retired }) => {
    const { id, version, title, about, lang, subjects, commitments, questions, checked, translations } =
      instrument;
    const titles = Object.entries(translations).flatMap(([each, texts]) =>
      texts["title"] === undefined ? [] : [[each, texts["title"]] as const],
    );
    return {
      id,
      version,
      title,
      about,
      lang,
      subjects,
      commitments,
      questions: questions.length,
      checked,
      record,
      retired,
      titles: Object.fromEntries(titles),
    };
  });
  return { instruments, problems };
});

export interface InstrumentPage extends Instrument {
  /** By key, what the sources are that the questions name. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** One version whole; the newest one that is offered unless `edition` says another. Throws `records.not-found`. */
export const instrumentShow = query(
  "instrument.show",
  { instrument: string({ required: true }), edition: integer() },
  async (view, { instrument: name, edition }): Promise<InstrumentPage> => {
    const { instrument } = await offeredInstrument(view, name, edition);
    const keys = instrument.questions.flatMap(({ sources }) => sources.flatMap(keyOf));
    return {
      ...instrument,
      sources: Object.fromEntries([...new Set(keys)].map((key) => [key, resolutionSources[key]])),
    };
  },
);

function keyOf(source: QuestionSource): readonly (keyof typeof resolutionSources)[] {
  return "key" in source ? [source.key] : [];
}

export interface InstrumentCheck {
  /** `id@version` of those that can be taken in. */
  readonly whole: readonly string[];
  readonly problems: readonly InstrumentProblem[];
}

/** Every fault by its place, before anything is taken in. */
export const instrumentCheck = query(
  "instrument.check",
  { content: data({ required: true }) },
  async (view, { content }): Promise<InstrumentCheck> => {
    const { instruments, problems } = await checkInstruments(view, content);
    return { whole: instruments.map(versionName), problems };
  },
);
