// What of a letter never changes once its list is frozen: told from values alone, without reading other records.
import type { Json } from "@tocsin/core";

export const lettersKinds: readonly string[] = [
  "letter",
  "letterVersion",
  "signature",
  "signatureCheck",
  "signerDecision",
];

/** A letter with a frozen list, or a signature that has its place in one. */
export function isOfFrozenLetter(kind: string, values: { readonly [field: string]: Json }): boolean {
  if (kind === "letter") return typeof values["frozenAt"] === "string";
  return kind === "signature" && values["entry"] !== undefined;
}
