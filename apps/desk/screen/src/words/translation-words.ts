// What a translation says about itself: by whom it is, and who held it against the original, or that nobody is known to.
import { spokenTextsOf, type Translator } from "@tocsin/language";
import { codeLabel } from "./labels.ts";

export function translationWords(words: Translator, value: unknown): string {
  const { origin, by, reviewedBy } = spokenTextsOf(value)[0] ?? {};
  const parts = [
    ...(typeof origin === "string" ? [codeLabel(words, "textOrigins", origin)] : []),
    typeof by === "string"
      ? words.t("desk.translation.by", { who: by })
      : words.t("desk.translation.by-nobody"),
    typeof reviewedBy === "string"
      ? words.t("desk.translation.reviewed", { who: reviewedBy })
      : words.t("desk.translation.unreviewed"),
  ];
  return parts.join(" · ");
}
