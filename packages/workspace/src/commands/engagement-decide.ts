import {
  code,
  command,
  create,
  engagementKind,
  kindOf,
  link,
  RecordsError,
  text,
  valuesOf,
} from "@tocsin/records";
import { decidedKinds } from "../engagements.ts";
import { linksIn } from "../values.ts";
import { stateOf } from "../state-of.ts";

/**
 * A person says that a record engages a commitment, or that it does not although a rule says so, and why. The link is made or
 * taken away with it. Throws `records.bad-input` for a record of another kind.
 */
export const engagementDecide = command(
  "engagement.decide",
  {
    record: link("any", { required: true }),
    commitment: link("commitment", { required: true }),
    decision: code("engagementDecisions", { required: true }),
    reason: text({ required: true, multiline: true }),
  },
  async (view, { record, commitment, decision, reason }, { registry, newId, now }) => {
    const state = await stateOf(view, record);
    await stateOf(view, commitment, "commitment");
    if (!decidedKinds.includes(state.kind))
      throw new RecordsError("records.bad-input", "Cannot decide: nothing engages commitments in this kind");
    const act = "engagement.decide";
    const values = { decision, reason, of: record, commitment, when: new Date(now()).toISOString() };
    const said = create(engagementKind, values, { record: newId(), act, isCode: registry.isCode });
    const isHeld = linksIn(valuesOf(state)["commitments"]).includes(commitment);
    if (isHeld === (decision === "added")) return [said];
    const { name, version } = kindOf(registry, state.kind);
    const commitments = decision === "added" ? { add: [commitment] } : { remove: [commitment] };
    return [said, { kind: name, version, record, act, patch: { commitments } }];
  },
);
