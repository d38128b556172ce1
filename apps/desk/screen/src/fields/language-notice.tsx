// Below a text whose original is not in the reader's language: what is shown, what else there is, and the translation if
// there is one into the reader's language.
import type { Json } from "@tocsin/core";
import { chooseText, directionOf, spokenTextsOf, textNotice, type SpokenText } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { translationWords } from "../words/translation-words.ts";

interface LanguageNoticeProps {
  readonly field: FormField;
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Json>>;
}

export function LanguageNotice({ field, fields, values }: LanguageNoticeProps) {
  const words = useWords();
  const translations = fields.find(({ type, of }) => type === "translations" && of === field.name);
  const [original] = spokenTextsOf(values[field.name]);
  if (translations === undefined || original === undefined) return null;
  const choice = chooseText(words.locale, original, spokenTextsOf(values[translations.name]));
  const notice = textNotice(words, choice, (text) => translationWords(words, text));
  if (notice === null) return null;
  return (
    <div className="note language-notice">
      <p>{notice}</p>
      {!choice.isOriginal && <Reading text={choice.shown} />}
    </div>
  );
}

function Reading({ text: { text, lang } }: { readonly text: SpokenText }) {
  return (
    <p lang={lang} dir={directionOf(lang)}>
      {text}
    </p>
  );
}
