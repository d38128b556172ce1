// The search: where something stands in what leaves although it must not.
import { audienceCodes, type Audience } from "@tocsin/cases";
import type { Leaving, Piece } from "./everything.fake.ts";

/** One protective rule: what shows that it failed, and how it is made to fail for the search to find. */
export interface Rule {
  /** As in the first column of docs/protection.md. */
  readonly name: string;
  /** What leaked, and where. */
  readonly find: (pieces: readonly Piece[]) => readonly string[];
  /** What leaves when this rule fails, and no other. */
  readonly plant: (leaving: Leaving) => Promise<readonly Piece[]>;
  /** Each of these must be found in it; where absent, anything. */
  readonly planted?: readonly string[];
  /** The same failure in a bundle, where entries leave whole and a rule decides which of them stay. */
  readonly plantInBundle?: Rule["plant"];
}

export const outside: readonly Audience[] = audienceCodes.filter((audience) => audience !== "internal");

export interface Where {
  readonly audiences?: readonly Audience[];
  /** Beginnings of the names of ways. */
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

/** Whole, or by any of its telling words, whatever the case. */
export function secretsIn(secrets: readonly string[], where: Where = {}): Rule["find"] {
  const words = secrets.flatMap((secret) => telling(secret).map((word) => ({ secret, word })));
  return (pieces) =>
    chosen(pieces, where).flatMap(({ way, audience, text }) => {
      const folded = text.toLowerCase();
      return words
        .filter(({ word }) => folded.includes(word))
        .map(({ secret }) => `${secret}: ${way} for ${audience}`);
    });
}

export function chosen(
  pieces: readonly Piece[],
  { audiences = audienceCodes, only = [""], not = [] }: Where,
): readonly Piece[] {
  return pieces.filter(
    ({ way, audience }) =>
      audiences.includes(audience) &&
      only.some((start) => way.startsWith(start)) &&
      !not.some((start) => way.startsWith(start)),
  );
}

function telling(secret: string): readonly string[] {
  return secret
    .split(" ")
    .filter((word) => word.length > 4 && !/^(sergeant|colonel|minister|holdings|owner)$/i.test(word))
    .map((word) => word.toLowerCase());
}
