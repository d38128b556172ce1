// What a signature signs: the hash of the version that stands.
import type { RecordId } from "@tocsin/core";
import { LettersError } from "@tocsin/letters";
import { letterVersionKind, valuesOf, type View } from "@tocsin/records";
import { integerIn, stringIn } from "../values.ts";

/** Hash of the version that stands. Throws `letters.bad-letter`. */
export async function currentDigest(view: View, letter: RecordId): Promise<string> {
  const versions = await view.linked(letter, { kind: letterVersionKind.name, field: "letter" });
  const newest = versions
    .map(valuesOf)
    .sort((a, b) => (integerIn(a["number"]) ?? 0) - (integerIn(b["number"]) ?? 0))
    .at(-1);
  const digest = stringIn(newest?.["digest"]);
  if (digest === null)
    throw new LettersError("letters.bad-letter", "Cannot take signature: the letter has no text");
  return digest;
}
