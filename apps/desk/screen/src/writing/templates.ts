// What the screens of documents need of a template.
import type { OfferedTemplate } from "@tocsin/workspace";
import { useQuery, type Asked } from "../asking.ts";

export function useTemplates(): Asked<readonly OfferedTemplate[]> {
  return useQuery<readonly OfferedTemplate[]>("document.templates", {});
}

/** By what a template is about, the fields that say so, the first of them in front. */
export const aboutFields: Readonly<Record<OfferedTemplate["about"], readonly string[]>> = {
  case: ["case", "questionnaire"],
  state: ["country", "case"],
  proceeding: ["proceeding", "case"],
  measure: ["measure", "case"],
  consultation: ["questionnaire", "case"],
  nothing: ["case", "questionnaire"],
};

/** How its rules stand: the day on which one was read last, and how many nobody could read. */
export function rulesStanding(rules: OfferedTemplate["rules"]): {
  readonly read: string | null;
  readonly unread: number;
} {
  const days = rules.flatMap(({ checked }) => checked ?? []).toSorted();
  return { read: days.at(-1) ?? null, unread: rules.length - days.length };
}
