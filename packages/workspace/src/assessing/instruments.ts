// Instruments as commands and queries find them: those of the program, loaded when they are asked for, and versions that
// the organisation added to the vault.
import {
  instrumentProblems,
  knownOfProgram,
  knownWith,
  loadBuiltInInstruments,
  parseInstruments,
  type Instrument,
  type InstrumentProblem,
  type KnownInstruments,
  type ParsedInstruments,
} from "@tocsin/assess";
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { RecordsError, valuesOf, type RecordState, type View } from "@tocsin/records";
import { codesIn, flagIn, listIn } from "../values.ts";

export interface FoundInstrument {
  readonly instrument: Instrument;
  /** The record that holds it; null for one of the program. */
  readonly record: RecordId | null;
  readonly retired: boolean;
}

export interface FoundInstruments {
  readonly found: readonly FoundInstrument[];
  /** Of versions in the vault that cannot be read by this program. */
  readonly problems: readonly InstrumentProblem[];
}

const pageSize = 100;

/** All of them, or the versions under one name. */
export async function instrumentsOf(view: View, name?: string): Promise<FoundInstruments> {
  const { instruments, problems } = await loadBuiltInInstruments(name);
  const own = await ownInstruments(view, name);
  const built = instruments.map((instrument) => ({ instrument, record: null, retired: false }));
  return { found: [...built, ...own.found], problems: [...problems, ...own.problems] };
}

export interface RatedBy {
  readonly name: string;
  readonly edition: number;
  /** The record that holds the version, where the organisation added it. */
  readonly form: RecordId | null;
}

/** The version by which something was rated. Throws `records.not-found`. */
export async function instrumentOf(view: View, { name, edition, form }: RatedBy): Promise<Instrument> {
  const found =
    form === null
      ? (await loadBuiltInInstruments(name)).instruments
      : (await parseOwn(view, await view.readMany([form]))).found.map(({ instrument }) => instrument);
  const match = found.find(({ id, version }) => id === name && version === edition);
  if (match === undefined)
    throw new RecordsError("records.not-found", "Cannot find instrument: no such version is here");
  return match;
}

/** The newest version that is offered, or the one that is named. Throws `records.not-found`. */
export async function offeredInstrument(
  view: View,
  name: string,
  edition?: number,
): Promise<FoundInstrument> {
  const { found } = await instrumentsOf(view, name);
  const [newest] = found
    .filter(({ instrument, retired }) => (edition === undefined ? !retired : instrument.version === edition))
    .toSorted((a, b) => b.instrument.version - a.instrument.version);
  if (newest === undefined)
    throw new RecordsError("records.not-found", "Cannot find instrument: none of this name is offered");
  return newest;
}

/** What of `content` can be taken in, held against all versions that there are. */
export async function checkInstruments(view: View, content: Json): Promise<ParsedInstruments> {
  const { found } = await instrumentsOf(view);
  const names = found.flatMap(({ instrument: { id }, record }) => (record === null ? [id] : []));
  const there = found.map(({ instrument }) => instrument);
  const known = knownWith(await withOwnCommitments(view, knownOfProgram(), [content]), there, names);
  return parseInstruments(Array.isArray(content) ? content : [content], known);
}

async function ownInstruments(view: View, name: string | undefined): Promise<FoundInstruments> {
  const found: FoundInstrument[] = [];
  const problems: InstrumentProblem[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({
      kind: "instrument",
      order: "oldest",
      limit: pageSize,
      ...(name === undefined ? {} : { where: [{ field: "name", value: name }] }),
      ...(after === null ? {} : { after }),
    });
    const parsed = await parseOwn(view, await view.readMany(page.rows.map(({ id }) => id)));
    found.push(...parsed.found);
    problems.push(...parsed.problems);
    after = page.next;
  } while (after !== null);
  return { found, problems };
}

async function parseOwn(view: View, states: readonly RecordState[]): Promise<FoundInstruments> {
  const contents = states.map((state) => valuesOf(state)["content"] ?? null);
  const known = await withOwnCommitments(view, knownOfProgram(), contents);
  const parsed = states.map((state, at) => ({ state, ...parseInstruments([contents[at]], known) }));
  return {
    found: parsed.flatMap(({ state, instruments }) =>
      instruments.map((instrument) => ({
        instrument,
        record: state.id,
        retired: flagIn(valuesOf(state)["retired"]) ?? false,
      })),
    ),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** References of commitments that an organisation wrote itself, as far as these contents name them. */
async function withOwnCommitments(
  view: View,
  known: KnownInstruments,
  contents: readonly Json[],
): Promise<KnownInstruments> {
  const named = new Set(
    contents
      .flatMap(listOf)
      .flatMap((each) => (isJsonObject(each) ? codesIn(each["commitments"]) : []))
      .filter((each) => !known.commitments.has(each))
      .slice(0, pageSize),
  );
  const own = await Promise.all(
    [...named].map(async (value) => {
      const { rows } = await view.list({
        kind: "commitment",
        where: [{ field: "reference", value }],
        limit: 1,
      });
      return rows.length > 0 ? [value] : [];
    }),
  );
  return { ...known, commitments: new Set([...known.commitments, ...own.flat()]) };
}

function listOf(content: Json): readonly Json[] {
  return Array.isArray(content) ? listIn(content) : [content];
}

/** The problems in a sentence for an error: how many, and where the first is. */
export function firstProblem(
  problems: readonly InstrumentProblem[],
): Readonly<Record<string, string | number>> {
  const [first] = problems;
  const name = instrumentProblems.find((each) => each === first?.problem) ?? "";
  return { count: problems.length, place: first?.place ?? "", problem: name };
}
