// A matrix of codes as it may leave. Numbers are hidden where they are small, and where those who do not stand in them are so few
// that the rest would tell who they are; of the regions, which add up to the whole, as many others as it takes. Zeros stay: that
// nobody tells of something is a finding.
import { hideSmallNumbers } from "@tocsin/cases";
import type { CodedMatrix, MatrixCell, MatrixCode } from "./coded-matrix.ts";

interface Rule {
  readonly threshold: number;
  isSmall(count: number): boolean;
}

/** `matrix`: whole, nothing hidden. */
export function hideSmallCells(matrix: CodedMatrix, threshold: number): CodedMatrix {
  const rule: Rule = { threshold, isSmall: (count) => count > 0 && count < threshold };
  const all = matrix.contributors ?? 0;
  const headOf = (head: MatrixCode): MatrixCode => ({
    ...head,
    contributors: partShown(head.contributors ?? 0, [all], rule),
  });
  const shown: CodedMatrix = {
    ...matrix,
    contributors: rule.isSmall(all) ? null : all,
    rows: matrix.rows.map(headOf),
    columns: matrix.columns.map(headOf),
    groups: matrix.groups.map(headOf),
  };
  const kept = regionsNamed(matrix, rule);
  return {
    ...shown,
    regions: matrix.regions.filter((_, at) => kept.has(at)),
    cells: matrix.cells.map((row, y) =>
      row.map((cell, x) => {
        const heads = [shown.rows[y]?.contributors ?? null, shown.columns[x]?.contributors ?? null];
        const leaving = cellShown(cell, { matrix, shown, heads, rule });
        return { ...leaving, byRegion: leaving.byRegion.filter((_, at) => kept.has(at)) };
      }),
    ),
  };
}

interface Around {
  readonly matrix: CodedMatrix;
  /** Its heads as they leave. */
  readonly shown: CodedMatrix;
  /** Of row and column, as they leave. */
  readonly heads: readonly (number | null)[];
  readonly rule: Rule;
}

function cellShown(cell: MatrixCell, { matrix, shown, heads, rule }: Around): MatrixCell {
  const [count, all] = [cell.contributors ?? 0, matrix.contributors ?? 0];
  const [row, column] = heads;
  const wholes = [all, ...heads.flatMap((head) => head ?? [])];
  // Of four parts, those who tell of neither can be worked out too.
  const neither = row == null || column == null ? 0 : all - row - column + count;
  const contributors = rule.isSmall(neither) && count > 0 ? null : partShown(count, wholes, rule);
  return {
    contributors,
    byRegion: regionsShown(cell, matrix, { rule, isHidden: contributors === null }),
    byGroup: cell.byGroup.map((each, at) => {
      const group = shown.groups[at]?.contributors ?? null;
      const of = each ?? 0;
      if (of > 0 && (contributors === null || group === null)) return null;
      return partShown(of, [contributors ?? 0, group ?? 0], rule);
    }),
  };
}

/** A number beside the wholes that it is a part of. */
function partShown(count: number, wholes: readonly number[], { isSmall }: Rule): number | null {
  if (count === 0) return 0;
  return isSmall(count) || wholes.some((whole) => isSmall(whole - count)) ? null : count;
}

/** Places of regions whose number may be told beside that of all contributors. */
function regionsNamed({ regions, contributors }: CodedMatrix, rule: Rule): ReadonlySet<number> {
  if (rule.isSmall(contributors ?? 0)) return new Set();
  const shown = partsShown(
    regions.map((each) => each.contributors),
    rule,
  );
  return new Set(shown.flatMap((each, at) => (each === null || regions[at]?.region === null ? [] : [at])));
}

function regionsShown(
  { byRegion }: MatrixCell,
  { regions }: CodedMatrix,
  { rule, isHidden }: { readonly rule: Rule; readonly isHidden: boolean },
): readonly (number | null)[] {
  // The parts of a hidden whole would add up to it.
  if (isHidden) return byRegion.map((each) => (each === 0 ? 0 : null));
  return partsShown(
    byRegion.map((each) => each ?? 0),
    rule,
    (at) => rule.isSmall((regions[at]?.contributors ?? 0) - (byRegion[at] ?? 0)),
  );
}

/** Numbers that add up to a whole that is told: null for those that are hidden. */
export function hideParts(parts: readonly number[], threshold: number): readonly (number | null)[] {
  return partsShown(parts, { threshold, isSmall: (count) => count > 0 && count < threshold });
}

/** Parts of a whole that is told: null for those that are hidden. */
function partsShown(
  parts: readonly number[],
  { threshold }: Rule,
  alsoHidden: (at: number) => boolean = () => false,
): readonly (number | null)[] {
  const rows = parts.map((_, at) => String(at));
  const table = { status: "", rows, columns: [], cells: parts.map((each) => [each]) };
  const { cells, total } = hideSmallNumbers(table, threshold, (row) => alsoHidden(row));
  // The table would have hidden its whole, which stands elsewhere: then no part of it is told.
  if (total === null) return parts.map((each) => (each === 0 ? 0 : null));
  return cells.map(([each = null]) => each);
}
