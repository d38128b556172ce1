// How heavy a library may be, for a phone on a slow line: what everybody loads first, any page, the style and the script.

export interface MeasuredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface OverBudget {
  readonly path: string;
  /** After gzip. */
  readonly bytes: number;
  readonly limit: number;
}

/** Bytes after gzip. */
export const libraryBudgets = { first: 14_000, page: 50_000, script: 6_000, style: 6_000 } as const;

/** Files that are heavier than they may be. Text files beside a cut item, archived copies and pictures have no limit. */
export function checkBudgets(
  files: Iterable<MeasuredFile>,
  gzipSize: (bytes: Uint8Array) => number,
): readonly OverBudget[] {
  const over: OverBudget[] = [];
  for (const file of files) {
    const found = overBudget(file, gzipSize);
    if (found !== null) over.push(found);
  }
  return over;
}

export function overBudget(
  { path, bytes }: MeasuredFile,
  gzipSize: (bytes: Uint8Array) => number,
): OverBudget | null {
  const limit = limitOf(path);
  // What is below the limit as it lies is below it compressed: most files need no measuring.
  if (limit === null || bytes.length <= limit) return null;
  const size = gzipSize(bytes);
  return size <= limit ? null : { path, bytes: size, limit };
}

function limitOf(path: string): number | null {
  if (/^(?:[^/]+\/)?index\.html$/.test(path)) return libraryBudgets.first;
  if (path === "style.css") return libraryBudgets.style;
  if (path === "search.js") return libraryBudgets.script;
  return path.startsWith("files/") || path.startsWith("text/") || path.startsWith("sitemap")
    ? null
    : libraryBudgets.page;
}
