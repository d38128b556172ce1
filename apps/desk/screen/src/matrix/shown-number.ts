// Which one number of each cell is shown: statuses are never added up, so it is one of them, or another kind.
import type { Translator } from "@tocsin/language";
import type { Matrix, MatrixCell, MatrixKind } from "@tocsin/workspace";
import { matrixStatusWords } from "./matrix-words.ts";

export interface ShownNumber {
  readonly kind: MatrixKind;
  /** Of incidents. */
  readonly status?: string;
}

const otherKinds = ["measure", "proceeding", "assessment"] as const;

/** As a choice: `incident reported`, `measure`. */
export function encodeShown({ kind, status }: ShownNumber): string {
  return status === undefined ? kind : `${kind} ${status}`;
}

export function parseShown(typed: string): ShownNumber {
  const [kind = "", status] = typed.split(" ");
  if (status !== undefined) return { kind: "incident", status };
  return { kind: otherKinds.find((each) => each === kind) ?? "incident" };
}

export function numberIn(cell: MatrixCell, { kind, status = "?" }: ShownNumber): number {
  return kind === "incident" ? (cell.incidents[status] ?? 0) : cell[`${kind}s`];
}

export function shownWords(words: Translator, { kind, status }: ShownNumber): string {
  return status === undefined
    ? words.t(`kind.${kind}`)
    : `${words.t("kind.incident")} · ${matrixStatusWords(words, status)}`;
}

const order = ["reported", "corroborated", "confirmed", "confirmed-unnamed", "?"];

/** Statuses that any cell has, in the order of how sure they are; then the other kinds. */
export function choicesIn({ cells }: Matrix): readonly ShownNumber[] {
  const found = new Set(cells.flatMap(({ incidents }) => Object.keys(incidents)));
  const others = [...found].filter((each) => !order.includes(each)).toSorted();
  const statuses = [...order.filter((each) => found.has(each)), ...others];
  return [
    ...(statuses.length === 0 ? ["reported"] : statuses).map(
      (status) => ({ kind: "incident", status }) as const,
    ),
    ...otherKinds.map((kind) => ({ kind })),
  ];
}
