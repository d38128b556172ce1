// What would stand if the list were frozen now: exactly that is hashed, so that whoever looked at it freezes that and nothing
// else.
import { usualThreshold } from "@tocsin/cases";
import { encodeCanonical } from "@tocsin/core";
import {
  headJson,
  letterDigest,
  LettersError,
  openJson,
  planEntries,
  type ListHead,
  type ListOrder,
  type MergeLine,
  type PlannedEntry,
  type Sha256,
} from "@tocsin/letters";
import type { LetterFile, SignatureFile } from "./letter-file.ts";
import { areaOf } from "./regions.ts";

export interface FreezeChoice {
  readonly order: ListOrder;
  readonly threshold: number;
}

export interface FreezePlan {
  readonly head: Omit<ListHead, "frozen">;
  readonly entries: readonly PlannedEntry[];
  /** SHA-256 of exactly this: `letter.freeze` writes nothing else. */
  readonly digest: string;
  /** Lines of the queue that nobody has decided: each signature in them that stands would stand by itself. */
  readonly undecided: readonly MergeLine[];
  /** Signatures that would not stand, and could. */
  readonly waiting: readonly SignatureFile[];
  readonly askAgain: readonly SignatureFile[];
}

/** `order`: `name` by the collation of a locale, or `arrival`. Throws `letters.bad-letter`. */
export function freezeChoice(
  order: string | undefined,
  collation: string | undefined,
  threshold: number | undefined,
): FreezeChoice {
  const least = Math.max(2, threshold ?? usualThreshold);
  if (order === "arrival") return { order: { by: "arrival" }, threshold: least };
  const locale = collation ?? "en";
  if ((order !== undefined && order !== "name") || !isLocale(locale))
    throw new LettersError(
      "letters.bad-letter",
      "Cannot order list: neither by name nor by arrival, or no locale",
    );
  return { order: { by: "name", collation: locale }, threshold: least };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf([tag]).length === 1;
  } catch {
    return false;
  }
}

/** Throws `letters.bad-letter` where the letter has no text any more. */
export function freezePlan(file: LetterFile, { order, threshold }: FreezeChoice, sha256: Sha256): FreezePlan {
  const { current, deadline, signatures, standings, queue } = file;
  if (current === null)
    throw new LettersError("letters.bad-letter", "Cannot freeze list: the letter has no text");
  const standing = signatures.filter(({ id }) => standings.get(id) === "stands");
  const entries = planEntries(standing, { order, threshold, regionOf: areaOf });
  const head = {
    text: current.digest,
    translations: current.texts
      .slice(1)
      .map((text) => ({ language: text.language, digest: letterDigest(text, sha256) })),
    order,
    closes: deadline,
  };
  const shown = entries.map(({ signer, open }) => ({ signer, open: openJson(open) }));
  const digest = sha256(encodeCanonical({ head: headJson({ ...head, frozen: "" }), shown }));
  const of = (wanted: string): readonly SignatureFile[] =>
    signatures.filter(({ id }) => standings.get(id) === wanted);
  return { head, entries, digest, undecided: queue.lines, waiting: of("waiting"), askAgain: of("ask-again") };
}
