// What a record is part of, where its own name does not tell it from its siblings: one sheet of many by the same rater, one
// answer of many to the same question, one defender of many.
import type { RecordId } from "@tocsin/core";
import { labelIn, valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";

export interface Belonging {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
}

/**
 * Kind to the fields that link to what it is part of: the first that is filled in counts. Positions of delegations are not
 * among them: what a delegation says of which paragraph stands together only where somebody has uncovered it.
 */
const fields: Readonly<Record<string, readonly string[]>> = {
  rating: ["assessment"],
  settlement: ["assessment"],
  rightOfReply: ["assessment"],
  codingSheet: ["questionnaire"],
  contributionAnswer: ["contribution"],
  coding: ["code"],
  involvement: ["person", "organisation"],
  relation: ["person"],
  eventLink: ["from"],
  custody: ["evidence"],
  signatureCheck: ["signature"],
  sponsorList: ["negotiation"],
  ledgerEntry: ["ask"],
  alignment: ["newer"],
  handOver: ["commitment"],
};

/** Of those records alone that are part of something that is here. */
export async function belongingAmong(
  view: View,
  registry: Registry,
  states: readonly RecordState[],
): Promise<ReadonlyMap<RecordId, Belonging>> {
  const above = new Map(
    states.flatMap((state) => {
      const values = valuesOf(state);
      const [to] = (fields[state.kind] ?? []).flatMap((field) => linkIn(values[field]) ?? []);
      return to === undefined ? [] : [[state.id, to] as const];
    }),
  );
  if (above.size === 0) return new Map();
  const found = (await view.glance([...new Set(above.values())])).map((state) => [state.id, state] as const);
  const known = new Map(found);
  return new Map(
    [...above].flatMap(([id, to]) => {
      const state = known.get(to);
      const kind = registry.kinds.get(state?.kind ?? "");
      if (state === undefined || kind === undefined) return [];
      return [[id, { id: state.id, kind: state.kind, label: labelIn(kind, state) }] as const];
    }),
  );
}
