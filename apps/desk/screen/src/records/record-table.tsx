// The rows of a list in the columns of its definition; on a narrow screen each row is a card.
import type { FormField } from "@tocsin/records";
import type { Translator } from "@tocsin/language";
import type { ListRow } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords, sizeWords } from "../words/amounts.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { codeLabel, namedValue } from "../words/labels.ts";

interface RecordTableProps {
  readonly known: KnownKind;
  readonly rows: readonly ListRow[];
}

export function RecordTable({ known: { form, view }, rows }: RecordTableProps) {
  const words = useWords();
  const columns = view.columns.flatMap((name) => form.fields.find((field) => field.name === name) ?? []);
  return (
    <div className="scroll">
      <table className="records">
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {words.t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((field) => (
                <Cell key={field.name} field={field} row={row} isLabel={field.name === view.labelField} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly field: FormField;
  readonly row: ListRow;
  readonly isLabel: boolean;
}

function Cell({ field, row, isLabel }: CellProps) {
  const words = useWords();
  const text = (row.cells[field.name] ?? []).map((cell) => cellText(words, field, cell)).join(" · ");
  if (!isLabel)
    return (
      <td data-label={words.t(field.label)} data-empty={text === ""}>
        <bdi>{text}</bdi>
      </td>
    );
  const label = text === "" ? row.label || words.t(`kind.${row.kind}.one`) : text;
  return (
    <th scope="row">
      <a href={addressOf(row.kind, row.id)} lang={row.labelLang}>
        {label}
      </a>
      {(row.marks ?? [])
        .filter((mark) => mark !== "draft")
        .map((mark) => (
          <small key={mark}> {words.t(`mark.${mark}`)}</small>
        ))}
    </th>
  );
}

function cellText(words: Translator, field: FormField, cell: string): string {
  if (field.vocabulary !== undefined) return codeLabel(words, field.vocabulary, cell);
  switch (field.type) {
    case "date":
      return dateWords(words, cell);
    case "instant":
      return momentWords(words, cell);
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
