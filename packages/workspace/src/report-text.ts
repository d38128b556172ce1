import type { ReportText, ReportTranslation } from "@tocsin/publish";
import type { LanguageText } from "@tocsin/records";
import { listIn, objectIn, stringIn, textIn, type Values } from "./values.ts";

export function reportText(text: LanguageText | null): ReportText {
  return text === null ? { text: "—", language: "zxx" } : { text: text.text, language: text.lang };
}

export function textOrNull(value: Values[string] | undefined): ReportText | null {
  const text = textIn(value);
  return text === null ? null : reportText(text);
}

export function reportTranslations(value: Values[string] | undefined): readonly ReportTranslation[] {
  return listIn(value).flatMap((each) => {
    const text = textIn(each);
    return text === null ? [] : [{ ...reportText(text), origin: stringIn(objectIn(each)["origin"]) }];
  });
}
