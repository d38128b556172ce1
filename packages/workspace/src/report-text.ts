import type { ReportText } from "@tocsin/publish";
import type { LanguageText } from "@tocsin/records";

export function reportText(text: LanguageText | null): ReportText {
  return text === null ? { text: "—", language: "zxx" } : { text: text.text, language: text.lang };
}
