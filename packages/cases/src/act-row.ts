// How a row of the tables of acts is read.
import { pathOf, type Term } from "@tocsin/records";
import { dated, huridocsPart } from "./mapping.ts";
import { soughtAs } from "./sought-as.ts";

/**
 * Code; leading digits of the HURIDOCS code, with `~` before them where that term is broader than ours, or the reason why
 * there is none; letter of SDG 16.10.1, "none" where nobody is counted as a victim (D and F only if the case meets its
 * conditions); ids of commitments that it engages; codes of `helpers`, those of the act above where none are given.
 */
export type ActRow = readonly [code: string, huridocs: string, sdg: string, engages?: string, ask?: string];

export interface Act extends Term {
  /** Whom to ask, by codes of `helpers`. Never empty. */
  readonly ask: readonly string[];
}

/** The mapping is ours: no outside body has looked at it, so every act says `checked: false`. */
const actsSource =
  "Our mapping. HURIDOCS list L4 as in huridocs/OpenEvSys (commit 2f734af); SDG indicator 16.10.1 metadata as in worldbank/sdg-metadata (commit 4febdd5).";

export function actsOf(rows: readonly ActRow[]): readonly Act[] {
  const asked = new Map(rows.map(([code, , , , ask]) => [code, listOf(ask)]));
  return rows.map(([code, huridocs, sdg, engages]) => {
    const { crosswalk, ...part } = huridocsPart(huridocs);
    const also = soughtAs[code];
    const nearest = pathOf(code).find((above) => (asked.get(above) ?? []).length > 0);
    return {
      code,
      crosswalk: { ...crosswalk, sdg16101: sdg },
      ...part,
      source: actsSource,
      dated,
      checked: false,
      engages: listOf(engages),
      ask: asked.get(nearest ?? code) ?? [],
      ...(also === undefined ? {} : { also }),
    };
  });
}

function listOf(words: string | undefined): readonly string[] {
  return words === undefined || words === "" ? [] : words.split(" ");
}
