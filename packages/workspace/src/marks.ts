// What must be seen wherever a record is shown: that a deadline is unconfirmed, that a record was merged into another,
// that a text holds characters that are not seen, that evidence is a description alone or may not be what its name says,
// that a release was withdrawn.
import type { Kind, RecordState, Registry } from "@tocsin/records";
import { valuesOf } from "@tocsin/records";
import { isConfirmed, lacksOf } from "./lacks.ts";

export type RecordMark =
  "unconfirmed" | "merged" | "hidden-characters" | "described" | "file-signs" | "withdrawn" | "draft";

export interface Marked {
  /** Words stand in the catalogue under `mark.<name>`; absent where there is nothing to say. */
  readonly marks?: readonly RecordMark[];
}

export function marksOf(registry: Registry, kind: Kind, state: RecordState): Marked {
  const values = valuesOf(state);
  const { lacks, problems } = lacksOf(registry, kind, state);
  const marks: readonly (readonly [RecordMark, boolean])[] = [
    ["unconfirmed", kind.name === "deadline" && !isConfirmed(values)],
    ["merged", values["mergedInto"] !== undefined],
    ["hidden-characters", problems.some(({ problem }) => problem === "hidden-characters")],
    ["described", values["described"] !== undefined],
    ["file-signs", kind.name === "evidence" && values["signs"] !== undefined],
    ["withdrawn", kind.name === "release" && values["withdrawn"] !== undefined],
    ["draft", lacks.length > 0],
  ];
  const found = marks.flatMap(([name, isSo]) => (isSo ? [name] : []));
  return found.length === 0 ? {} : { marks: found };
}
