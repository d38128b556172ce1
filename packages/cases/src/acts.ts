// The vocabulary of acts: what was done to a defender, digital and classic, as a tree of families. The terms are ours; the
// crosswalks lead to the HURIDOCS micro-thesaurus of acts (list L4) and to the letters of SDG indicator 16.10.1.
import { pathOf, type Vocabulary } from "@tocsin/records";
import { actsOf, type Act } from "./act-row.ts";
import { digitalActs } from "./digital-acts.ts";
import { legalAndPhysicalActs } from "./legal-and-physical-acts.ts";

/** A family, or an act with finer ones below it, is chosen itself only where nothing finer is known. */
export const acts: Vocabulary & { readonly terms: readonly Act[] } = {
  name: "acts",
  extensible: true,
  list: "L4",
  terms: actsOf([...digitalActs, ...legalAndPhysicalActs]),
};

/** `spyware` for `spyware.infection`. */
export function familyOf(code: string): string {
  return code.split(".")[0] ?? code;
}

/**
 * Ids of the commitments that these acts engage: each once, in order of the vocabulary. An act that is not known here, such
 * as a term of an organisation's own, engages what the nearest known act above it does.
 */
export function engagedCommitments(codes: readonly string[]): readonly string[] {
  const known = new Map(acts.terms.map((term) => [term.code, term]));
  const chosen = new Set(codes.map((code) => pathOf(code).find((above) => known.has(above))));
  const engaged = acts.terms.filter(({ code }) => chosen.has(code)).flatMap(({ engages }) => engages ?? []);
  return [...new Set(engaged)];
}
