// What a record engages, and why: by which rules, by whose word, and what somebody refused with a reason.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type View } from "@tocsin/records";
import { commitmentsByReference, decisionsOn, engagedBy, type Decision } from "../engagements.ts";
import { stateOf } from "../state-of.ts";
import { linksIn, stringIn } from "../values.ts";

export interface EngagementLine {
  readonly commitment: RecordId;
  /** `C-SPY-1`; null for one without. */
  readonly reference: string | null;
  /** Ids of rules; "acts" where the acts of an incident say so. */
  readonly rules: readonly string[];
  /** Whether the record is linked to it now. */
  readonly isHeld: boolean;
  readonly decision: Pick<Decision, "decision" | "reason" | "when"> | null;
}

export const engagementList = query(
  "engagement.list",
  { record: link("any", { required: true }) },
  async (view, { record }): Promise<readonly EngagementLine[]> => {
    const state = await stateOf(view, record);
    const values = valuesOf(state);
    const held = linksIn(values["commitments"]);
    const decisions = await decisionsOn(view, record);
    const rules = new Map<RecordId, readonly string[]>();
    for (const { commitment, rules: by } of engagedBy(state.kind, values))
      for (const id of await commitmentsByReference(view, [commitment])) rules.set(id, by);
    const all = [...new Set([...held, ...rules.keys(), ...decisions.keys()])];
    const references = await referencesOf(view, all);
    return all.map((commitment) => {
      const decided = decisions.get(commitment);
      return {
        commitment,
        reference: references.get(commitment) ?? null,
        rules: rules.get(commitment) ?? [],
        isHeld: held.includes(commitment),
        decision:
          decided === undefined
            ? null
            : { decision: decided.decision, reason: decided.reason, when: decided.when },
      };
    });
  },
);

async function referencesOf(view: View, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, string>> {
  const states = await view.glance(ids);
  return new Map(
    states.flatMap((state) => {
      const reference = stringIn(valuesOf(state)["reference"]);
      return reference === null ? [] : [[state.id, reference] as const];
    }),
  );
}
