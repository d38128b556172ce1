import {
  checkNeeds,
  command,
  data,
  kindOf,
  link,
  parsePatch,
  RecordsError,
  valuesOf,
  type Kind,
  type Patch,
} from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/** Changes fields of a record: `patch` is an object of field to {set}, {clear: true} or {add, remove}. */
export const recordChange = command(
  "record.change",
  { record: link("any", { required: true }), patch: data({ required: true }) },
  async (view, { record, patch }, { registry }) => {
    const state = await stateOf(view, record);
    const known = kindOf(registry, state.kind);
    const changes = parsePatch(known, patch, registry.isCode);
    checkChanges(known, changes);
    checkNeeds(known, changes, valuesOf(state));
    if (Object.keys(changes).length === 0) return [];
    return [{ kind: known.name, version: known.version, record, act: "record.change", patch: changes }];
  },
);

/** What the program wrote is not for people to change, such as the hash of evidence; what is required stays filled. */
export function checkChanges(kind: Kind, patch: Patch): void {
  for (const [name, change] of Object.entries(patch)) {
    const { fixed, required } = kind.fields[name] ?? {};
    if (fixed === true) throw refused(kind, name, "only the program writes it");
    if (required === true && "clear" in change) throw refused(kind, name, "it is required");
  }
}

function refused(kind: Kind, field: string, state: string): RecordsError {
  const message = `Cannot change ${kind.name}.${field}: ${state}`;
  return new RecordsError("records.bad-value", message, { details: { kind: kind.name, field } });
}
