// The days that records carry: which fields of which kind stand on a timeline, and the marks that a record puts there.
import type { RecordId } from "@tocsin/core";
import { labelIn, valuesOf, type RecordState, type Registry } from "@tocsin/records";
import { isConfirmed } from "../lacks.ts";
import { codesIn, stringIn } from "../values.ts";

export interface TimelineMark {
  readonly record: RecordId;
  readonly kind: string;
  /** The field that holds the day: a record can have several, such as when a consent was given and withdrawn. */
  readonly field: string;
  readonly label: string;
  /** EDTF, or null where nobody knows. */
  readonly date: string | null;
  readonly acts: readonly string[];
  /** Code of `verification`, of what happened. */
  readonly status: string | null;
  /** Code of `levels`, of a finding. */
  readonly level: string | null;
  /** Of a deadline that nobody has confirmed. */
  readonly isUnconfirmed: boolean;
}

/** The first one is when it was: without it a mark stands among those whose day nobody knows. */
const dayFields: Readonly<Record<string, readonly string[]>> = {
  incident: ["when"],
  finding: ["time"],
  proceeding: ["filed", "ended"],
  hearing: ["when"],
  deadline: ["due"],
  action: ["sent", "replied"],
  custody: ["when"],
  consent: ["given", "until", "withdrawn"],
  measure: ["when"],
  statement: ["said"],
  task: ["due"],
};

export function marksOfDays(registry: Registry, state: RecordState): readonly TimelineMark[] {
  const values = valuesOf(state);
  const kind = registry.kinds.get(state.kind);
  const label = kind ? labelIn(kind, state) : "";
  const isUnconfirmed = state.kind === "deadline" && !isConfirmed(values);
  return (dayFields[state.kind] ?? []).flatMap((field, at) => {
    const date = stringIn(values[field]);
    if (date === null && at > 0) return [];
    return [
      {
        record: state.id,
        kind: state.kind,
        field,
        label,
        date,
        acts: codesIn(values["acts"]),
        status: stringIn(values["status"]),
        level: stringIn(values["level"]),
        isUnconfirmed,
      },
    ];
  });
}
