// From the signatures that stand to the entries of the frozen list, in its order.
import { withoutHiddenCharacters, type Json } from "@tocsin/core";
import { collator } from "@tocsin/language";
import { closedOf, leafOf, type FrozenEntry, type ListOrder, type OpenEntry } from "./frozen-list.ts";
import type { Rung } from "./ladder.ts";
import type { Sha256 } from "./letter-text.ts";
import type { Signer } from "./signer.ts";

export interface StandingSigner extends Signer {
  readonly arrived: number;
  readonly verified: Rung;
}

export interface FreezeRules {
  readonly order: ListOrder;
  /** Fewer names withheld than this in one country, or one region, show neither. */
  readonly threshold: number;
  /** The region that a country stands under; null for none. */
  readonly regionOf: (country: string) => string | null;
}

export interface PlannedEntry {
  readonly signer: string;
  readonly open: OpenEntry;
  readonly hidden: Json;
}

/** Named ones in the order, then whose name is withheld, then those who are counted: what everybody would see. */
export function planEntries(signers: readonly StandingSigner[], rules: FreezeRules): readonly PlannedEntry[] {
  const withheld = signers.filter(({ visibility }) => visibility === "withheld");
  const placeOf = createPlaces(withheld, rules);
  const named = signers.filter(({ visibility }) => visibility === "public").sort(byOrder(rules.order));
  const counted = signers.filter(({ visibility }) => visibility === "counted");
  return [
    ...named.map((signer) => ({ signer: signer.id, open: openOf(signer, rules), hidden: null })),
    ...withheld.map((signer) => ({ signer: signer.id, open: placeOf(signer), hidden: hiddenOf(signer) })),
    ...counted.map((signer) => ({ signer: signer.id, open: nothing("counted"), hidden: hiddenOf(signer) })),
  ];
}

export interface SealedEntry extends FrozenEntry {
  readonly signer: string;
  readonly leaf: string;
  /** Opens `closed`; empty where nothing is closed. */
  readonly salt: string;
}

/** Entries that are not named are shuffled by their hashes: the place of one says nothing about its name. */
export function sealEntries(
  planned: readonly PlannedEntry[],
  newSalt: () => string,
  sha256: Sha256,
): readonly SealedEntry[] {
  const sealed = planned.map(({ signer, open, hidden }): SealedEntry => {
    const salt = hidden === null ? "" : newSalt();
    const closed = hidden === null ? null : closedOf(hidden, salt, sha256);
    return { signer, open, closed, salt, leaf: leafOf({ open, closed }, sha256) };
  });
  const of = (visibility: OpenEntry["visibility"]): readonly SealedEntry[] =>
    sealed.filter(({ open }) => open.visibility === visibility);
  const shuffled = (entries: readonly SealedEntry[]): readonly SealedEntry[] =>
    entries.toSorted((a, b) => ((a.closed ?? "") < (b.closed ?? "") ? -1 : 1));
  return [...of("public"), ...shuffled(of("withheld")), ...shuffled(of("counted"))];
}

function byOrder(order: ListOrder): (a: StandingSigner, b: StandingSigner) => number {
  const byArrival = (a: StandingSigner, b: StandingSigner): number =>
    a.arrived - b.arrived || (a.id < b.id ? -1 : 1);
  if (order.by === "arrival") return byArrival;
  const { compare } = collator(order.collation, { numeric: true, ignorePunctuation: false });
  const nameOf = ({ names }: StandingSigner): string => names[0]?.text ?? "";
  return (a, b) => compare(nameOf(a), nameOf(b)) || byArrival(a, b);
}

function openOf({ names, country, verified }: StandingSigner, { regionOf }: FreezeRules): OpenEntry {
  return {
    visibility: "public",
    names: names.map(({ text, lang }) => ({ text: readable(text), lang })),
    country,
    region: country === null ? null : regionOf(country),
    verified,
  };
}

/** A name leaves as it is read: a character that is not seen could make it another's. */
function readable(name: string): string {
  const text = withoutHiddenCharacters(name).trim();
  return text === "" ? "\ufffd" : text;
}

function nothing(visibility: OpenEntry["visibility"]): OpenEntry {
  return { visibility, names: [], country: null, region: null, verified: null };
}

function hiddenOf({ names, country, domain, verified }: StandingSigner): Json {
  return { names: names.map(({ text, lang }) => ({ text, lang })), country, domain, verified };
}

/** A country that enough of them share is shown; of the rest, a region that enough of the rest share. */
function createPlaces(
  withheld: readonly StandingSigner[],
  { threshold, regionOf }: FreezeRules,
): (signer: StandingSigner) => OpenEntry {
  const least = Math.max(2, threshold);
  const enough = (counts: ReadonlyMap<string, number>, key: string | null): boolean =>
    key !== null && (counts.get(key) ?? 0) >= least;
  const countries = tally(withheld.map(({ country }) => country));
  const rest = withheld.filter(({ country }) => !enough(countries, country));
  const regions = tally(rest.map(({ country }) => (country === null ? null : regionOf(country))));
  return ({ country }) => {
    const region = country === null ? null : regionOf(country);
    if (enough(countries, country)) return { ...nothing("withheld"), country, region };
    return { ...nothing("withheld"), region: enough(regions, region) ? region : null };
  };
}

export function tally(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
