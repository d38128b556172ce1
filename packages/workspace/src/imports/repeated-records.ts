// Records that a row makes once for each value of a cell, such as the titles that a relationship of Uwazi names.
import { cutAt, type ValueContext } from "./cell-values.ts";
import { folded, type RecordMapping } from "./mapping.ts";

export interface RecordCopy {
  readonly record: RecordMapping;
  /** By this name other records of the row link to it. */
  readonly as: string;
  /** The cell of its column holds the one value. */
  readonly cell: ValueContext["cell"];
  /** Field to the names of the records of the row that it links to. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}

/** In the order of the mapping. The first copy is called as the record is. */
export type CopiesOf = (cell: ValueContext["cell"]) => readonly RecordCopy[];

export function createCopies(records: readonly RecordMapping[]): CopiesOf {
  if (records.some(({ each }) => each !== undefined)) return (cell) => repeated(records, cell);
  const single = records.map((record) => ({
    record,
    as: record.as ?? record.kind,
    links: linksOf(record, records, { at: 0, countOf: () => 1 }),
  }));
  return (cell) => single.map((each) => ({ ...each, cell }));
}

function repeated(records: readonly RecordMapping[], cell: ValueContext["cell"]): readonly RecordCopy[] {
  const valuesOf = ({ each }: RecordMapping): readonly string[] =>
    each === undefined ? [""] : cutAt(cell(each.column), each.split);
  const countOf = (record: RecordMapping): number => Math.max(1, valuesOf(record).length);
  return records.flatMap((record) =>
    Array.from({ length: countOf(record) }, (_, at): RecordCopy => {
      const { each, kind, as = kind } = record;
      const value = valuesOf(record)[at] ?? "";
      const isOwn = (heading: string): boolean =>
        each !== undefined && folded(heading) === folded(each.column);
      return {
        record,
        as: nameOf(as, at),
        cell: each === undefined ? cell : (heading) => (isOwn(heading) ? value : cell(heading)),
        links: linksOf(record, records, { at, countOf }),
      };
    }),
  );
}

function nameOf(as: string, at: number): string {
  return at === 0 ? as : `${as} ${at + 1}`;
}

interface Copying {
  readonly at: number;
  readonly countOf: (record: RecordMapping) => number;
}

/** What is made as often leads to the one beside it; everything else to all that there are. */
function linksOf(
  { each, fields }: RecordMapping,
  records: readonly RecordMapping[],
  { at, countOf }: Copying,
): RecordCopy["links"] {
  const links: Record<string, readonly string[]> = {};
  for (const [field, { record: name }] of Object.entries(fields)) {
    if (name === undefined) continue;
    const target = records.find(({ kind, as = kind }) => as === name);
    if (target?.each === undefined) links[field] = [name];
    else if (target.each.column === each?.column) links[field] = [nameOf(name, at)];
    else links[field] = Array.from({ length: countOf(target) }, (_, copy) => nameOf(name, copy));
  }
  return links;
}
