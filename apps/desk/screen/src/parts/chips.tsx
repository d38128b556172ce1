import type { ReactNode } from "react";
import { useWords } from "../desk.tsx";
import { Action } from "./action.tsx";

export interface Chip {
  readonly key: string;
  /** What it is called, for the button that removes it. */
  readonly name: string;
  readonly shown: ReactNode;
  readonly remove: () => void;
}

/** What is chosen; each can be taken out again. */
export function Chips({ chips }: { readonly chips: readonly Chip[] }) {
  const words = useWords();
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ key, name, shown, remove }) => (
        <li className="chip" key={key}>
          {shown}
          <Action quiet label={words.t("desk.field.remove", { what: name })} onPress={remove}>
            ×
          </Action>
        </li>
      ))}
    </ul>
  );
}
