// Which signatures stand under a letter as it is now, and what the others wait for.
import type { Signature } from "./signer.ts";

/** `ask-again`: it signed an earlier text. `merged`: it counts as another one. */
export type Standing = "stands" | "waiting" | "ask-again" | "refused" | "withdrawn" | "merged";

/**
 * `text`: hash of the version that stands. A signature that was merged into another one still says what it signed: whoever
 * signed the new text by it need not be asked again.
 */
export function standings(
  signatures: readonly Signature[],
  { text, merged }: { readonly text: string; readonly merged: ReadonlyMap<string, string> },
): ReadonlyMap<string, Standing> {
  const current = new Set(
    signatures
      .filter(({ signed, state, withdrawn }) => signed === text && state === "accepted" && !withdrawn)
      .map(({ id }) => merged.get(id) ?? id),
  );
  const standingOf = ({ id, state, withdrawn }: Signature): Standing => {
    if (withdrawn) return "withdrawn";
    if (merged.has(id)) return "merged";
    if (state !== "accepted") return state;
    return current.has(id) ? "stands" : "ask-again";
  };
  return new Map(signatures.map((each) => [each.id, standingOf(each)]));
}
