// Levels in words, in their order. What no information means stands apart from them, here and on every screen.
import type { Translator } from "@tocsin/language";
import { codeLabel } from "../words/labels.ts";

export const ratedLevels = ["met", "partly", "not-met"] as const;
export const noInformation = "no-information";

/** On the scale of signs a level says how clear the sign is. */
export function levelLabel(words: Translator, scale: string, level: string): string {
  const onScale = `scale.${scale}.${level}`;
  return words.has(onScale) ? words.t(onScale) : codeLabel(words, "assessmentLevels", level);
}
