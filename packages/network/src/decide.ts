// From rules to a state: which rules fire, which of them still count, and what their weights add up to.
import type { VerdictState } from "@tocsin/core";
import type { Facts } from "./fact.ts";
import type { Rule, RuleWeights } from "./rule.ts";

export interface Decision {
  readonly state: VerdictState;
  /** Mechanisms of the rules that speak of interference and still count; strongest first. */
  readonly mechanisms: readonly string[];
  /** Every rule that fired, also those that another overrules. */
  readonly fired: readonly Rule[];
}

/** From here a rule is strong enough to name a state. */
export const enough = 0.6;
/** From here a single rule is called evidence of blocking without "likely". */
export const strong = 0.95;

/**
 * The strongest weight of each reading decides; weights never add up. In this order: blocking and a page that
 * came all the same (impaired); strong evidence of blocking; likely blocking; a page that came with trouble
 * (impaired); a page that came (ok); down. Whatever stays below `enough` is insufficient.
 */
export function decide(rules: readonly Rule[], facts: Facts): Decision {
  const fired = rules.filter((rule) => isFiring(rule, facts));
  const overruled = new Set(fired.flatMap((rule) => rule.overrules ?? []));
  const counting = fired.filter((rule) => !overruled.has(rule.id));
  const state = stateOf(counting);
  const isInterference = state === "blocked" || state === "likely-blocked" || state === "impaired";
  return { state, mechanisms: isInterference ? mechanismsOf(counting) : [], fired };
}

export function isFiring(rule: Rule, facts: Facts): boolean {
  if (!rule.all.every((fact) => facts.has(fact))) return false;
  if (rule.any !== undefined && !rule.any.some((fact) => facts.has(fact))) return false;
  return rule.none === undefined || !rule.none.some((fact) => facts.has(fact));
}

function stateOf(rules: readonly Rule[]): VerdictState {
  const strongest = (reading: keyof RuleWeights): number =>
    rules.reduce((most, rule) => Math.max(most, rule.weights[reading] ?? 0), 0);
  const blocked = strongest("blocked");
  const isReached = strongest("ok") >= enough;
  if (blocked >= enough && isReached) return "impaired";
  if (blocked >= strong) return "blocked";
  if (blocked >= enough) return "likely-blocked";
  if (strongest("impaired") >= enough) return "impaired";
  if (isReached) return "ok";
  return strongest("down") >= enough ? "down" : "insufficient";
}

function mechanismsOf(rules: readonly Rule[]): readonly string[] {
  const weightOf = (rule: Rule): number => Math.max(rule.weights.blocked ?? 0, rule.weights.impaired ?? 0);
  const telling = rules.filter((rule) => rule.mechanism !== undefined && weightOf(rule) >= enough);
  const ordered = telling.toSorted((a, b) => weightOf(b) - weightOf(a));
  return [...new Set(ordered.flatMap((rule) => rule.mechanism ?? []))];
}
