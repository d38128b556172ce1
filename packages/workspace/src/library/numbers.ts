// The numbers of the matrix as tables of the library: States by commitment, each status by itself, small numbers hidden.
import type { Translator } from "@tocsin/language";
import type { LibraryTable, LibraryText } from "@tocsin/library";
import type { RecordId } from "@tocsin/core";
import type { LeavingNumber, MatrixPlan } from "../matrix/plan-matrix.ts";

export interface TableWords {
  readonly translators: ReadonlyMap<string, Translator>;
  readonly commitmentCode: (id: RecordId) => string;
}

/** Victims are left out: what is known of them is in counts, which leave by their own rules. */
const told = ["incidents", "measures", "proceedings"] as const;

export function tablesOf(plan: MatrixPlan, words: TableWords): readonly LibraryTable[] {
  return told.flatMap((counted) => {
    const own = plan.numbers.filter((each) => each.counted === counted && /^[A-Z]{2}$/.test(each.row));
    const statuses = [...new Set(own.map(({ status }) => status))].sort();
    return statuses.map((status) =>
      tableOf(
        own.filter((each) => each.status === status),
        { counted, status, threshold: plan.threshold, words },
      ),
    );
  });
}

interface Counted {
  readonly counted: (typeof told)[number];
  readonly status: string;
  readonly threshold: number;
  readonly words: TableWords;
}

function tableOf(
  numbers: readonly LeavingNumber[],
  { counted, status, threshold, words }: Counted,
): LibraryTable {
  const { commitmentCode, translators } = words;
  const code = (each: LeavingNumber): string => commitmentCode(each.commitment);
  const rowCodes = [...new Set(numbers.map(({ row }) => row))].sort();
  const columnCodes = [...new Set(numbers.map(code))].sort();
  const byPlace = new Map(numbers.map((each) => [`${each.row} ${code(each)}`, each.count]));
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): readonly LibraryText[] =>
    [...translators].map(([lang, { t }]) => ({ text: t(key, values), lang }));
  const name = status === "?" ? "unknown" : status;
  return {
    slug: ["states", counted, name].filter(Boolean).join("-").toLowerCase(),
    title: [...translators].map(([lang, { t, has }]) => {
      const key = `count.status.${name}`;
      const what = t(`library.leaves.table.${counted}`);
      return { lang, text: name === "" ? what : `${what}: ${has(key) ? t(key) : name}` };
    }),
    notes: [
      say("library.leaves.table.empty"),
      say("library.leaves.table.hidden", { threshold }),
      say("library.leaves.table.apart"),
    ],
    rows: "country",
    columns: "commitment",
    rowCodes,
    columnCodes,
    cells: rowCodes.map((row) =>
      columnCodes.map((column) => {
        const count = byPlace.get(`${row} ${column}`);
        return count === undefined ? 0 : count;
      }),
    ),
    source: "",
  };
}
