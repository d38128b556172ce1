// Who contributed to a questionnaire, as far as counting needs it: files that were saved from one form are one contributor.
import type { RecordId } from "@tocsin/core";
import { foldForSearch } from "@tocsin/language";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { linkIn, stringIn, textIn, type Values } from "../values.ts";

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
  const found = await view.briefs([questionnaire], { kind: "contribution", field: "questionnaire" });
  const regionKey = createRegionKeys();
  return new Map(found.map(({ id, values }) => [id, contributorFrom(id, values, regionKey)]));
}

export function contributorIn(state: RecordState): Contributor {
  return contributorFrom(state.id, valuesOf(state), createRegionKeys());
}

/** Most regions are written again and again, and folding is what takes time. */
function createRegionKeys(): (region: string) => string {
  const known = new Map<string, string>();
  return (region) => {
    const key = known.get(region) ?? foldForSearch(region).join(" ");
    known.set(region, key);
    return key;
  };
}

function contributorFrom(id: RecordId, values: Values, regionKey: (region: string) => string): Contributor {
  const region = textIn(values["region"])?.text.trim() ?? "";
  return {
    contribution: id,
    contributor: stringIn(values["form"]) ?? id,
    region: region === "" ? null : region,
    regionKey: region === "" ? "" : regionKey(region),
    alike: linkIn(values["alike"]) !== null,
  };
}
