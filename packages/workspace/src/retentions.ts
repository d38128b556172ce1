import type { RetentionOnFile } from "@tocsin/cases";
import { valuesOf, type RecordState } from "@tocsin/records";
import { linkIn, stringIn } from "./values.ts";

export function retentionOnFile(state: RecordState): RetentionOnFile {
  const values = valuesOf(state);
  const of = linkIn(values["of"]);
  const [until, afterwards, settled] = [
    stringIn(values["until"]),
    stringIn(values["afterwards"]),
    stringIn(values["settled"]),
  ];
  return {
    id: state.id,
    ...(of === null ? {} : { of }),
    ...(until === null ? {} : { until }),
    ...(afterwards === null ? {} : { afterwards }),
    ...(settled === null ? {} : { settled }),
  };
}
