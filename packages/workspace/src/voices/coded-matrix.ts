// Risks by practices of one consultation: each contributor counts once in a cell, whatever they said how often. Inside all numbers
// stand. What leaves hides small ones, and of the regions as many others as it takes that nobody works one out from the whole.
import { hideSmallNumbers } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { LanguageText, View } from "@tocsin/records";
import { codingGrid, type CodeFamily } from "@tocsin/voices";
import { codesOfBook, newestBook, type BookCode } from "./codebooks.ts";
import { contributorsTo, type Contributor } from "./contributors.ts";
import { countedCodings } from "./counted-codings.ts";

export interface CodedMatrix {
  readonly rows: readonly MatrixCode[];
  readonly columns: readonly MatrixCode[];
  /** Everybody who contributed, coded or not. */
  readonly contributors: number;
  /** Regions as people wrote them, most contributors first; null for those who said none. */
  readonly regions: readonly { readonly region: string | null; readonly contributors: number }[];
  /** By row and column; `byRegion` in the order of `regions`. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCode {
  readonly code: RecordId;
  readonly title: LanguageText;
  /** Null where it is hidden. */
  readonly contributors: number | null;
}

export interface MatrixCell {
  /** Null where it is hidden. */
  readonly contributors: number | null;
  readonly byRegion: readonly (number | null)[];
}

export interface MatrixOptions {
  readonly questionnaire: RecordId;
  readonly rows: CodeFamily;
  readonly columns: CodeFamily;
  /** Only contributors of whom this code tells: a group that is affected. */
  readonly group?: RecordId;
}

export async function codedMatrix(view: View, options: MatrixOptions): Promise<CodedMatrix> {
  const contributors = await contributorsTo(view, options.questionnaire);
  const book = await newestBook(view);
  const codes = book === null ? [] : await codesOfBook(view, book);
  const codings = await countedCodings(view, { codes, contributions: [...contributors.keys()] });
  const all = codings.flatMap(({ contribution, code }) => {
    const who = contributors.get(contribution);
    return who === undefined ? [] : [{ contributor: who.contributor, code }];
  });
  const inGroup =
    options.group === undefined
      ? null
      : new Set(all.filter(({ code }) => code === options.group).map(({ contributor }) => contributor));
  const pairs = inGroup === null ? all : all.filter(({ contributor }) => inGroup.has(contributor));
  const regions = regionsOf(contributors, inGroup);
  return matrixOf({ codes, pairs, regions, options });
}

interface Region {
  readonly region: string | null;
  readonly contributors: ReadonlySet<string>;
}

/** Whoever saved one form twice is in the region that they wrote first. */
function regionsOf(
  contributors: ReadonlyMap<RecordId, Contributor>,
  inGroup: ReadonlySet<string> | null,
): readonly Region[] {
  const byKey = new Map<string, { region: string | null; contributors: Set<string> }>();
  const placed = new Set<string>();
  for (const { contributor, region, regionKey } of contributors.values()) {
    if (placed.has(contributor) || inGroup?.has(contributor) === false) continue;
    placed.add(contributor);
    const known = byKey.get(regionKey) ?? { region, contributors: new Set<string>() };
    known.contributors.add(contributor);
    byKey.set(regionKey, known);
  }
  return [...byKey.values()].toSorted((a, b) => b.contributors.size - a.contributors.size);
}

interface ToLayOut {
  readonly codes: readonly BookCode[];
  readonly pairs: readonly { readonly contributor: string; readonly code: RecordId }[];
  readonly regions: readonly Region[];
  readonly options: MatrixOptions;
}

