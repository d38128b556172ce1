// What a letter refuses once its list is frozen, and after its deadline.
import type { Json, RecordId } from "@tocsin/core";
import { isOver, LettersError } from "@tocsin/letters";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { linkIn, stringIn } from "../values.ts";
import { lettersKinds } from "./frozen-kinds.ts";
import { deadlineOf } from "./letter-file.ts";

/** The letter while it still collects. Throws `letters.frozen`, `records.not-found`. */
export async function openLetter(view: View, letter: RecordId): Promise<RecordState> {
  const state = await stateOf(view, letter, "letter");
  const frozen = stringIn(valuesOf(state)["frozenAt"]);
  if (frozen !== null)
    throw new LettersError("letters.frozen", "Cannot change letter: its list is frozen", {
      details: { frozen: frozen.slice(0, 10) },
    });
  return state;
}

/** A signature of a letter that still collects, and not a withdrawn one. Throws `letters.not-standing` too. */
export async function openSignature(view: View, signature: RecordId): Promise<RecordState> {
  const state = await stateOf(view, signature, "signature");
  const values = valuesOf(state);
  const letter = linkIn(values["letter"]);
  if (letter !== null) await openLetter(view, letter);
  if (values["withdrawn"] !== undefined)
    throw new LettersError("letters.not-standing", "Cannot change signature: it was withdrawn");
  return state;
}

/** Throws `letters.too-late` for what arrived after the deadline and its grace. */
export function refuseLate(letter: RecordState, arrived: number): void {
  const deadline = deadlineOf(valuesOf(letter));
  if (deadline !== null && isOver(deadline, arrived))
    throw new LettersError("letters.too-late", "Cannot take signature: the deadline is over", {
      details: { deadline: deadline.at, zone: deadline.zone },
    });
}

/** Undo reaches nothing of a letter whose list is frozen. */
export async function refuseFrozen(view: View, record: RecordId): Promise<void> {
  const state = await view.read(record);
  if (state === undefined || !lettersKinds.includes(state.kind)) return;
  const values = valuesOf(state);
  const signature = state.kind === "signatureCheck" ? linkIn(values["signature"]) : null;
  const of = signature === null ? values : valuesOf(await stateOf(view, signature, "signature"));
  const letter = state.kind === "letter" ? record : linkIn(of["letter"]);
  if (letter !== null) await openLetter(view, letter);
}

/** Nothing of a letter begins by the general door once its list is frozen. */
export async function refuseFrozenFor(
  view: View,
  kind: string,
  values: { readonly [field: string]: Json },
): Promise<void> {
  if (kind === "letter" || !lettersKinds.includes(kind)) return;
  const links = [linkIn(values["letter"]), linkIn(values["signature"])];
  for (const id of links) if (id !== null) await refuseFrozen(view, id);
}
