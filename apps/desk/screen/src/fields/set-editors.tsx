// Editors of sets that are typed: names in several scripts, tags. Each element is taken in and out by itself.
import { Group } from "react-aria-components/Group";
import { useState } from "react";
import type { Json } from "@tocsin/core";
import { elementsOf } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Chips, type Chip } from "../parts/chips.tsx";
import { useDraft } from "./draft.ts";
import { plainText } from "./plain-text.ts";
import type { FieldProps } from "./field-props.ts";
import { LanguageSelect } from "./language-select.tsx";
import { languageTextOf } from "./language-text.ts";
import { TypedField } from "./typed-field.tsx";

export function SetEditor({ field, value, save }: FieldProps) {
  const words = useWords();
  const label = words.t(field.label);
  const [lang, setLang] = useState(words.locale);
  const draft = useDraft("", 0, () => undefined);
  const add = (): void => {
    const typed = draft.text.trim();
    if (typed === "") return;
    save({ add: [field.type === "names" ? { text: typed, lang } : typed] });
    draft.type("");
  };
  return (
    <Group className="field" aria-label={label}>
      <div className="add-line">
        <TypedField label={label} draft={draft} sensitive={field.sensitive === true} onEnter={add}>
          {field.type === "names" && <LanguageSelect of={label} lang={lang} choose={setLang} />}
        </TypedField>
        <Action onPress={add} label={words.t("desk.field.add", { field: label })}>
          {words.t("action.add")}
        </Action>
      </div>
      <Chips chips={elementsOf(value).map((element) => chipOf(element, () => save({ remove: [element] })))} />
    </Group>
  );
}

function chipOf(element: Json, remove: () => void): Chip {
  const known = languageTextOf(element);
  const name = known?.text ?? plainText(element);
  const shown = <bdi {...(known === null ? {} : { lang: known.lang })}>{name}</bdi>;
  return { key: JSON.stringify(element), name, shown, remove };
}
