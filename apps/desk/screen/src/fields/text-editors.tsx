// Editors of what is typed: texts with their language, plain strings, whole numbers, dates.
import { useState } from "react";
import { isEdtf, isJsonObject, type Json } from "@tocsin/core";
import { useDesk, useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { plainText } from "./plain-text.ts";
import { LanguageSelect } from "./language-select.tsx";
import { TypedField } from "./typed-field.tsx";

export function TextEditor({ field, value, save, delay }: FieldProps) {
  const { words } = useDesk();
  const label = words.t(field.label);
  const known = languageTextOf(value);
  const [chosen, setChosen] = useState<string | null>(null);
  const lang = chosen ?? known?.lang ?? words.locale;
  const write = (text: string, inLang: string): void => {
    if (text.trim() !== "") save({ set: { text, lang: inLang } });
    else if (field.required !== true) save({ clear: true });
  };
  const draft = useDraft(known?.text ?? "", delay, (text) => write(text, lang));
  const chooseLanguage = (next: string): void => {
    setChosen(next);
    if (draft.text.trim() !== "") write(draft.text, next);
  };
  return (
    <TypedField
      label={label}
      draft={draft}
      lang={lang}
      required={field.required === true}
      multiline={field.multiline === true}
      sensitive={field.sensitive === true}
    >
      <LanguageSelect of={label} lang={lang} choose={chooseLanguage} />
    </TypedField>
  );
}

/** Names and free strings: one line each, the last one empty for the next. */
export function StringEditor({ field, value, save, delay }: FieldProps) {
  const words = useWords();
  const isNumber = field.type === "integer";
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft(value === undefined ? "" : plainText(value), delay, (text) => {
    const typed = text.trim();
    const isBad = isNumber && typed !== "" && !/^-?\d{1,15}$/.test(typed);
    setProblem(isBad ? words.t("error.records.bad-value") : null);
    if (isBad) return;
    if (typed !== "") save({ set: isNumber ? Number(typed) : typed });
    else if (field.required !== true) save({ clear: true });
  });
  return (
    <TypedField
      label={words.t(field.label)}
      draft={draft}
      problem={problem}
      required={field.required === true}
      sensitive={field.sensitive === true}
    />
  );
}

export function DateEditor({ field, value, save, delay }: FieldProps) {
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft(value === undefined ? "" : plainText(value), delay, (text) => {
    const typed = text.trim();
    const isBad = typed !== "" && !isEdtf(typed);
    setProblem(isBad ? words.t("date.bad") : null);
    if (isBad) return;
    if (typed !== "") save({ set: typed });
    else if (field.required !== true) save({ clear: true });
  });
  const typed = draft.text.trim();
  const help = isEdtf(typed)
    ? words.t("desk.date.read-as", { date: dateWords(words, typed) })
    : words.t("desk.date.help");
  return (
    <TypedField
      label={words.t(field.label)}
      draft={draft}
      help={help}
      problem={problem}
      required={field.required === true}
      sensitive={field.sensitive === true}
    />
  );
}

export function languageTextOf(value: Json | undefined): { text: string; lang: string } | null {
  if (!isJsonObject(value)) return null;
  const { text, lang } = value;
  return typeof text === "string" && typeof lang === "string" ? { text, lang } : null;
}
