// The matrix as a grid: heads that stay, one cell in the order of Tab, arrows from cell to cell, Enter into what a number
// counts. Which cell has the focus is the browser's to know: of ten thousand cells none is drawn anew when it moves.
import { memo, type KeyboardEvent, type MouseEvent } from "react";
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { spotAfter, type GridSpot } from "./grid-keys.ts";
import type { LaidOut } from "./laid-out.ts";
import { matrixAddress } from "./matrix-address.ts";

export interface ChosenCell {
  readonly row: string;
  readonly commitment: string;
}

interface MatrixGridProps {
  readonly laid: LaidOut;
  readonly by: "state" | "company";
  readonly caption: string;
  readonly choose: (cell: ChosenCell) => void;
}

export const MatrixGrid = memo(function MatrixGrid({ laid, by, caption, choose }: MatrixGridProps) {
  const { onKeyDown, onClick } = handlersOf(laid, choose);
  return (
    <>
      <div className="matrix-scroll">
        {/* A table that is a grid: the elements of tables have the roles of rows and cells in it. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
        <table
          className="matrix"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={caption}
          aria-readonly="true"
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <Head laid={laid} by={by} />
          <Body laid={laid} by={by} />
        </table>
      </div>
      <Names laid={laid} />
    </>
  );
});

/** The heads have room for references alone; on paper, and for a finger, no pointer asks what they stand for. */
function Names({ laid: { columns } }: { readonly laid: LaidOut }) {
  const words = useWords();
  const named = columns.filter(({ reference }) => reference !== null);
  if (named.length === 0) return null;
  return (
    <details>
      <summary>{words.t("desk.matrix.names")}</summary>
      <ul className="plain matrix-names">
        {named.map(({ commitment, reference, label }) => (
          <li key={commitment}>
            <strong>
              <bdi>{reference}</bdi>
            </strong>{" "}
            <bdi>{label}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

type PartProps = Pick<MatrixGridProps, "laid" | "by">;

function Head({ laid, by }: PartProps) {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" tabIndex={0} className="corner">
          {words.t(`desk.matrix.by.${by}`)}
        </th>
        {laid.columns.map(({ commitment, reference, label }) => (
          <th
            key={commitment}
            scope="col"
            tabIndex={-1}
            aria-label={reference === null ? label : `${reference} ${label}`}
          >
            <a href={addressOf(...matrixAddress({ by, commitment }))} tabIndex={-1} title={label} data-page>
              <bdi>{reference ?? label}</bdi>
            </a>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Body({ laid, by }: PartProps) {
  const words = useWords();
  const empty = words.t("desk.matrix.empty");
  return (
    <tbody>
      {laid.rows.map(({ row, label, numbers }) => (
        <tr key={row}>
          {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
          <th scope="row" tabIndex={-1}>
            <a href={addressOf(...matrixAddress({ by, row }))} tabIndex={-1} data-page>
              <bdi>{label}</bdi>
            </a>
          </th>
          {numbers.map((number, at) => (
            // A column is its place.
            // oxlint-disable-next-line react/no-array-index-key
            <td key={at} tabIndex={-1} className={number === null ? "none" : undefined}>
              {number === null ? <span className="hidden">{empty}</span> : numberWords(words, number)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface Handlers {
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLTableElement>) => void;
}

function handlersOf(laid: LaidOut, choose: MatrixGridProps["choose"]): Handlers {
  const chosenIn = (target: EventTarget): void => {
    const spot = spotOf(target);
    if (spot === null) return;
    const [row, column] = [laid.rows[spot.row - 1], laid.columns[spot.column - 1]];
    if (row === undefined || column === undefined) return;
    if (row.numbers[spot.column - 1] !== null) choose({ row: row.row, commitment: column.commitment });
  };
  return {
    onKeyDown(event) {
      const { key, ctrlKey, target, currentTarget } = event;
      const from = spotOf(target);
      if (from === null) return;
      if (key === "Enter" || key === " ") {
        event.preventDefault();
        if (linkIn(target) === null) chosenIn(target);
        else linkIn(target)?.click();
        return;
      }
      const size = { rows: laid.rows.length + 1, columns: laid.columns.length + 1 };
      const to = spotAfter(from, size, { key, ctrlKey, isRtl: document.dir === "rtl" });
      if (to === null) return;
      event.preventDefault();
      moveTo(currentTarget, to);
    },
    onClick({ target, currentTarget }) {
      if (!(target instanceof Element) || target.closest("a") !== null) return;
      const spot = spotOf(target);
      if (spot !== null) moveTo(currentTarget, spot);
      chosenIn(target);
    },
  };
}

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>("th, td") : null;
}

function linkIn(target: EventTarget): HTMLAnchorElement | null {
  return cellOf(target)?.querySelector("a") ?? null;
}

function spotOf(target: EventTarget): GridSpot | null {
  const cell = cellOf(target);
  const row = cell?.closest("tr");
  return cell === null || row === null || row === undefined
    ? null
    : { row: row.rowIndex, column: cell.cellIndex };
}

/** The one in the order of Tab is where the focus was last. */
function moveTo(table: HTMLTableElement, { row, column }: GridSpot): void {
  const cell = table.rows[row]?.cells[column];
  if (cell === undefined) return;
  for (const last of table.querySelectorAll('[tabindex="0"]')) last.setAttribute("tabindex", "-1");
  cell.setAttribute("tabindex", "0");
  cell.focus();
}