function matrixOf({ codes, pairs, regions, options }: ToLayOut): CodedMatrix {
  const ofFamily = (family: CodeFamily): readonly BookCode[] =>
    codes.filter((code) => code.family === family && code.root === code.record);
  const [rows, columns] = [ofFamily(options.rows), ofFamily(options.columns)];
  const grid = codingGrid(pairs, {
    rows: rows.map(({ record }) => record),
    columns: columns.map(({ record }) => record),
  });
  const told = new Map<RecordId, Set<string>>();
  for (const { contributor, code } of pairs) told.set(code, (told.get(code) ?? new Set()).add(contributor));
  const headOf = ({ record, title }: BookCode): MatrixCode => ({
    code: record,
    title,
    contributors: told.get(record)?.size ?? 0,
  });
  return {
    rows: rows.map(headOf),
    columns: columns.map(headOf),
    contributors: regions.reduce((sum, each) => sum + each.contributors.size, 0),
    regions: regions.map(({ region, contributors }) => ({ region, contributors: contributors.size })),
    cells: rows.map((_, row) =>
      columns.map((__, column) => {
        const people = grid[row * columns.length + column]?.contributors ?? new Set<string>();
        return {
          contributors: people.size,
          byRegion: regions.map(
            (region) => [...people].filter((each) => region.contributors.has(each)).length,
          ),
        };
      }),
    ),
  };
}

/**
 * As it may leave. A cell is hidden where it is small, and where so few do not stand in it that the rest would tell who they are;
 * of its regions every one that is small, and others with it until nobody can work one out. Zeros stay: they are findings.
 */
export function hideSmallCells(matrix: CodedMatrix, threshold: number): CodedMatrix {
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const headOf = (head: MatrixCode): MatrixCode =>
    head.contributors !== null &&
    (isSmall(head.contributors) || isSmall(matrix.contributors - head.contributors))
      ? { ...head, contributors: null }
      : head;
  const [rows, columns] = [matrix.rows.map(headOf), matrix.columns.map(headOf)];
  const cellOf = (cell: MatrixCell, heads: readonly (MatrixCode | undefined)[]): MatrixCell => {
    const count = cell.contributors ?? 0;
    const isNear = heads.some(
      (head) => head?.contributors !== null && isSmall((head?.contributors ?? 0) - count),
    );
    const isHidden = isSmall(count) || isNear;
    return { contributors: isHidden ? null : count, byRegion: regionsShown(cell, { threshold, isHidden }) };
  };
  const kept = regionsNamed(matrix, threshold);
  const onlyNamed = (cell: MatrixCell): MatrixCell => ({
    ...cell,
    byRegion: cell.byRegion.filter((_, at) => kept.has(at)),
  });
  return {
    ...matrix,
    rows,
    columns,
    regions: matrix.regions.filter((_, at) => kept.has(at)),
    cells: matrix.cells.map((row, y) => row.map((cell, x) => onlyNamed(cellOf(cell, [rows[y], columns[x]])))),
  };
}

/** Places of regions whose number may be told beside that of all contributors. */
function regionsNamed({ regions }: CodedMatrix, threshold: number): ReadonlySet<number> {
  const shown = partsShown(
    regions.map(({ contributors }) => contributors),
    threshold,
  );
  return new Set(shown.flatMap((each, at) => (each === null || regions[at]?.region === null ? [] : [at])));
}

/** Parts of a whole that is told: null for those that are hidden. */
function partsShown(parts: readonly number[], threshold: number): readonly (number | null)[] {
  const rows = parts.map((_, at) => String(at));
  const table = { status: "", rows, columns: [], cells: parts.map((each) => [each]) };
  const { cells, total } = hideSmallNumbers(table, threshold);
  // The table would have hidden its whole, which stands elsewhere: then no part of it is told.
  if (total === null) return parts.map((each) => (each === 0 ? 0 : null));
  return cells.map(([each = null]) => each);
}

function regionsShown(
  { contributors, byRegion }: MatrixCell,
  { threshold, isHidden }: { readonly threshold: number; readonly isHidden: boolean },
): readonly (number | null)[] {
  // The parts of a hidden whole would add up to it.
  if (isHidden || contributors === null) return byRegion.map((each) => (each === 0 ? 0 : null));
  return partsShown(
    byRegion.map((each) => each ?? 0),
    threshold,
  );
}
