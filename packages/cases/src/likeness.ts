// How much two records look like the same person, organisation or incident. It only ever suggests: reasons stand beside
// the score, and a person decides.
import { parseEdtf, type Edtf, type Place } from "@tocsin/core";

export type LikenessReason =
  | "same-name"
  | "same-skeleton"
  | "near-skeleton"
  | "same-country"
  | "other-country"
  | "same-gender"
  | "other-gender"
  | "same-day"
  | "dates-overlap"
  | "same-place"
  | "same-region"
  | "same-acts"
  | "same-people";

export interface Likeness {
  /** 0 to 100; how the reasons add up, not a probability. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

export interface NamedFace {
  /** Every form of the name, folded as for search. */
  readonly names: readonly string[];
  /** Skeleton of each form: words of consonants, sorted. */
  readonly skeletons: readonly (readonly string[])[];
  readonly country: string | null;
  readonly gender: string | null;
}

/** Below this nothing is suggested. */
export const suggestedFrom = 60;

const weights: Readonly<Record<LikenessReason, number>> = {
  "same-name": 70,
  "same-skeleton": 60,
  "near-skeleton": 40,
  "same-country": 15,
  "other-country": -15,
  "same-gender": 5,
  "other-gender": -20,
  "same-day": 35,
  "dates-overlap": 15,
  "same-place": 30,
  "same-region": 15,
  "same-acts": 15,
  "same-people": 30,
};

export function likenessOfNamed(a: NamedFace, b: NamedFace): Likeness {
  const name = nameReason(a, b);
  if (name === undefined) return { score: 0, reasons: [] };
  return scored([
    name,
    ...compared("country", a.country, b.country),
    ...compared("gender", a.gender, b.gender),
  ]);
}

export interface IncidentFace {
  readonly when: string | null;
  readonly where: Place | null;
  readonly acts: readonly string[];
  /** Ids of the people in it; of merged ones the id that stands for them. */
  readonly people: readonly string[];
}

/** Without a date in common nothing is suggested: one person is attacked in one way again and again. */
export function likenessOfIncidents(a: IncidentFace, b: IncidentFace): Likeness {
  const date = dateReason(a.when, b.when);
  if (date === undefined) return { score: 0, reasons: [] };
  return scored([
    date,
    ...placeReasons(a.where, b.where),
    ...(share(a.acts, b.acts) ? (["same-acts"] as const) : []),
    ...(share(a.people, b.people) ? (["same-people"] as const) : []),
  ]);
}

function scored(reasons: readonly LikenessReason[]): Likeness {
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0);
  return { score: Math.max(0, Math.min(100, sum)), reasons };
}

function nameReason(a: NamedFace, b: NamedFace): LikenessReason | undefined {
  if (share(a.names, b.names)) return "same-name";
  const keys = ({ skeletons }: NamedFace): readonly string[] => skeletons.filter(isTelling).map(joined);
  if (share(keys(a), keys(b))) return "same-skeleton";
  const isNear = a.skeletons.some((one) => b.skeletons.some((other) => nearSkeletons(one, other)));
  return isNear ? "near-skeleton" : undefined;
}

/** Two or three consonants are the skeleton of many names. */
function isTelling(skeleton: readonly string[]): boolean {
  return joined(skeleton).replaceAll(" ", "").length >= 4;
}

function joined(skeleton: readonly string[]): string {
  return skeleton.join(" ");
}

/** One consonant apart in a long name, or one name with a word more. */
function nearSkeletons(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && short.every((word) => long.includes(word))) return true;
  const [one, other] = [joined(a), joined(b)];
  return Math.min(one.length, other.length) >= 5 && isOneApart(one, other);
}

function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const skip = (text: string, by: number): string => text.slice(at + by);
  return skip(a, 1) === skip(b, 1) || skip(a, 1) === skip(b, 0) || skip(a, 0) === skip(b, 1);
}

function dateReason(a: string | null, b: string | null): LikenessReason | undefined {
  if (a === null || b === null) return undefined;
  const [one, other] = [parseEdtf(a), parseEdtf(b)];
  if (isDay(one) && isDay(other) && one.earliest === other.earliest) return "same-day";
  const begin = Math.max(one.earliest ?? -Infinity, other.earliest ?? -Infinity);
  return begin <= Math.min(one.latest ?? Infinity, other.latest ?? Infinity) ? "dates-overlap" : undefined;
}

function isDay({ precision, interval }: Edtf): boolean {
  return precision === "day" && !interval;
}

function placeReasons(a: Place | null, b: Place | null): readonly LikenessReason[] {
  if (a?.country === undefined || b?.country === undefined) return [];
  if (a.country !== b.country) return ["other-country"];
  if (a.locality !== undefined && a.locality === b.locality) return ["same-place"];
  return a.region !== undefined && a.region === b.region ? ["same-region"] : ["same-country"];
}

function compared(what: "country" | "gender", a: string | null, b: string | null): readonly LikenessReason[] {
  if (a === null || b === null || a === "unknown" || b === "unknown") return [];
  return [a === b ? `same-${what}` : `other-${what}`];
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}
