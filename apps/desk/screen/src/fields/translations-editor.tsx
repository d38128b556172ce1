// The same text in other languages. Each says by whom it is and who held it against the original.
import { Group } from "react-aria-components/Group";
import { useState } from "react";
import { elementsOf } from "@tocsin/records";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Chips } from "../parts/chips.tsx";
import { translationWords } from "../words/translation-words.ts";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { LanguageSelect } from "./language-select.tsx";
import { SelectField } from "./select-field.tsx";
import { languageTextOf } from "./language-text.ts";
import { TypedField } from "./typed-field.tsx";
import { choicesOf } from "./vocabulary-choices.ts";

export function TranslationsEditor({ field, value, save }: FieldProps) {
  const { words, definitions } = useDesk();
  const label = words.t(field.label);
  const [lang, setLang] = useState(words.locale);
  const [origin, setOrigin] = useState("");
  const [text, by, reviewedBy] = [useLine(), useLine(), useLine()];
  const add = (): void => {
    if (text.text.trim() === "") return;
    const parts = { by: by.text.trim(), reviewedBy: reviewedBy.text.trim(), origin };
    const said = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ""));
    save({ add: [{ text: text.text.trim(), lang, ...said }] });
    for (const line of [text, by, reviewedBy]) line.type("");
  };
  const chips = elementsOf(value).map((element) => {
    const known = languageTextOf(element);
    const shown = (
      <span>
        <bdi lang={known?.lang}>{known?.text}</bdi> <small>{translationWords(words, element)}</small>
      </span>
    );
    const remove = (): void => save({ remove: [element] });
    return { key: JSON.stringify(element), name: known?.text ?? "", shown, remove };
  });
  return (
    <Group className="field" aria-label={label}>
      <Chips chips={chips} />
      <TypedField label={label} draft={text} lang={lang} multiline sensitive={field.sensitive === true}>
        <LanguageSelect of={label} lang={lang} choose={setLang} />
      </TypedField>
      <SelectField
        label={words.t("desk.translation.origin")}
        value={origin}
        choices={choicesOf(words, definitions, field.vocabulary ?? "")}
        choose={setOrigin}
      />
      <TypedField label={words.t("desk.translation.who")} draft={by} />
      <TypedField label={words.t("desk.translation.reviewer")} draft={reviewedBy} />
      <Action onPress={add} label={words.t("desk.field.add", { field: label })}>
        {words.t("action.add")}
      </Action>
    </Group>
  );
}

function useLine() {
  return useDraft("", 0, () => undefined);
}
