// What no act writes, whichever way it comes in: counts of a vote that cannot be, and a position that is let out in passing.
import type { Json } from "@tocsin/core";
import {
  amendmentKind,
  parseOperation,
  positionKind,
  valuesOf,
  type Operation,
  type View,
} from "@tocsin/records";
import { checkKnownVote, TextsError } from "@tocsin/texts";
import { WorkspaceError } from "../errors.ts";
import { integerIn, type Values } from "../values.ts";

export const letOutAct = "position.let-out";
const voteFields = ["inFavour", "against", "abstaining", "absent", "members"] as const;

/** Throws `texts.bad-vote`, `workspace.stays-inside`; gives the operations back as they are. */
export async function soundOperations(
  view: View,
  operations: readonly Operation[],
): Promise<readonly Operation[]> {
  for (const operation of operations) {
    if (operation.kind === amendmentKind.name) await refuseBadVote(view, operation);
    refuseLettingOut(operation);
  }
  return operations;
}

/**
 * As `soundOperations`, for payloads of an act that is too long to be held: those that could hold such a field are looked
 * into, and the others passed on as they are.
 */
export async function* soundPayloads(
  view: View,
  payloads: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const payload of payloads) {
    if (lookedFor.some((name) => holds(payload, name)))
      await soundOperations(view, [parseOperation(payload)]);
    yield payload;
  }
}

/** Names of fields stand in a payload as their letters. */
const lookedFor = ["mayLeave", ...voteFields].map((name) => new TextEncoder().encode(name));

function holds(payload: Uint8Array, wanted: Uint8Array): boolean {
  const [first = 0] = wanted;
  for (let at = payload.indexOf(first); at !== -1; at = payload.indexOf(first, at + 1))
    if (wanted.every((byte, nth) => payload[at + nth] === byte)) return true;
  return false;
}

async function refuseBadVote(view: View, { record, patch }: Operation): Promise<void> {
  if (!voteFields.some((field) => patch[field] !== undefined)) return;
  const state = await view.read(record);
  const values: Record<string, Json> = state === undefined ? {} : { ...valuesOf(state) };
  for (const field of voteFields) {
    const change = patch[field];
    if (change !== undefined && "set" in change) values[field] = change.set;
    if (change !== undefined && "clear" in change) delete values[field];
  }
  const { problem } = voteIn(values);
  if (problem === null) return;
  throw new TextsError("texts.bad-vote", `Cannot record vote: ${problem.replaceAll("-", " ")}`, {
    details: { members: String(integerIn(values["members"]) ?? 47) },
  });
}

export function voteIn(values: Values) {
  const [inFavour, against, abstaining, absent] = voteFields.map((field) => integerIn(values[field]));
  const vote = {
    inFavour: inFavour ?? null,
    against: against ?? null,
    abstaining: abstaining ?? null,
    absent: absent ?? null,
  };
  return { ...vote, ...checkKnownVote(vote, integerIn(values["members"]) ?? undefined) };
}

/** Throws `workspace.stays-inside`. */
export function refuseLettingOut({ kind, act, patch: { mayLeave } }: Operation): void {
  if (kind !== positionKind.name || mayLeave === undefined || act === letOutAct) return;
  if (!("set" in mayLeave) || mayLeave.set !== true) return;
  throw new WorkspaceError(
    "workspace.stays-inside",
    "Cannot let out position: that is an act of its own, one by one",
  );
}
