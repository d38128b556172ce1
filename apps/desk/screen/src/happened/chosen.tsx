import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

interface ChosenProps {
  readonly label: string;
  readonly name: string;
  readonly remove: () => void;
}

/** One record that is chosen; it can be taken out again. */
export function Chosen({ label, name, remove }: ChosenProps) {
  const words = useWords();
  return (
    <>
      {label}:{" "}
      <strong>
        <bdi>{name}</bdi>
      </strong>{" "}
      <Action quiet label={words.t("desk.field.remove", { what: name })} onPress={remove}>
        {words.t("action.remove")}
      </Action>
    </>
  );
}
