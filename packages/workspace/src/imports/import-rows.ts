// The rows of a table that came in and the records that were made from them, by number: a long table has many, and each is
// asked for more than once.
import { createNumbersById, type RecordId } from "@tocsin/core";
import { tableRowKind, valuesOf, type ListOptions, type Page, type View } from "@tocsin/records";
import { linksIn } from "../values.ts";

const rowsOfPage = 200;

export interface ImportRows {
  readonly rowIds: readonly RecordId[];
  /** Of every record that a row speaks of, each once. */
  readonly recordIds: readonly RecordId[];
  numberOf(record: RecordId): number | undefined;
  /** Numbers of the records of a row. */
  recordsOf(row: number): readonly number[];
  /** Whether more than one row speaks of it. */
  isShared(record: number): boolean;
}

export interface ReadRowsOptions {
  readonly onRead?: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Holds about a hundred bytes for each row and each record. */
export async function readImportRows(
  view: View,
  where: NonNullable<ListOptions["where"]>,
  { onRead, signal }: ReadRowsOptions,
): Promise<ImportRows> {
  const rows = createRows();
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const options: ListOptions = { kind: tableRowKind.name, where, order: "oldest", limit: rowsOfPage };
    const page: Page = await view.list(after === null ? options : { ...options, after });
    const ids = page.rows.map(({ id }) => id);
    for (const state of await view.readMany(ids, signal ? { signal } : {}))
      rows.add(state.id, linksIn(valuesOf(state)["records"]));
    onRead?.(rows.rowIds.length);
    after = page.next;
  } while (after !== null);
  return rows;
}

function createRows(): ImportRows & { add(row: RecordId, records: readonly RecordId[]): void } {
  const numbers = createNumbersById();
  const [rowIds, recordIds]: [RecordId[], RecordId[]] = [[], []];
  const starts: number[] = [0];
  const flat: number[] = [];
  const timesMet: number[] = [];
  return {
    rowIds,
    recordIds,
    add(row, records) {
      rowIds.push(row);
      for (const record of records) {
        const number = numbers.get(record) ?? recordIds.push(record) - 1;
        numbers.set(record, number);
        timesMet[number] = (timesMet[number] ?? 0) + 1;
        flat.push(number);
      }
      starts.push(flat.length);
    },
    numberOf: (record) => numbers.get(record),
    recordsOf: (row) => flat.slice(starts[row], starts[row + 1]),
    isShared: (record) => (timesMet[record] ?? 0) > 1,
  };
}
