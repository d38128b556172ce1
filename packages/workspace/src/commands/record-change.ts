import { encodeCanonicalText, isJsonObject, type Json } from "@tocsin/core";
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
  type Operation,
  type Patch,
} from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";

const act = "record.change";

/**
 * Changes fields of a record: `patch` is an object of field to {set}, {clear: true} or {add, remove}. With `seen`, an
 * object of field to the value that the writer saw there, null for none, it throws `workspace.changed-meanwhile` where
 * another one stands now. `instead` is a patch of what the writer decided against: it goes behind at once, so that the
 * history has both.
 */
export const recordChange = command(
  act,
  {
    record: link("any", { required: true }),
    patch: data({ required: true }),
    seen: data(),
    instead: data(),
  },
  async (view, { record, patch, seen = {}, instead = {} }, { registry }) => {
    const state = await stateOf(view, record);
    const known = kindOf(registry, state.kind);
    const [changes, against] = [patch, instead].map((each) => parsePatch(known, each, registry.isCode));
    for (const each of [changes, against]) checkChanges(known, each ?? {});
    const values = valuesOf(state);
    checkSeen(known, values, { changes: changes ?? {}, seen });
    checkNeeds(known, changes ?? {}, values);
    return [against ?? {}, changes ?? {}].flatMap((each): readonly Operation[] =>
      Object.keys(each).length === 0
        ? []
        : [{ kind: known.name, version: known.version, record, act, patch: each }],
    );
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

export interface Seen {
  readonly changes: Patch;
  readonly seen: Json;
}

/** Elements of a set go in and out one by one: nobody's are lost, whatever the writer saw. */
export function checkSeen(kind: Kind, values: Readonly<Record<string, Json>>, { changes, seen }: Seen): void {
  if (!isJsonObject(seen))
    throw new RecordsError("records.bad-input", "Cannot change record: what was seen is not an object");
  for (const [name, change] of Object.entries(changes)) {
    const saw = seen[name];
    if (saw === undefined || !("set" in change || "clear" in change)) continue;
    const stands = encodeCanonicalText(values[name] ?? null);
    const wanted = encodeCanonicalText("set" in change ? change.set : null);
    if (stands === encodeCanonicalText(saw) || stands === wanted) continue;
    throw new WorkspaceError(
      "workspace.changed-meanwhile",
      `Cannot change ${kind.name}.${name}: it was changed since it was read`,
      { details: { kind: kind.name, field: name } },
    );
  }
}

function refused(kind: Kind, field: string, state: string): RecordsError {
  const message = `Cannot change ${kind.name}.${field}: ${state}`;
  return new RecordsError("records.bad-value", message, { details: { kind: kind.name, field } });
}
