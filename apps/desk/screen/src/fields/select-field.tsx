import { useId } from "react";
import { useWords } from "../desk.tsx";

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly label: string; readonly description?: string }[];
  readonly choose: (id: string) => void;
  /** False where one of the choices must stand. */
  readonly canBeEmpty?: boolean;
  /** What it says where nothing is chosen. */
  readonly empty?: string;
  readonly required?: boolean;
}

/** The browser's own list: the best there is with a keyboard, a finger or a screen reader. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, choices, choose, canBeEmpty = true, empty, required = false } = props;
  const words = useWords();
  const id = useId();
  const description = choices.find((choice) => choice.id === value)?.description;
  return (
    <div className="field">
      <span className="label-line">
        <label htmlFor={id}>{label}</label>
        {required && <small aria-hidden="true">{words.t("state.required")}</small>}
      </span>
      <select
        id={id}
        value={value}
        aria-required={required}
        onChange={(event) => choose(event.target.value)}
        {...(description === undefined ? {} : { "aria-describedby": `${id}-note` })}
      >
        {canBeEmpty && <option value="">{empty ?? words.t("desk.field.not-chosen")}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {description !== undefined && <small id={`${id}-note`}>{description}</small>}
    </div>
  );
}
