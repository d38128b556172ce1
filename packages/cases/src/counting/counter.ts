// The rules of counting as the port that the tables take.
import type { Counter } from "@tocsin/records";
import { acts } from "../acts.ts";
import { cellsOf, keptLayout } from "./cells.ts";
import { linesOf } from "./lines.ts";
import { countingMethod } from "./rule.ts";

/** The crosswalk belongs to the rules: another letter for an act is another number. */
const letters = acts.terms.map(({ code, crosswalk }) => `${code} ${crosswalk?.["sdg16101"] ?? "none"}`);

export const caseCounter: Counter = {
  basis: [keptLayout, countingMethod.name, countingMethod.version, ...letters].join("\n"),
  event: "incident",
  part: "involvement",
  partOf: "incident",
  who: ["person", "organisation"],
  mergedInto: "mergedInto",
  lines: linesOf,
  cells: cellsOf,
};
