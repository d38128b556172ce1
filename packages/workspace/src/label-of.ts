import { labelIn, type RecordState, type Registry } from "@tocsin/records";

/** Text of the field that people know it by; empty for a kind that nobody knows. A code stays a code. */
export function labelOf(registry: Registry, state: RecordState): string {
  const kind = registry.kinds.get(state.kind);
  return kind ? labelIn(kind, state) : "";
}
