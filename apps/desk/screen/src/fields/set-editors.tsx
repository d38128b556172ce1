// Editors of sets that are typed: names in several scripts, tags. Each element is taken in and out by itself.
import { useState } from "react";
import type { Json } from "@tocsin/core";
import { elementsOf } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { LanguageSelect } from "./language-select.tsx";
import { languageTextOf } from "./text-editors.tsx";
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
    <div className="field" role="group" aria-label={label}>
      <Elements elements={elementsOf(value)} remove={(element) => save({ remove: [element] })} />
      <div
        className="add-line"
        onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), add())}
      >
        <TypedField label={label} draft={draft} sensitive={field.sensitive === true}>
          {field.type === "names" && <LanguageSelect of={label} lang={lang} choose={setLang} />}
        </TypedField>
        <Action onPress={add} label={words.t("desk.field.add", { field: label })}>
          {words.t("action.add")}
        </Action>
      </div>
    </div>
  );
}

interface ElementsProps {
  readonly elements: readonly Json[];
  readonly remove: (element: Json) => void;
}

function Elements({ elements, remove }: ElementsProps) {
  const words = useWords();
  if (elements.length === 0) return null;
  return (
    <ul className="chips">
      {elements.map((element) => {
        const known = languageTextOf(element);
        const text = known?.text ?? String(element);
        return (
          <li className="chip" key={JSON.stringify(element)}>
            <bdi {...(known === null ? {} : { lang: known.lang })}>{text}</bdi>
            <Action
              quiet
              label={words.t("desk.field.remove", { what: text })}
              onPress={() => remove(element)}
            >
              ×
            </Action>
          </li>
        );
      })}
    </ul>
  );
}
