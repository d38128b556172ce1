// Holds answers and responses against a list of fingerprints.
import { type OoniRequest, textOf } from "@tocsin/formats";
import { normalAddress } from "../address.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { createPatternSearch, type PatternSearch } from "./search.ts";

/** `country`: a fingerprint that its list places in the probe's country; `elsewhere`: in another or in none. */
export type FingerprintMatch = "country" | "elsewhere" | "false-positive";

export interface FingerprintMatcher {
  /** Null when no fingerprint matches. */
  matchAddress(address: string, country: string | null): FingerprintMatch | null;
  matchResponse(response: OoniRequest, country: string | null): FingerprintMatch | null;
}

export function createFingerprintMatcher(fingerprints: readonly Fingerprint[]): FingerprintMatcher {
  const addresses = new Map<string, Fingerprint[]>();
  for (const fingerprint of fingerprints) {
    if (fingerprint.place !== "dns") continue;
    const address = normalAddress(fingerprint.pattern);
    addresses.set(address, [...(addresses.get(address) ?? []), fingerprint]);
  }
  const body = createPlaceSearch(fingerprints.filter((fingerprint) => fingerprint.place === "body"));
  const headers = headerSearches(fingerprints);
  return {
    matchAddress: (address, country) => judge(addresses.get(normalAddress(address)) ?? [], country),
    matchResponse(response, country) {
      const found: Fingerprint[] = [];
      if (response.body !== null) body(textOf(response.body), found);
      for (const [name, search] of headers) {
        const value = response.headers.get(name);
        if (value !== undefined) search(textOf(value), found);
      }
      return judge(found, country);
    },
  };
}

/** A mark that the page is no block page wins over all others. */
function judge(found: readonly Fingerprint[], country: string | null): FingerprintMatch | null {
  if (found.length === 0) return null;
  if (found.some((fingerprint) => fingerprint.isFalsePositive)) return "false-positive";
  const isHere = found.some(({ countries }) => country !== null && countries.includes(country));
  return isHere ? "country" : "elsewhere";
}

type PlaceSearch = (text: string, found: Fingerprint[]) => void;

function headerSearches(fingerprints: readonly Fingerprint[]): ReadonlyMap<string, PlaceSearch> {
  const byName = new Map<string, Fingerprint[]>();
  for (const fingerprint of fingerprints) {
    if (!fingerprint.place.startsWith("header.")) continue;
    const name = fingerprint.place.slice("header.".length);
    byName.set(name, [...(byName.get(name) ?? []), fingerprint]);
  }
  return new Map([...byName].map(([name, list]) => [name, createPlaceSearch(list)]));
}

function createPlaceSearch(fingerprints: readonly Fingerprint[]): PlaceSearch {
  const full = new Map(fingerprints.filter(({ kind }) => kind === "full").map((one) => [one.pattern, one]));
  const prefixes = fingerprints.filter(({ kind }) => kind === "prefix");
  const contained = fingerprints.filter(({ kind }) => kind === "contains");
  const search: PatternSearch<Fingerprint> = createPatternSearch(
    contained.map((fingerprint) => [fingerprint.pattern, fingerprint]),
  );
  return (text, found) => {
    const whole = full.get(text);
    if (whole !== undefined) found.push(whole);
    for (const fingerprint of prefixes) if (text.startsWith(fingerprint.pattern)) found.push(fingerprint);
    // A false positive settles the page; nothing after it can change that.
    search.find(text, (fingerprint) => found.push(fingerprint) > 100 || fingerprint.isFalsePositive);
  };
}
