// By which rules words of people stand in a draft, as long as nobody lets it out: what decides then has the same purpose.
import { purposeOf } from "../voices/release-purpose.ts";
import type { Draft } from "./draft.ts";
import type { QuoteRules } from "./quotes.ts";

export function quoteRules({ audience, questionnaire }: Draft, now: number): QuoteRules {
  const rules = { fields: {}, named: new Set<never>(), purpose: purposeOf(audience, now) };
  return { rules, reportOf: questionnaire };
}
