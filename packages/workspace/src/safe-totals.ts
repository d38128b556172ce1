// How many people a table is about and how many of them are children, whose identity stays inside: told with the table, so
// that nobody is left out of what is counted, and hidden where the number would tell who is one.
import { usualThreshold } from "@tocsin/cases";
import { isJsonObject, type RecordId } from "@tocsin/core";
import { releaseKind, valuesOf, type RecordState, type View } from "@tocsin/records";
import { allOf } from "./all-of.ts";
import { rootsOf } from "./same-person.ts";
import { integerIn } from "./values.ts";

export interface SafeTotals {
  /** Records that were merged are one. */
  readonly people: number;
  /** Null where it is hidden. */
  readonly children: number | null;
}

export interface HidingRule {
  /** Smaller numbers, of children or of others, are hidden; so is what an earlier release would give away beside this. */
  readonly threshold: number;
  readonly earlier: readonly SafeTotals[];
}

export const openRule: HidingRule = { threshold: 1, earlier: [] };

export function safeTotals(
  people: readonly RecordState[],
  children: ReadonlySet<RecordId>,
  { threshold, earlier }: HidingRule,
): SafeTotals {
  const roots = rootsOf(people);
  const all = new Set(roots.values());
  const young = new Set([...roots].flatMap(([id, root]) => (children.has(id) ? [root] : [])));
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const isGivenAway = ({ people: before, children: known }: SafeTotals): boolean =>
    known !== null &&
    (isSmall(Math.abs(young.size - known)) || isSmall(Math.abs(all.size - young.size - (before - known))));
  const isHidden = isSmall(young.size) || isSmall(all.size - young.size) || earlier.some(isGivenAway);
  return { people: all.size, children: isHidden ? null : young.size };
}

/** By what left before, whoever it was for. */
export async function hidingRule(view: View, signal?: AbortSignal): Promise<HidingRule> {
  const releases = await allOf(view, releaseKind.name, { signal });
  return { threshold: usualThreshold, earlier: releases.flatMap(totalsIn) };
}

function totalsIn(release: RecordState): readonly SafeTotals[] {
  const totals = valuesOf(release)["totals"];
  if (!isJsonObject(totals)) return [];
  const [people, children] = [integerIn(totals["people"]), integerIn(totals["children"])];
  return people === null ? [] : [{ people, children }];
}
