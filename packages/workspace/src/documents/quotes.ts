// Words of people in a draft: by the segments that it names, never typed. Each leaves where the consent of its answer covers the
// release today and the words still stand there; of the others it is said that they may not be quoted, and the words are struck
// wherever somebody typed them all the same.
import type { RecordId } from "@tocsin/core";
import type { ClaimSource, WrittenText } from "@tocsin/publish";
import {
  contributionAnswerKind,
  released,
  valuesOf,
  type RecordState,
  type ReleaseRules,
  type View,
} from "@tocsin/records";
import { flagIn, linkIn, stringIn, textIn, type Values } from "../values.ts";
import { originalOf, standsIn } from "../voices/originals.ts";
import { purposeOfReport } from "../voices/release-purpose.ts";
import { writtenIn } from "./draft.ts";

export interface Quotes {
  readonly sources: ReadonlyMap<RecordId, ClaimSource>;
  /** Segments whose words leave. */
  readonly records: readonly RecordId[];
  /** Words that may not leave. */
  readonly withheld: readonly string[];
}

/** What of an answer makes a quote; no table of records lets it out. */
const ofQuote = { contributionAnswer: { words: "full" } } as const;

export interface QuoteRules {
  readonly rules: ReleaseRules;
  /** The questionnaire of which the document is the report; null where it is another document. */
  readonly reportOf: RecordId | null;
}

export async function quotesOf(
  view: View,
  segments: readonly RecordState[],
  rules: QuoteRules,
): Promise<Quotes> {
  const read = await Promise.all(segments.map((segment) => quoteOf(view, segment, rules)));
  return {
    sources: new Map(read.map(({ segment, source }) => [segment, source])),
    records: read.flatMap(({ segment, withheld }) => (withheld === null ? [segment] : [])),
    withheld: read.flatMap(({ withheld }) => withheld ?? []),
  };
}

/** Why words may not be quoted. */
export const unquotables = ["gone", "withdrawn", "other-words", "not-allowed", "other-use", "past"] as const;
export type Unquotable = (typeof unquotables)[number];

/** Null where the consent of the answer covers it today. What leaves is decided by `released` alone; the rest says why. */
export function whyUnquotable(
  segment: RecordState,
  answer: RecordState | undefined,
  { rules, reportOf }: QuoteRules,
): Unquotable | null {
  if (answer === undefined) return "gone";
  const values = valuesOf(answer);
  const asked = rulesFor(values, { rules, reportOf });
  const { words } = released(contributionAnswerKind, answer, { ...asked, fields: ofQuote }).values;
  const isThere = standsIn(valuesOf(segment), originalOf(answer)) === "fits";
  if (words !== undefined && isThere) return null;
  return whyNot(values, isThere, asked);
}

/** In the report of their own consultation words may stand that were allowed for that alone. */
function rulesFor(values: Values, { rules, reportOf }: QuoteRules): ReleaseRules {
  const { purpose } = rules;
  const isOfReport = reportOf !== null && linkIn(values["questionnaire"]) === reportOf;
  return isOfReport && purpose !== undefined ? { ...rules, purpose: purposeOfReport(purpose.day) } : rules;
}

function whyNot(values: Values, isThere: boolean, { purpose }: ReleaseRules): Unquotable {
  if (values["withdrawn"] !== undefined) return "withdrawn";
  if (!isThere) return "other-words";
  if (flagIn(values["mayQuote"]) !== true) return "not-allowed";
  const isCovered = purpose?.reaches.includes(stringIn(values["reuse"]) ?? "") === true;
  return isCovered ? "past" : "other-use";
}

interface Quote {
  readonly segment: RecordId;
  readonly source: ClaimSource;
  /** The words, where they stay inside. */
  readonly withheld: string | null;
}

async function quoteOf(view: View, segment: RecordState, rules: QuoteRules): Promise<Quote> {
  const values = valuesOf(segment);
  const title = writtenIn(values["quote"]);
  const id = linkIn(values["answer"]);
  const answer = id === null ? undefined : await view.read(id);
  if (answer === undefined || title === null || whyUnquotable(segment, answer, rules) !== null) {
    const source = { kind: "segment", title: null, evidence: [], isWithheld: true };
    return { segment: segment.id, source, withheld: title?.text ?? "" };
  }
  const by = await saidBy(view, answer);
  const source = { kind: "segment", title, evidence: [], ...(by === null ? {} : { by }) };
  return { segment: segment.id, source, withheld: null };
}

const saidOf: Readonly<Record<string, readonly string[]>> = {
  "role-region": ["role", "region"],
  organisation: ["organisation"],
  name: ["name"],
};

/** As far as the answer says that it may be said; null for nobody. */
async function saidBy(view: View, answer: RecordState): Promise<WrittenText | null> {
  const { attribution, contribution } = valuesOf(answer);
  const id = linkIn(contribution);
  const fields = saidOf[stringIn(attribution) ?? ""] ?? [];
  const state = id === null || fields.length === 0 ? undefined : await view.read(id);
  if (state === undefined) return null;
  const parts = fields.flatMap((field) => textIn(valuesOf(state)[field]) ?? []);
  const [first] = parts;
  return first === undefined
    ? null
    : { text: parts.map(({ text }) => text).join(", "), language: first.lang };
}
