import {
  command,
  kindOf,
  link,
  RecordsError,
  valuesOf,
  type Operation,
  type Registry,
  type View,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { commitmentsByReference, decisionsOn, engagedBy, engagingKinds } from "../engagements.ts";
import { linksIn } from "../values.ts";
import { stateOf } from "../state-of.ts";

/** Holds an incident against every commitment that its acts and the rules engage. Links that people made stay. */
export const incidentEngage = command(
  "incident.engage",
  { incident: link("incident", { required: true }) },
  async (view, { incident }, { registry }) => {
    await stateOf(view, incident, "incident");
    return engage(view, registry, { record: incident, act: "incident.engage" });
  },
);

/** The same for an incident, a measure or a proceeding. Throws `records.bad-input` for any other record. */
export const recordEngage = command(
  "record.engage",
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }) => engage(view, registry, { record, act: "record.engage" }),
);

/** What a person refused is not linked again. */
async function engage(
  view: View,
  registry: Registry,
  { record, act }: { readonly record: RecordId; readonly act: string },
): Promise<readonly Operation[]> {
  const state = await stateOf(view, record);
  if (!engagingKinds.includes(state.kind))
    throw new RecordsError(
      "records.bad-input",
      "Cannot hold against commitments: nothing engages them in this kind",
    );
  const values = valuesOf(state);
  const { name, version } = kindOf(registry, state.kind);
  const decisions = await decisionsOn(view, record);
  const references = engagedBy(state.kind, values).map(({ commitment }) => commitment);
  const engaged = await commitmentsByReference(view, references);
  const held = new Set(linksIn(values["commitments"]));
  const add = engaged.filter((id) => !held.has(id) && decisions.get(id)?.decision !== "refused");
  return add.length === 0 ? [] : [{ kind: name, version, record, act, patch: { commitments: { add } } }];
}
