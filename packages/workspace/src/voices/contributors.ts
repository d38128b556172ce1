// Who contributed to a questionnaire, as far as counting needs it: files that were saved from one form are one contributor.
import type { RecordId } from "@tocsin/core";
import { foldForSearch } from "@tocsin/language";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { linkIn, stringIn, textIn } from "../values.ts";

export interface Contributor {
  readonly contribution: RecordId;
  /** The same for files of one form. */
  readonly contributor: string;
  /** As they wrote it; null where they did not say. */
  readonly region: string | null;
  /** Folded, so that one region that is written in two ways is one; empty where nobody said. */
  readonly regionKey: string;
  /** Another file says exactly the same: one of them can be a copy. */
  readonly alike: boolean;
}

/** By contribution, oldest first. */
export async function contributorsTo(
  view: View,
  questionnaire: RecordId,
): Promise<ReadonlyMap<RecordId, Contributor>> {
  const found = await view.glanceLinked([questionnaire], { kind: "contribution", field: "questionnaire" });
  return new Map((found.get(questionnaire) ?? []).map((state) => [state.id, contributorIn(state)]));
}

export function contributorIn(state: RecordState): Contributor {
  const values = valuesOf(state);
  const region = textIn(values["region"])?.text.trim() ?? "";
  return {
    contribution: state.id,
    contributor: stringIn(values["form"]) ?? state.id,
    region: region === "" ? null : region,
    regionKey: region === "" ? "" : foldForSearch(region).join(" "),
    alike: linkIn(values["alike"]) !== null,
  };
}
