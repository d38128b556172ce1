// A box in which one searches and chooses: terms of a vocabulary, countries, records.
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useWords } from "../desk.tsx";
import { isMeant } from "../words/matching.ts";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Steps below the top of a tree. */
  readonly depth?: number;
}

interface ChooserProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly choose: (choice: Choice) => void;
  readonly help?: string;
  readonly required?: boolean;
  /** Told what is typed, where the choices come from a search. */
  readonly onType?: (typed: string) => void;
}

const shownAtMost = 80;

export function Chooser({ label, choices, choose, help, required = false, onType }: ChooserProps) {
  const words = useWords();
  const [typed, setTyped] = useState("");
  const type = (text: string): void => {
    setTyped(text);
    onType?.(text);
  };
  const shown = onType === undefined ? matching(choices, typed) : choices;
  return (
    <ComboBox
      className="field"
      items={shown.slice(0, shownAtMost)}
      inputValue={typed}
      onInputChange={type}
      value={null}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key);
        if (choice === undefined) return;
        choose(choice);
        type("");
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
      isRequired={required}
      validationBehavior="aria"
    >
      <span className="label-line">
        <Label>{label}</Label>
      </span>
      <span className="combo">
        <Input spellCheck="false" autoComplete="off" />
        <Button className="btn quiet" aria-label={words.t("desk.field.choices", { field: label })}>
          ▾
        </Button>
      </span>
      {help !== undefined && <Text slot="description">{help}</Text>}
      <Popover className="choices">
        <ListBox renderEmptyState={() => <p className="note">{words.t("state.nothing-found")}</p>}>
          {(choice: Choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} data-depth={choice.depth ?? 0}>
              <Text slot="label">{choice.label}</Text>
              {choice.description !== undefined && <Text slot="description">{choice.description}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  return choices.filter(({ label, description = "" }) => isMeant(`${label} ${description}`, typed));
}
