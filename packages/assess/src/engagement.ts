// What the rules say of one record, and by which of them.
import { isJsonObject, type Json } from "@tocsin/core";
import { pathOf } from "@tocsin/records";
import { engagementRules, type EngagementRule, type RuleCondition } from "./engagement-rules.ts";
import { isMember, type GroupOfStates } from "./memberships.ts";
import { standards } from "./standards.ts";

export interface Engaged {
  /** Id of a commitment, such as `C-SPY-1`. */
  readonly commitment: string;
  /** Ids of the rules that say so. */
  readonly rules: readonly string[];
}

type Values = Readonly<Record<string, Json>>;

const groupOfCommitment: ReadonlyMap<string, GroupOfStates> = new Map(
  standards.flatMap(({ id, appliesTo }) => (appliesTo === undefined ? [] : [[id, appliesTo] as const])),
);

/**
 * Each commitment once, in the order of the rules. One that is for a group of States is left out where the record's country
 * is no member, or nobody said which country it is.
 */
export function engagedByRules(
  kind: string,
  values: Values,
  rules: readonly EngagementRule[] = engagementRules,
): readonly Engaged[] {
  const found = new Map<string, string[]>();
  for (const { id, when, engages, kind: ruled } of rules) {
    if (ruled !== kind || !when.every((condition) => holds(condition, values))) continue;
    for (const commitment of engages.filter((each) => appliesIn(each, values["country"])))
      found.set(commitment, [...(found.get(commitment) ?? []), id]);
  }
  return [...found].map(([commitment, by]) => ({ commitment, rules: by }));
}

function holds({ field, under, says }: RuleCondition, values: Values): boolean {
  const value = values[field];
  if (says !== undefined) return isSaid(value, says);
  const codes = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
  if (under === undefined) return codes.length > 0;
  return codes.some((code) => pathOf(code).some((above) => under.includes(above)));
}

/** In Arabic, words begin with their article: there a phrase may stand anywhere. */
function isSaid(value: Json | undefined, says: readonly string[]): boolean {
  const text = isJsonObject(value) ? value["text"] : value;
  if (typeof text !== "string") return false;
  const plain = ` ${plainOf(text)}`;
  return says.some((each) => plain.includes(/^\p{Script=Latin}/u.test(each) ? ` ${each}` : each));
}

/** Small letters without marks, words apart by single spaces. */
function plainOf(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}

/** Whether a commitment is for this State: all are, but those of a group of States. */
export function appliesIn(commitment: string, country: Json | undefined): boolean {
  const group = groupOfCommitment.get(commitment);
  return group === undefined || (typeof country === "string" && isMember(group, country));
}
