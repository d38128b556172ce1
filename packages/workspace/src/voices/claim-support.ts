// What a sentence of a report stands on: the records of its notes, and of the voices among them how many people, from where, of
// which groups, and who speaks against it. Inside all numbers stand; what may leave of them `traceability.ts` decides.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type LanguageText, type RecordState, type View } from "@tocsin/records";
import { whyUnquotable, type QuoteRules, type Unquotable } from "../documents/quotes.ts";
import { flagIn, linkIn, stringIn, textIn } from "../values.ts";
import { codesOfBook, newestBook, type BookCode } from "./codebooks.ts";
import { contributorIn, type Contributor } from "./contributors.ts";
import { answersTakenBack } from "./taken-back.ts";

export interface ClaimSupport {
  /** By kind, how many records its notes lead to; what is not there any more is not among them. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Notes that lead to nothing any more. */
  readonly gone: number;
  /** Distinct people whose words stand behind it and were not taken back. */
  readonly contributors: number;
  /** As people wrote them, most contributors first; null for those who said none. */
  readonly regions: readonly { readonly region: string | null; readonly contributors: number }[];
  /** Codes of those who are affected, of which these contributors tell anywhere. */
  readonly groups: readonly {
    readonly code: RecordId;
    readonly title: LanguageText;
    readonly contributors: number;
  }[];
  readonly quotes: readonly SupportingQuote[];
  /** Segments that speak against it: among its own, or coded as speaking against one of the codes of its own. */
  readonly against: readonly AgainstIt[];
  /** Distinct people who speak against it. */
  readonly contributorsAgainst: number;
}

export interface SupportingQuote {
  readonly segment: RecordId;
  readonly answer: RecordId | null;
  readonly quote: LanguageText;
  /** Null where it may be quoted today. */
  readonly why: Unquotable | null;
}

export interface AgainstIt {
  readonly segment: RecordId;
  readonly answer: RecordId | null;
  readonly quote: LanguageText;
}

/** What counts for all claims of a document, read once. */
export interface SupportGround {
  readonly codes: readonly BookCode[];
  /** Codings that speak against something and count. */
  readonly against: readonly CodingRead[];
  /** Answers that nobody may use any more. */
  readonly takenBack: ReadonlySet<RecordId>;
}

interface CodingRead {
  readonly coding: RecordId;
  readonly segment: RecordId | null;
  readonly answer: RecordId | null;
  readonly code: RecordId | null;
  readonly against: boolean;
  /** Given or accepted by a person, and not taken away. */
  readonly stands: boolean;
}

/** More voices against it are not read. */
const mostAgainst = 1_000;

export async function supportGround(view: View): Promise<SupportGround> {
  const book = await newestBook(view);
  const found = await view.list({
    kind: "coding",
    where: [{ field: "against", value: "yes" }],
    limit: mostAgainst,
  });
  const codings = (await view.glance(found.rows.map(({ id }) => id))).map(codingRead);
  return {
    codes: book === null ? [] : await codesOfBook(view, book),
    against: codings.filter(({ against, stands }) => against && stands),
    takenBack: new Set((await answersTakenBack(view)).keys()),
  };
}

/** How the records behind the voices against a sentence are read: from the log for what leaves, by a glance for a page. */
export type ReadRecords = (ids: readonly RecordId[]) => Promise<readonly RecordState[]>;

/** `ids`: what its notes lead to. Read from the log, and so is who speaks against it unless `readAgainst` says otherwise. */
export async function supportOf(
  view: View,
  ids: readonly RecordId[],
  {
    ground,
    rules,
    readAgainst = (found) => view.readMany(found),
  }: {
    readonly ground: SupportGround;
    readonly rules: QuoteRules;
    readonly readAgainst?: ReadRecords;
  },
): Promise<ClaimSupport> {
  const unique = [...new Set(ids)];
  const read: ReadRecords = (found) => view.readMany(found);
  const states = await view.readMany(unique);
  const segments = states.filter(({ kind }) => kind === "segment");
  const answers = await recordsBehind(read, segments, "answer");
  const own = await codingsOf(view, segments);
  const isAgainst = (id: RecordId): boolean => {
    const standing = own.filter(({ segment, stands }) => segment === id && stands);
    return standing.length > 0 && standing.every(({ against }) => against);
  };
  const said = segments.filter(
    (segment) => !isAgainst(segment.id) && !isWithdrawn(answerOf(segment, answers)),
  );
  const people = await contributorsOf(read, said, answers);
  const against = await againstOf(readAgainst, { ground, own, segments });
  return {
    kinds: countKinds(states),
    gone: unique.length - states.length,
    contributors: new Set(people.map(({ contributor }) => contributor)).size,
    regions: regionsIn(people),
    groups: await groupsOf(view, people, ground),
    quotes: segments.map((segment) => ({
      ...wordsOf(segment),
      why: whyUnquotable(segment, answerOf(segment, answers), rules),
    })),
    ...against,
  };
}

type Records = ReadonlyMap<RecordId, RecordState>;

