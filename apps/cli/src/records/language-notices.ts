// Of each text that is there in several languages and whose original is not in the reader's: what is shown, what else there is.
import { chooseText, spokenTextsOf, textNotice, type SpokenText, type Translator } from "@tocsin/language";
import type { FormField } from "@tocsin/records";

export function languageNotices(
  words: Translator,
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  return fields.flatMap((field) => {
    const translations = fields.find(({ type, of }) => type === "translations" && of === field.name);
    const [original] = spokenTextsOf(values[field.name]);
    if (translations === undefined || original === undefined) return [];
    const choice = chooseText(words.locale, original, spokenTextsOf(values[translations.name]));
    const notice = textNotice(words, choice, (text) => statusOf(words, text));
    if (notice === null) return [];
    return [`${words.t(field.label)}: ${notice}`, ...(choice.isOriginal ? [] : [`  ${choice.shown.text}`])];
  });
}

function statusOf(words: Translator, { origin, by, reviewedBy }: SpokenText): string {
  const label = `textOrigins.${origin ?? ""}.label`;
  const parts = [
    ...(origin === undefined ? [] : [words.has(label) ? words.t(label) : origin]),
    ...(by === undefined ? [] : [words.t("desk.translation.by", { who: by })]),
    reviewedBy === undefined
      ? words.t("desk.translation.unreviewed")
      : words.t("desk.translation.reviewed", { who: reviewedBy }),
  ];
  return parts.join(" · ");
}
