// The rows of a list in its columns, to be gone through and selected by keyboard; on a narrow screen each row is a card.
import { useId, useRef, type MouseEvent } from "react";
import type { FormField } from "@tocsin/records";
import { localeName, type Translator } from "@tocsin/language";
import type { ListRow } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useDesk, useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords, sizeWords } from "../words/amounts.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { codeLabel, namedValue } from "../words/labels.ts";
import { labelOfRecord } from "../words/label-of-record.ts";
import { useInstrumentTitles, type Titles } from "./instrument-titles.ts";
import { shownColumns, type ListChoice } from "./list-choice.ts";
import { useComingBack, useRowKeys } from "./row-keys.ts";
import type { Selection } from "./selection.ts";

interface RecordTableProps {
  readonly known: KnownKind;
  readonly rows: readonly ListRow[];
  readonly choice: ListChoice;
  readonly caption: string;
  readonly selection: Selection;
  readonly order: (field: string) => void;
}

export function RecordTable({ known, rows, choice, caption, selection, order }: RecordTableProps) {
  const words = useWords();
  const keys = useId();
  const { form, view } = known;
  const body = useRef<HTMLTableSectionElement>(null);
  useComingBack(view.kind, body);
  const titles = useInstrumentTitles(view.kind);
  const ids = rows.map(({ id }) => id);
  useRowKeys(body, selection, ids);
  const columns = shownColumns(view, choice).flatMap(
    (name) => form.fields.find((field) => field.name === name) ?? [],
  );
  return (
    <div className="scroll">
      <table className="records" aria-describedby={keys}>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="no-print">
              <SelectAll ids={ids} selection={selection} />
            </th>
            {columns.map((field) => (
              <Heading key={field.name} known={known} field={field} choice={choice} order={order} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.id} data-id={row.id} data-selected={selection.ids.has(row.id)}>
              <td className="select no-print">
                <SelectRow row={row} ids={ids} selection={selection} />
              </td>
              {columns.map((field) => (
                <Cell
                  key={field.name}
                  field={field}
                  row={row}
                  isLabel={field.name === view.labelField}
                  titles={titles}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={keys} className="hidden">
        {words.t("desk.list.keys")}
      </p>
    </div>
  );
}

interface SelectAllProps {
  readonly ids: readonly string[];
  readonly selection: Selection;
}

function SelectAll({ ids, selection }: SelectAllProps) {
  const words = useWords();
  const isAll = ids.every((id) => selection.ids.has(id));
  return (
    <input
      type="checkbox"
      aria-label={words.t("desk.bulk.select-all")}
      checked={isAll}
      onChange={() => selection.set(isAll ? [] : ids)}
    />
  );
}

interface SelectRowProps extends SelectAllProps {
  readonly row: ListRow;
}

function SelectRow({ row, ids, selection }: SelectRowProps) {
  const desk = useDesk();
  const { words } = desk;
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey) selection.extend(row.id, ids);
    else selection.toggle(row.id);
  };
  const what = labelOfRecord(desk, row);
  return (
    <input
      type="checkbox"
      aria-label={words.t("desk.bulk.select", { what })}
      checked={selection.ids.has(row.id)}
      onClick={onClick}
      onChange={() => undefined}
    />
  );
}

interface HeadingProps {
  readonly known: KnownKind;
  readonly field: FormField;
  readonly choice: ListChoice;
  readonly order: (field: string) => void;
}

function Heading({ known: { view }, field, choice, order }: HeadingProps) {
  const words = useWords();
  const label = words.t(field.label);
  const isOrdered = choice.by === null ? view.sort === field.name : choice.by === field.name;
  if (!view.sorts.includes(field.name)) return <th scope="col">{label}</th>;
  const direction = choice.isAscending ? "ascending" : "descending";
  const next = isOrdered
    ? choice.isAscending
      ? "descending"
      : "ascending"
    : field.name === view.sort
      ? "descending"
      : "ascending";
  return (
    <th scope="col" {...(isOrdered ? { "aria-sort": direction } : {})}>
      <button
        type="button"
        className="order"
        title={words.t(`desk.list.ordered.${next}`, { field: label })}
        onClick={() => order(field.name)}
      >
        {label}
        {isOrdered && <span aria-hidden="true">{choice.isAscending ? " ▲" : " ▼"}</span>}
      </button>
    </th>
  );
}

interface CellProps {
  readonly field: FormField;
  readonly row: ListRow;
  readonly isLabel: boolean;
  readonly titles: Titles;
}

function Cell({ field, row, isLabel, titles }: CellProps) {
  const desk = useDesk();
  const { words, lists } = desk;
  const text = (row.cells[field.name] ?? [])
    .map((cell) => titles[cell] ?? cellText(words, field, cell))
    .join(" · ");
  if (!isLabel)
    return (
      <td
        data-label={words.t(field.label)}
        data-empty={text === ""}
        data-type={field.name === "size" ? "size" : field.type}
      >
        {field.vocabulary === undefined ? <bdi>{text}</bdi> : text}
      </td>
    );
  const isNamedApart = ["documentPart", "finding", "settings"].includes(row.kind);
  const label = text === "" || isNamedApart || row.question !== undefined ? labelOfRecord(desk, row) : text;
  return (
    <th scope="row">
      <a
        href={addressOf(row.kind, row.id)}
        lang={row.labelLang}
        onClick={() => lists.keep(row.kind, { opened: row.id, scroll: window.scrollY })}
      >
        <bdi>{label}</bdi>
      </a>
      {row.of !== undefined && (
        <small>
          {" "}
          · <bdi>{labelOfRecord(desk, row.of)}</bdi>
        </small>
      )}
      {(row.marks ?? [])
        .filter((mark) => mark !== "draft")
        .map((mark) => (
          <small key={mark}> {words.t(`mark.${mark}`)}</small>
        ))}
    </th>
  );
}

/** A place comes as one text that ends with the code of its country, where that is known. */
function placeText(words: Translator, cell: string): string {
  return cell.replace(/(^|, )([A-Z]{2})$/, (_, before: string, code: string) => {
    return `${before === "" ? "" : " · "}${codeLabel(words, "countries", code)}`;
  });
}

function cellText(words: Translator, field: FormField, cell: string): string {
  if (field.vocabulary !== undefined) return codeLabel(words, field.vocabulary, cell);
  if (field.names === "language") return localeName(cell, words.locale);
  switch (field.type) {
    case "date":
      return dateWords(words, cell);
    case "instant":
      return momentWords(words, cell);
    case "place":
      return placeText(words, cell);
    case "integer":
      return field.name === "size" ? sizeWords(words, Number(cell)) : numberWords(words, Number(cell));
    case "flag":
      return words.t(cell === "yes" ? "state.yes" : "state.no");
    case "string":
    case "strings":
      return /^[0-9a-f]{64}$/.test(cell) ? `${cell.slice(0, 12)}…` : namedValue(words, cell);
    default:
      return cell;
  }
}