async function recordsBehind(
  read: ReadRecords,
  from: readonly RecordState[],
  field: string,
): Promise<Records> {
  const ids = from.flatMap((state) => linkIn(valuesOf(state)[field]) ?? []);
  return new Map((await read([...new Set(ids)])).map((state) => [state.id, state]));
}

function answerOf(segment: RecordState, answers: Records): RecordState | undefined {
  const id = linkIn(valuesOf(segment)["answer"]);
  return id === null ? undefined : answers.get(id);
}

function isWithdrawn(answer: RecordState | undefined): boolean {
  return answer === undefined || valuesOf(answer)["withdrawn"] !== undefined;
}

function wordsOf(segment: RecordState): AgainstIt {
  const values = valuesOf(segment);
  return {
    segment: segment.id,
    answer: linkIn(values["answer"]),
    quote: textIn(values["quote"]) ?? { text: "", lang: "und" },
  };
}

function codingRead(state: RecordState): CodingRead {
  const values = valuesOf(state);
  return {
    coding: state.id,
    segment: linkIn(values["segment"]),
    answer: linkIn(values["answer"]),
    code: linkIn(values["code"]),
    against: flagIn(values["against"]) === true,
    stands:
      values["removed"] === undefined &&
      (stringIn(values["origin"]) === "person" || values["acceptedBy"] !== undefined),
  };
}

async function codingsOf(view: View, segments: readonly RecordState[]): Promise<readonly CodingRead[]> {
  const found = await view.glanceLinked(
    segments.map(({ id }) => id),
    { kind: "coding", field: "segment" },
  );
  return [...found.values()].flat().map(codingRead);
}

async function contributorsOf(
  read: ReadRecords,
  segments: readonly RecordState[],
  answers: Records,
): Promise<readonly Contributor[]> {
  const behind = segments.flatMap((segment) => answerOf(segment, answers) ?? []);
  return [...(await recordsBehind(read, behind, "contribution")).values()].map(contributorIn);
}

/** Whoever saved one form twice is in the region that they wrote first. */
function regionsIn(people: readonly Contributor[]): ClaimSupport["regions"] {
  const regionOf = new Map<string, Contributor>();
  for (const each of people) if (!regionOf.has(each.contributor)) regionOf.set(each.contributor, each);
  const byKey = new Map<string, { region: string | null; contributors: number }>();
  for (const { region, regionKey } of regionOf.values()) {
    const known = byKey.get(regionKey) ?? { region, contributors: 0 };
    byKey.set(regionKey, { ...known, contributors: known.contributors + 1 });
  }
  return [...byKey.values()].toSorted((a, b) => b.contributors - a.contributors);
}

async function groupsOf(
  view: View,
  people: readonly Contributor[],
  { codes, takenBack }: SupportGround,
): Promise<ClaimSupport["groups"]> {
  const affected = codes.filter(({ family }) => family === "affected");
  if (affected.length === 0 || people.length === 0) return [];
  const found = await view.glanceLinked(
    people.map(({ contribution }) => contribution),
    { kind: "coding", field: "counts" },
  );
  const roots = new Map(affected.map(({ record, root }) => [record, root]));
  const told = new Map<RecordId, Set<string>>();
  for (const { contribution, contributor } of people)
    for (const state of found.get(contribution) ?? []) {
      const { code, answer, stands } = codingRead(state);
      const isUsable = stands && !(answer !== null && takenBack.has(answer));
      const root = code === null || !isUsable ? undefined : roots.get(code);
      if (root !== undefined) told.set(root, (told.get(root) ?? new Set()).add(contributor));
    }
  return affected
    .filter(({ record }) => told.has(record))
    .map(({ record, title }) => ({ code: record, title, contributors: told.get(record)?.size ?? 0 }))
    .toSorted((a, b) => b.contributors - a.contributors);
}

interface ToWeigh {
  readonly ground: SupportGround;
  readonly own: readonly CodingRead[];
  readonly segments: readonly RecordState[];
}

/** Speaking against a code is speaking against what stands on that code. */
async function againstOf(
  read: ReadRecords,
  { ground, own, segments }: ToWeigh,
): Promise<Pick<ClaimSupport, "against" | "contributorsAgainst">> {
  const roots = new Map(ground.codes.map(({ record, root }) => [record, root]));
  const rootOf = (code: RecordId | null): RecordId | null =>
    code === null ? null : (roots.get(code) ?? code);
  const codes = new Set(
    own.filter(({ stands, against }) => stands && !against).map(({ code }) => rootOf(code)),
  );
  const ids = new Set(segments.map(({ id }) => id));
  const found = ground.against.filter(
    ({ segment, code }) => segment !== null && (ids.has(segment) || codes.has(rootOf(code))),
  );
  const states = await read([...new Set(found.flatMap(({ segment }) => segment ?? []))]);
  const answers = await recordsBehind(read, states, "answer");
  const standing = states.filter((segment) => !isWithdrawn(answerOf(segment, answers)));
  const people = await contributorsOf(read, standing, answers);
  return {
    against: standing.map(wordsOf),
    contributorsAgainst: new Set(people.map(({ contributor }) => contributor)).size,
  };
}

function countKinds(states: readonly RecordState[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of states) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
