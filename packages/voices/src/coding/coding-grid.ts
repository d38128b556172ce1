// How many contributors tell of a risk and of a practice: each counts once in a cell, however much they said of both.

export interface CodedPair {
  /** Whoever contributed: a form that was saved twice is one. */
  readonly contributor: string;
  readonly code: string;
}

export interface CodingCell {
  readonly row: string;
  readonly column: string;
  readonly contributors: ReadonlySet<string>;
}

/** Every cell of rows by columns, the empty ones too. */
export function codingGrid(
  pairs: readonly CodedPair[],
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly string[] },
): readonly CodingCell[] {
  const byCode = new Map<string, Set<string>>();
  for (const { contributor, code } of pairs) {
    const told = byCode.get(code) ?? new Set();
    told.add(contributor);
    byCode.set(code, told);
  }
  const nobody: ReadonlySet<string> = new Set();
  return rows.flatMap((row) =>
    columns.map((column) => ({
      row,
      column,
      contributors: both(byCode.get(row) ?? nobody, byCode.get(column) ?? nobody),
    })),
  );
}

function both(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return new Set([...few].filter((each) => many.has(each)));
}
