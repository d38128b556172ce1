// What stands on paper, and on the screen beside it, in words.
import type { PaperCondition } from "@tocsin/workspace";
import type { Translator } from "@tocsin/language";

/** `2 = 1 / 3`, and so on: numbers of questions and of their options, as they are printed. Each reads from left to right, also between Arabic words. */
export function conditionWords({ t }: Pick<Translator, "t">, condition: PaperCondition): string {
  const words = (each: PaperCondition): string => conditionWords({ t }, each);
  if ("all" in condition) return condition.all.map((each) => `(${words(each)})`).join(" + ");
  if ("any" in condition) return condition.any.map((each) => `(${words(each)})`).join(" / ");
  if ("not" in condition) return t("voices.paper.not", { what: words(condition.not) });
  const { question } = condition;
  if ("is" in condition) return leftToRight(`${question} = ${condition.is.join(" / ")}`);
  if ("atLeast" in condition) return leftToRight(`${question} ≥ ${condition.atLeast}`);
  if ("atMost" in condition) return leftToRight(`${question} ≤ ${condition.atMost}`);
  return t("voices.paper.answered", { question });
}

function leftToRight(formula: string): string {
  return `\u2066${formula}\u2069`;
}

export const attributions = ["none", "role-region", "organisation", "name"] as const;
export const reuses = ["here", "own-work", "partners"] as const;
export const contributorParts = ["name", "organisation", "role", "region", "contact"] as const;
