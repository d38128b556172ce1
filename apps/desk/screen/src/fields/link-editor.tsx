// Links to other records: found by searching, shown by their labels.
import { Group } from "react-aria-components/Group";
import { useEffect, useState } from "react";
import { elementsOf, type SearchHit } from "@tocsin/records";
import type { ListPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk, useWords } from "../desk.tsx";
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
    const shown =
      known === undefined ? (
        <span>{name}</span>
      ) : (
        <a href={addressOf(known.kind, id)}>
          <bdi>{name}</bdi>
        </a>
      );
    const remove = (): void => save(field.many ? { remove: [id] } : { clear: true });
    return { key: id, name, shown, remove };
  });
  return (
    <Group className="field" aria-label={label}>
      {field.many || ids.length === 0 ? (
        <RecordChooser
          label={label}
          kind={field.to ?? "any"}
          choose={choose}
          required={field.required === true && ids.length === 0}
          offersNew
        />
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
  /** Whether a name that is typed can begin a record, where the kind asks for nothing else. */
  readonly offersNew?: boolean;
  readonly required?: boolean;
}

export function RecordChooser(props: RecordChooserProps) {
  const { label, kind, choose, help, offersNew = false, required = false } = props;
  const words = useWords();
  const [typed, setTyped] = useState("");
  const choices = useRecords(kind, typed);
  const fresh = useNewRecord(kind, typed);
  const take = (id: string): void => {
    if (id === newId) void fresh?.make().then((made) => made !== null && choose(made));
    const choice = choices.find((each) => each.id === id);
    if (choice !== undefined) choose(choice);
  };
  return (
    <Chooser
      label={label}
      choices={offersNew && fresh !== null ? [...choices, { id: newId, label: fresh.label }] : choices}
      choose={({ id }) => take(id)}
      onType={setTyped}
      required={required}
      {...(typed.trim() === "" ? { empty: words.t(emptyOf(kind, offersNew)) } : {})}
      {...(help === undefined ? {} : { help })}
    />
  );
}

/** Asks for one that is there, where there is any. */
export function ChooseKnown(props: RecordChooserProps) {
  const { value } = useQuery<ListPage>("record.list", { kind: props.kind, limit: 1 });
  return value === null || value.rows.length === 0 ? null : <RecordChooser {...props} />;
}

/** Nothing is typed and nothing is there: what can be done about it. */
function emptyOf(kind: string, offersNew: boolean): string {
  if (kind === "any") return "desk.field.none.type";
  return offersNew ? "desk.field.none.new" : "desk.field.none";
}

const newId = "new";

interface NewRecord {
  readonly label: string;
  /** Null where it could not be made; that was said then. */
  make(): Promise<RecordChoice | null>;
}

/** A record of nothing but the name that is typed; null for kinds that ask for more than a name. It can be undone like any. */
function useNewRecord(kind: string, typed: string): NewRecord | null {
  const { api, words, definitions, announce, fail, changed } = useDesk();
  const known = kindNamed(definitions, kind);
  const name = typed.trim();
  const [field, ...more] = known?.form.fields.filter(({ required }) => required === true) ?? [];
  if (known === undefined || field === undefined || more.length > 0 || name === "") return null;
  // A file of evidence, a release or a finding does not begin with a name.
  if (known.view.stretch !== "record" && known.view.stretch !== "cases") return null;
  if (field.type !== "text" || field.name !== known.view.labelField) return null;
  const description = words.t(`kind.${kind}.one`);
  const values = { [field.name]: { text: name, lang: words.locale } };
  return {
    label: words.t("desk.field.new", { name, kind: description }),
    make: async () => {
      try {
        const { records } = await api.run("record.create", { kind, values });
        const [id] = records;
        if (id === undefined) return null;
        announce(words.t("desk.field.new.made", { name, kind: description }));
        changed();
        return { id, label: name, kind, description };
      } catch (error) {
        fail(error);
        return null;
      }
    },
  };
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
