// Every column with its first values, and where it goes.
import type { Translator } from "@tocsin/language";
import { useWords } from "../desk.tsx";
import { ignoreColumn, keepColumn, placeParts, targetsOf, type Column } from "./column-mapping.ts";
import { FoundValue } from "./found-value.tsx";
import type { FieldsOf, SheetPlan } from "./sheet-plans.ts";

interface ColumnTableProps {
  /** Beginning of the identifiers of its fields. */
  readonly name: string;
  readonly plan: SheetPlan;
  readonly fieldsOf: FieldsOf;
  /** Kinds that some sheet has, to which a column can lead. */
  readonly linkable: ReadonlySet<string>;
  readonly change: (columns: readonly Column[]) => void;
}

export function ColumnTable({ name, plan, fieldsOf, linkable, change }: ColumnTableProps) {
  const words = useWords();
  const { columns, records } = plan;
  const groups = records.map(({ kind }, record) => ({
    label: words.t(`kind.${kind}.one`),
    choices: choicesOf(words, targetsOf(fieldsOf(kind), linkable), record),
  }));
  const put = (at: number, changes: Partial<Column>): void =>
    change(columns.map((column, each) => (each === at ? { ...column, ...changes } : column)));
  return (
    <ul className="plain card">
      {columns.map((column, at) => (
        <li key={column.heading}>
          <div className="field">
            <label htmlFor={`${name}-${at}`}>
              <bdi>{column.heading}</bdi>
            </label>
            <select
              id={`${name}-${at}`}
              value={idOf(column)}
              onChange={(event) => put(at, { ...targetIn(event.target.value), isGuess: false })}
            >
              <option value={keepColumn}>{words.t("desk.table.keep")}</option>
              <option value={ignoreColumn}>{words.t("desk.table.ignore")}</option>
              {groups.map(({ label, choices }, group) =>
                groups.length === 1 ? (
                  <Options key={group} choices={choices} />
                ) : (
                  <optgroup key={group} label={label}>
                    <Options choices={choices} />
                  </optgroup>
                ),
              )}
            </select>
            <small>
              {column.examples.map((example, each) => (
                <span key={each}>
                  <FoundValue text={example} />
                  {each + 1 < column.examples.length ? " · " : ""}
                </span>
              ))}
            </small>
            {column.isGuess && (
              <label className={column.isConfirmed ? "check" : "check waits"}>
                <input
                  type="checkbox"
                  checked={column.isConfirmed}
                  onChange={() => put(at, { isConfirmed: !column.isConfirmed })}
                />
                <span>{words.t("desk.table.guess", { column: column.heading })}</span>
              </label>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type Choices = readonly { readonly id: string; readonly label: string }[];

function Options({ choices }: { readonly choices: Choices }) {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}

function choicesOf(words: Translator, fields: ReturnType<typeof targetsOf>, record: number): Choices {
  return fields.flatMap(({ name, type, label }) => {
    if (type === "place")
      return placeParts.map((part) => ({
        id: idOf({ record, target: `${name}.${part}` }),
        label: `${words.t(label)}: ${words.t(`place.${part}`)}`,
      }));
    const isLink = type === "link" || type === "links";
    const shown = isLink ? words.t("desk.table.link", { field: words.t(label) }) : words.t(label);
    return [{ id: idOf({ record, target: name }), label: shown }];
  });
}

function idOf({ record, target }: Pick<Column, "record" | "target">): string {
  return target === keepColumn || target === ignoreColumn ? target : `${record} ${target}`;
}

function targetIn(id: string): Pick<Column, "record" | "target"> {
  const [record = "0", target] = id.split(" ");
  return target === undefined ? { record: 0, target: id } : { record: Number(record), target };
}
