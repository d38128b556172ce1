// Editors of terms: one of a few, one of many, several of a tree; and yes, no or not asked.
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { elementsOf } from "@tocsin/records";
import { useDesk, useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { codeLabel } from "../words/labels.ts";
import { Chooser } from "./chooser.tsx";
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
    />
  );
}

/** Also for one code of many: then the new one takes the place of the old. */
export function CodesEditor({ field, value, save }: FieldProps) {
  const { words, definitions } = useDesk();
  const vocabulary = field.vocabulary ?? "";
  const label = words.t(field.label);
  const codes = elementsOf(value).map(String);
  const choices = choicesOf(words, definitions, vocabulary).filter(({ id }) => !codes.includes(id));
  const remove = (code: string): void => save(field.many ? { remove: [code] } : { clear: true });
  return (
    <div className="field" role="group" aria-label={label}>
      {codes.length > 0 && (
        <ul className="chips">
          {codes.map((code) => {
            const name = codeLabel(words, vocabulary, code);
            return (
              <li className="chip" key={code}>
                <span>{name}</span>
                <Action
                  quiet
                  label={words.t("desk.field.remove", { what: name })}
                  onPress={() => remove(code)}
                >
                  ×
                </Action>
              </li>
            );
          })}
        </ul>
      )}
      <Chooser
        label={label}
        choices={choices}
        choose={({ id }) => save(field.many ? { add: [id] } : { set: id })}
      />
    </div>
  );
}

export function FlagEditor({ field, value, save }: FieldProps) {
  const words = useWords();
  const chosen = value === true ? "yes" : value === false ? "no" : "not-asked";
  const choose = (answer: string): void =>
    save(answer === "not-asked" ? { clear: true } : { set: answer === "yes" });
  return (
    <RadioGroup className="field" orientation="horizontal" value={chosen} onChange={choose}>
      <Label>{words.t(field.label)}</Label>
      <div className="radios">
        {["yes", "no", "not-asked"].map((answer) => (
          <Radio key={answer} value={answer} className="radio">
            {words.t(`state.${answer}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
