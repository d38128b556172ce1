// Who contributed to a questionnaire, as far as counting needs it: files that were saved from one form are one contributor.
import type { RecordId } from "@tocsin/core";
import { foldForSearch } from "@tocsin/language";
import { briefsInOrder, valuesOf, type RecordState, type View } from "@tocsin/records";
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
  const groups = await view.briefs([questionnaire], { kind: "contribution", field: "questionnaire" });
  const regionKey = createRegionKeys();
  return new Map(
    briefsInOrder(groups).map(({ brief: [id, , form, alike], values }) => [
      id,
      {
        contribution: id,
        contributor: stringIn(form) ?? id,
        ...regionFrom(values, regionKey),
        alike: linkIn(alike) !== null,
      },
    ]),
  );
}

export function contributorIn(state: RecordState): Contributor {
  const values = valuesOf(state);
  return {
    contribution: state.id,
    contributor: stringIn(values["form"]) ?? state.id,
    ...regionFrom(values, createRegionKeys()),
    alike: linkIn(values["alike"]) !== null,
  };
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

function regionFrom(
  values: Values,
  regionKey: (region: string) => string,
): Pick<Contributor, "region" | "regionKey"> {
  const region = textIn(values["region"])?.text.trim() ?? "";
  return region === "" ? { region: null, regionKey: "" } : { region, regionKey: regionKey(region) };
}
