// Two records turn out to be of one person: one is marked as merged into the other. Both keep their ids and all that was
// written; taking the mark away undoes it.
import { command, kindOf, link, RecordsError, valuesOf } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";
import { isSaidApart } from "./record-apart.ts";

/**
 * `record` goes into `into`. Throws `records.bad-input` for other kinds, where it would close a circle, and where somebody
 * said that the two are not the same.
 */
export const recordMerge = command(
  "record.merge",
  { record: link("any", { required: true }), into: link("any", { required: true }) },
  async (view, { record, into }, { registry }) => {
    const [state, target] = [await stateOf(view, record), await stateOf(view, into)];
    const kind = kindOf(registry, state.kind);
    if (kind.fields["mergedInto"] === undefined) throw refused("records of this kind are not merged");
    if (target.kind !== state.kind) throw refused("the records are of different kinds");
    if (linkIn(valuesOf(state)["mergedInto"]) !== null) throw refused("it is merged already");
    if (isSaidApart(state, target)) throw refused("somebody said that they are not the same");
    for (let at: typeof into | null = into, steps = 0; at !== null && steps < 64; steps += 1) {
      if (at === record) throw refused("it would be merged into itself");
      at = linkIn(valuesOf(await stateOf(view, at))["mergedInto"]);
    }
    const patch = { mergedInto: { set: into } };
    return [{ kind: kind.name, version: kind.version, record, act: "record.merge", patch }];
  },
);

/** Takes a merge back. Throws `records.bad-input` where there is none. */
export const recordUnmerge = command(
  "record.unmerge",
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }) => {
    const state = await stateOf(view, record);
    if (linkIn(valuesOf(state)["mergedInto"]) === null) throw refused("it is not merged");
    const { name, version } = kindOf(registry, state.kind);
    const patch = { mergedInto: { clear: true } } as const;
    return [{ kind: name, version, record, act: "record.unmerge", patch }];
  },
);

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot merge records: ${state}`);
}
