// A box in which one searches and chooses: terms of a vocabulary, countries, records.
import { useContext, useEffect, useRef, useState, type MouseEvent, type RefObject } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, ComboBoxStateContext, type Key } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { foldForSearch, isMeant } from "@tocsin/language";
import { useWords } from "../desk.tsx";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** More words by which it is looked for; not shown. */
  readonly also?: string;
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
  /** What the list says where it has nothing. */
  readonly empty?: string;
}

const shownAtMost = 80;

/** After a choice the box begins afresh and keeps the focus: its list closes, and what stands below can be reached. */
export function Chooser(props: ChooserProps) {
  const [choicesMade, setChoicesMade] = useState(0);
  const choose = (choice: Choice): void => {
    setChoicesMade((last) => last + 1);
    props.onType?.("");
    props.choose(choice);
  };
  return <ChoiceBox key={choicesMade} {...props} choose={choose} takesFocus={choicesMade > 0} />;
}

function ChoiceBox(props: ChooserProps & { readonly takesFocus: boolean }) {
  const { label, choices, choose, help, required = false, onType, empty, takesFocus } = props;
  const words = useWords();
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const type = (text: string): void => {
    setTyped(text);
    onType?.(text);
  };
  const take = (key: Key | null): void => {
    const choice = choices.find(({ id }) => id === key);
    if (choice !== undefined) choose(choice);
  };
  const shown = onType === undefined ? matching(choices, typed) : choices;
  return (
    <ComboBox
      className="field"
      items={shown.slice(0, shownAtMost)}
      inputValue={typed}
      onInputChange={type}
      value={null}
      onChange={take}
      menuTrigger="input"
      allowsEmptyCollection
      allowsCustomValue
      isRequired={required}
      validationBehavior="aria"
    >
      <span className="label-line">
        <Label>{label}</Label>
        {required && <small aria-hidden="true">{words.t("state.required")}</small>}
      </span>
      <span className="combo">
        <Input ref={input} spellCheck="false" autoComplete="off" />
        <Button className="btn quiet" aria-label={words.t("desk.field.choices", { field: label })}>
          ▾
        </Button>
      </span>
      {help !== undefined && <Text slot="description">{help}</Text>}
      <ChoiceList
        field={input}
        empty={empty ?? words.t("state.nothing-found")}
        isTree={typed.trim() === ""}
      />
    </ComboBox>
  );
}

interface ChoiceListProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly empty: string;
  /** Whether each choice stands below the one that it belongs to; of what was looked for, some are left out. */
  readonly isTree: boolean;
}

/**
 * Stays open while the page moves, as it does when something above is said or no longer said: it closes with a choice, with
 * Escape, when the field is left, and by its own button for screen readers.
 */
function ChoiceList({ field, empty, isTree }: ChoiceListProps) {
  const state = useContext(ComboBoxStateContext);
  const isOpen = state?.isOpen ?? false;
  const offset = useOffset(field, isOpen);
  const closeByButton = ({ target }: MouseEvent): void => {
    if (target instanceof HTMLButtonElement) state?.close();
  };
  return (
    <Popover className="choices" isOpen={isOpen} offset={offset} onClick={closeByButton}>
      <ListBox renderEmptyState={() => <p className="note">{empty}</p>}>
        {(choice: Choice) => (
          <ListBoxItem id={choice.id} textValue={choice.label} data-depth={isTree ? (choice.depth ?? 0) : 0}>
            <Text slot="label">{choice.label}</Text>
            {choice.description !== undefined && <Text slot="description">{choice.description}</Text>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

const pixelsBelow = 8;

/**
 * A list is placed anew when its offset changes: with each move of the field on the page it does, by what nobody sees. Not
 * between pressing and letting go: the choice under the pointer stays there until it is made.
 */
function useOffset(field: RefObject<HTMLInputElement | null>, isOpen: boolean): number {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (!isOpen) return;
    let place = placeOf(field.current);
    let isPressed = false;
    const events = new AbortController();
    const onPress = ({ type }: Event): void => {
      isPressed = type === "pointerdown";
    };
    for (const type of ["pointerdown", "pointerup", "pointercancel"])
      window.addEventListener(type, onPress, { capture: true, signal: events.signal });
    let frame = requestAnimationFrame(look);
    function look(): void {
      const now = isPressed ? place : placeOf(field.current);
      if (now !== place) setMoves((last) => last + 1);
      place = now;
      frame = requestAnimationFrame(look);
    }
    return () => {
      cancelAnimationFrame(frame);
      events.abort();
    };
  }, [field, isOpen]);
  return pixelsBelow + (moves % 2) / 100;
}

/** In whole pixels from the top of the page, which scrolling does not change. */
function placeOf(field: HTMLInputElement | null): number {
  return field === null ? 0 : Math.round(field.getBoundingClientRect().top + window.scrollY);
}

/** Every word typed must stand somewhere in the label, its description or its other names; in the label goes first. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  if (typed.trim() === "") return choices;
  const found = choices.filter(({ label, description = "", also = "" }) =>
    isMeant(`${label} ${description} ${also}`, typed),
  );
  const places = new Map(found.map((choice) => [choice.id, placeAmong(choice, typed)]));
  return found.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
}

/** 0 for the very name, 1 where it begins so, 2 where it says so, 3 for the rest. */
function placeAmong({ label }: Choice, typed: string): number {
  const [name, said] = [foldForSearch(label).join(" "), foldForSearch(typed).join(" ")];
  if (name === said) return 0;
  if (name.startsWith(said)) return 1;
  return isMeant(label, typed) ? 2 : 3;
}
