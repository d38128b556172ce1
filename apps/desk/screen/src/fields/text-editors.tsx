// Editors of what is typed: texts with their language, plain strings, whole numbers, dates.
import { useState } from "react";
import { isEdtf } from "@tocsin/core";
import { isFieldText } from "@tocsin/records";
import { useDesk, useWords } from "../desk.tsx";
import { useLongText } from "../long-texts/use-long-text.tsx";
import { DateLine } from "./date-line.tsx";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { plainText } from "./plain-text.ts";
import { languageTextOf } from "./language-text.ts";
import { LanguageSelect } from "./language-select.tsx";
import { TypedField } from "./typed-field.tsx";

export function TextEditor(props: FieldProps) {
  const { field, value, save, delay } = props;
  const { words } = useDesk();
  const half = useHalf(props, (typed) => !isFieldText(typed));
  const label = words.t(field.label);
  const known = languageTextOf(value);
  const [chosen, setChosen] = useState<string | null>(null);
  const lang = chosen ?? known?.lang ?? words.locale;
  const write = (text: string, inLang: string): void => {
    if (text.trim() !== "") save({ set: { text, lang: inLang } });
    else if (field.required !== true) save({ clear: true });
  };
  const draft = useDraft(half.stands ?? known?.text ?? "", delay, (text) => {
    if (!half.take(text)) write(text, lang);
  });
  const long = useLongText({
    field: field.name,
    label,
    text: draft.text,
    lang,
    write: (text) => {
      draft.type(text);
      draft.flush();
    },
  });
  const chooseLanguage = (next: string): void => {
    setChosen(next);
    if (draft.text.trim() !== "" && isFieldText(draft.text)) write(draft.text, next);
  };
  return (
    <TypedField
      label={label}
      draft={draft}
      lang={lang}
      required={field.required === true}
      multiline={field.multiline === true}
      sensitive={field.sensitive === true}
      problem={isFieldText(draft.text) ? null : words.t("error.records.too-long")}
      take={long.take}
      below={long.notice}
    >
      <LanguageSelect of={label} lang={lang} choose={chooseLanguage} />
    </TypedField>
  );
}

/** Names and free strings: one line each, the last one empty for the next. */
export function StringEditor(props: FieldProps) {
  const { field, value, save, delay } = props;
  const words = useWords();
  const isNumber = field.type === "integer";
  const isBad = (typed: string): boolean => isNumber && typed !== "" && !/^-?\d{1,15}$/.test(typed);
  const half = useHalf(props, isBad);
  const draft = useDraft(half.stands ?? (value === undefined ? "" : plainText(value)), delay, (text) => {
    const typed = text.trim();
    if (half.take(text)) return;
    if (typed !== "") save({ set: isNumber ? Number(typed) : typed });
    else if (field.required !== true) save({ clear: true });
  });
  return (
    <TypedField
      label={words.t(field.label)}
      draft={draft}
      problem={half.isBad ? words.t("desk.number.bad") : null}
      help={words.has(`${field.label}.help`) ? words.t(`${field.label}.help`) : null}
      required={field.required === true}
      sensitive={field.sensitive === true}
    />
  );
}

export function DateEditor(props: FieldProps) {
  const { field, value, save, delay } = props;
  const words = useWords();
  const half = useHalf(props, (typed) => typed !== "" && !isEdtf(typed));
  const draft = useDraft(half.stands ?? (value === undefined ? "" : plainText(value)), delay, (text) => {
    const typed = text.trim();
    if (half.take(text)) return;
    if (typed !== "") save({ set: typed });
    else if (field.required !== true) save({ clear: true });
  });
  return (
    <DateLine
      label={words.t(field.label)}
      draft={draft}
      isBad={half.isBad}
      required={field.required === true}
      sensitive={field.sensitive === true}
    />
  );
}

interface Half {
  /** What was typed before, where it is no value yet. */
  readonly stands: string | undefined;
  readonly isBad: boolean;
  /** Whether this is no value yet: then it is kept, and not to be saved. */
  take(text: string): boolean;
}

/** Texts that are no values yet, such as the first figures of a date: kept as they are typed, where a form keeps them. */
function useHalf({ half, keepHalf }: FieldProps, isNone: (typed: string) => boolean): Half {
  const [isBad, setBad] = useState(false);
  return {
    stands: half,
    isBad: isBad || half !== undefined,
    take: (text) => {
      const isHalf = isNone(text.trim());
      setBad(isHalf);
      keepHalf?.(isHalf ? text : null);
      return isHalf;
    },
  };
}
