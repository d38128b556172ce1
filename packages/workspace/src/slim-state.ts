// A record with a few of its values and none of its history: for rules that look at everybody in the vault at once.
import { valuesOf, type RecordState, type Stamp } from "@tocsin/records";

const noStamp: Stamp = { chain: "", sequence: 0, index: 0, depth: 0, commit: "", device: "", at: 0 };

/** A tenth of what the whole state takes. */
export function slimState(state: RecordState, fields: readonly string[]): RecordState {
  const values = valuesOf(state);
  const { id, kind, version, operations, critical } = state;
  return {
    id,
    kind,
    version,
    operations,
    critical,
    created: noStamp,
    updated: noStamp,
    fields: Object.fromEntries(
      fields.flatMap((name) => {
        const value = values[name];
        return value === undefined ? [] : [[name, { heads: [{ value, stamp: noStamp }] }] as const];
      }),
    ),
  };
}
