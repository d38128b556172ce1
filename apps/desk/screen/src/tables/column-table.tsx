// Every column with its first values, and where it goes.
import type { Translator } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { ignoreColumn, keepColumn, placeParts, targetsOf, type Column } from "./column-mapping.ts";
import { FoundValue } from "./found-value.tsx";

interface ColumnTableProps {
  readonly columns: readonly Column[];
  readonly fields: readonly FormField[];
  readonly change: (columns: readonly Column[]) => void;
}

export function ColumnTable({ columns, fields, change }: ColumnTableProps) {
  const words = useWords();
  const targets = choicesOf(words, fields);
  const put = (at: number, changes: Partial<Column>): void =>
    change(columns.map((column, each) => (each === at ? { ...column, ...changes } : column)));
  return (
    <ul className="plain card">
      {columns.map((column, at) => (
        <li key={column.heading}>
          <div className="field">
            <label htmlFor={`column-${at}`}>
              <bdi>{column.heading}</bdi>
            </label>
            <select
              id={`column-${at}`}
              value={column.target}
              onChange={(event) => put(at, { target: event.target.value, isGuess: false })}
            >
              {targets.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
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

function choicesOf(
  words: Translator,
  fields: readonly FormField[],
): readonly { readonly id: string; readonly label: string }[] {
  return [
    { id: keepColumn, label: words.t("desk.table.keep") },
    { id: ignoreColumn, label: words.t("desk.table.ignore") },
    ...targetsOf(fields).flatMap(({ name, type, label }) =>
      type === "place"
        ? placeParts.map((part) => ({
            id: `${name}.${part}`,
            label: `${words.t(label)}: ${words.t(`place.${part}`)}`,
          }))
        : [{ id: name, label: words.t(label) }],
    ),
  ];
}
