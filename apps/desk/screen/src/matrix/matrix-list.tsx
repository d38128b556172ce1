// The matrix where the window is narrow: a row at a time, with the commitments that anything is recorded against.
import { useState } from "react";
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import type { LaidOut, LaidOutRow } from "./laid-out.ts";
import { matrixAddress } from "./matrix-address.ts";
import type { ChosenCell } from "./matrix-grid.tsx";

interface MatrixListProps {
  readonly laid: LaidOut;
  readonly by: "state" | "company";
  readonly choose: (cell: ChosenCell) => void;
}

export function MatrixList({ laid, by, choose }: MatrixListProps) {
  return (
    <div className="matrix-list">
      {laid.rows.map((row) => (
        <ListedRow key={row.row} row={row} laid={laid} by={by} choose={choose} />
      ))}
    </div>
  );
}

interface ListedRowProps extends MatrixListProps {
  readonly row: LaidOutRow;
}

/** What it holds is drawn when it is opened: there can be two hundred. */
function ListedRow({ row: { row, label, numbers }, laid, by, choose }: ListedRowProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const filled = laid.columns.flatMap((column, at) => {
    const number = numbers[at] ?? null;
    return number === null ? [] : [{ column, number }];
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{label}</bdi> <small>{words.t("desk.matrix.held", { count: filled.length })}</small>
      </summary>
      {isOpen && (
        <>
          <ul className="plain">
            {filled.map(({ column, number }) => (
              <li key={column.commitment}>
                <bdi>{column.label}</bdi>
                <button
                  type="button"
                  className="number-link"
                  aria-label={words.t("desk.counts.look", {
                    number: numberWords(words, number),
                    what: `${label}, ${column.label}`,
                  })}
                  onClick={() => choose({ row, commitment: column.commitment })}
                >
                  {numberWords(words, number)}
                </button>
              </li>
            ))}
          </ul>
          <p>
            <a href={addressOf(...matrixAddress({ by, row }))} data-page>
              {words.t("desk.matrix.page-of", { what: label })}
            </a>
          </p>
        </>
      )}
    </details>
  );
}
