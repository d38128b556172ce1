// The instruments that there are: those of the program, checked as any other, and those that an organisation added.
import { isJsonObject } from "@tocsin/core";
import { commitments, notAdoptedRows } from "../commitments.ts";
import { criteria } from "../criteria.ts";
import { standards } from "../standards.ts";
import type { Instrument } from "./instrument.ts";
import { meaningOf, versionName } from "./meaning.ts";
import { parseInstruments, type KnownInstruments, type ParsedInstruments } from "./parse-instrument.ts";

/** What the program's own rows let an instrument name, and nothing that there is already. */
export function knownOfProgram(): KnownInstruments {
  return {
    commitments: new Set([...commitments, ...notAdoptedRows, ...standards].map(({ id }) => id)),
    criteria: new Set(criteria.map(({ id }) => id)),
    meanings: new Map(),
    reserved: new Set(),
    nameMeaning: (meaning) => meaning,
  };
}

/** Reads the data of the program's own instruments, about 110 kB that nothing else needs; with `id` only that one's versions. */
export async function loadBuiltInInstruments(id?: string): Promise<ParsedInstruments> {
  const { builtInData } = await import("./built-in/all.ts");
  const chosen = builtInData.filter((each) => id === undefined || (isJsonObject(each) && each["id"] === id));
  return parseInstruments(chosen, knownOfProgram());
}

/**
 * As `known`, with the meaning of these too: what comes in under a name and version of theirs must mean the same. With
 * `reserved`, their names are not for others.
 */
export function knownWith(
  known: KnownInstruments,
  instruments: readonly Instrument[],
  reserved: readonly string[] = [],
): KnownInstruments {
  const more = instruments.map((each) => [versionName(each), known.nameMeaning(meaningOf(each))] as const);
  return {
    ...known,
    meanings: new Map([...known.meanings, ...more]),
    reserved: new Set([...known.reserved, ...reserved]),
  };
}
