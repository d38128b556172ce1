// Links to other records: found by searching, shown by their labels.
import { Group } from "react-aria-components/Group";
import { useEffect, useState } from "react";
import { elementsOf, type SearchHit } from "@tocsin/records";
import type { ListPage } from "@tocsin/workspace";
import { useDesk, useWords } from "../desk.tsx";
import { Chips } from "../parts/chips.tsx";
import { addressOf } from "../router.ts";
import { Chooser, type Choice } from "./chooser.tsx";
import { plainText } from "./plain-text.ts";
import type { FieldProps } from "./field-props.ts";

export function LinkEditor({ field, value, labels, save }: FieldProps) {
  const words = useWords();
  const [picked, setPicked] = useState<FieldProps["labels"]>({});
  const label = words.t(field.label);
  const ids = elementsOf(value).map(plainText);
  const choose = ({ id, label: name, kind }: RecordChoice): void => {
    setPicked((last) => ({ ...last, [id]: { kind, label: name } }));
    save(field.many ? { add: [id] } : { set: id });
  };
  const chips = ids.map((id) => {
    const known = labels[id] ?? picked[id];
    const name = known?.label ?? words.t("state.not-here-yet");
    const shown = known === undefined ? <span>{name}</span> : <a href={addressOf(known.kind, id)}>{name}</a>;
    const remove = (): void => save(field.many ? { remove: [id] } : { clear: true });
    return { key: id, name, shown, remove };
  });
  return (
    <Group className="field" aria-label={label}>
      {field.many || ids.length === 0 ? (
        <RecordChooser label={label} kind={field.to ?? "any"} choose={choose} />
      ) : (
        <span className="term">{label}</span>
      )}
      <Chips chips={chips} />
    </Group>
  );
}

export interface RecordChoice extends Choice {
  readonly kind: string;
}

interface RecordChooserProps {
  readonly label: string;
  /** A kind, or "any". */
  readonly kind: string;
  readonly choose: (choice: RecordChoice) => void;
  readonly help?: string;
}

export function RecordChooser({ label, kind, choose, help }: RecordChooserProps) {
  const [typed, setTyped] = useState("");
  const choices = useRecords(kind, typed);
  return (
    <Chooser
      label={label}
      choices={choices}
      choose={({ id }) => {
        const choice = choices.find((each) => each.id === id);
        if (choice !== undefined) choose(choice);
      }}
      onType={setTyped}
      {...(help === undefined ? {} : { help })}
    />
  );
}

/** The newest ones until something is typed, then what is found. */
function useRecords(kind: string, typed: string): readonly RecordChoice[] {
  const { api, words, version } = useDesk();
  const [choices, setChoices] = useState<readonly RecordChoice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const only = kind === "any" ? {} : { kind };
    const timer = setTimeout(() => {
      const asked: Promise<readonly Pick<SearchHit, "id" | "kind" | "label">[]> =
        typed.trim() !== ""
          ? api.ask<readonly SearchHit[]>("search", { words: typed, limit: 20, ...only })
          : kind === "any"
            ? Promise.resolve([])
            : api.ask<ListPage>("record.list", { kind, limit: 20 }).then(({ rows }) => rows);
      asked.then(
        (rows) => isCurrent && setChoices(rows.map((row) => choiceOf(row, words.t(`kind.${row.kind}.one`)))),
        () => isCurrent && setChoices([]),
      );
    }, 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, kind, typed, version, words]);
  return choices;
}

function choiceOf(row: Pick<SearchHit, "id" | "kind" | "label">, description: string): RecordChoice {
  return { id: row.id, kind: row.kind, label: row.label, description };
}
