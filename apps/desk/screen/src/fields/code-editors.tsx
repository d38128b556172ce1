// Editors of terms: one of a few, one of many, several of a tree; and yes, no or not asked.
import { useId } from "react";
import { Group } from "react-aria-components/Group";
import { elementsOf } from "@tocsin/records";
import { useDesk, useWords } from "../desk.tsx";
import { Chips } from "../parts/chips.tsx";
import { codeLabel } from "../words/labels.ts";
import { Chooser } from "./chooser.tsx";
import { plainText } from "./plain-text.ts";
import type { FieldProps } from "./field-props.ts";
import { SelectField } from "./select-field.tsx";
import { choicesOf } from "./vocabulary-choices.ts";

/** Up to this many terms stand in a plain list. */
const few = 14;

export function CodeEditor(props: FieldProps) {
  const { field, value, save } = props;
  const { words, definitions } = useDesk();
  const choices = choicesOf(words, definitions, field.vocabulary ?? "");
  if (choices.length > few) return <CodesEditor {...props} />;
  return (
    <SelectField
      label={words.t(field.label)}
      value={typeof value === "string" ? value : ""}
      choices={choices}
      choose={(code) => save(code === "" ? { clear: true } : { set: code })}
      required={field.required === true}
    />
  );
}

/** Also for one code of many: then the new one takes the place of the old. */
export function CodesEditor({ field, value, save }: FieldProps) {
  const { words, definitions } = useDesk();
  const vocabulary = field.vocabulary ?? "";
  const label = words.t(field.label);
  const codes = elementsOf(value).map(plainText);
  const choices = choicesOf(words, definitions, vocabulary).filter(({ id }) => !codes.includes(id));
  const remove = (code: string): void => save(field.many ? { remove: [code] } : { clear: true });
  const chips = codes.map((code) => {
    const name = codeLabel(words, vocabulary, code);
    return { key: code, name, shown: <span>{name}</span>, remove: () => remove(code) };
  });
  return (
    <Group className="field" aria-label={label}>
      <Chooser
        label={label}
        choices={choices}
        choose={({ id }) => save(field.many ? { add: [id] } : { set: id })}
        required={field.required === true && codes.length === 0}
      />
      <Chips chips={chips} />
    </Group>
  );
}

export function FlagEditor({ field, value, save }: FieldProps) {
  const words = useWords();
  const chosen = value === true ? "yes" : value === false ? "no" : "not-asked";
  const choose = (answer: string): void =>
    save(answer === "not-asked" ? { clear: true } : { set: answer === "yes" });
  const name = useId();
  return (
    <fieldset className="checks">
      <legend>{words.t(field.label)}</legend>
      {["yes", "no", "not-asked"].map((answer) => (
        <label key={answer} className="check">
          <input type="radio" name={name} checked={answer === chosen} onChange={() => choose(answer)} />
          {words.t(`state.${answer}`)}
        </label>
      ))}
    </fieldset>
  );
}
