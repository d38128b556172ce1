// How heavy a library may be, for a phone on a slow line: what everybody loads first, any page, the style and the script.
// Pages count as they lie there, too: a plain server, a stick and a disk compress nothing.

export interface MeasuredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface OverBudget {
  readonly path: string;
  readonly bytes: number;
  readonly limit: number;
  /** Whether the bytes are those after gzip. */
  readonly isCompressed: boolean;
}

/**
 * Bytes. `page`: any page or piece of the search index as it lies there; with both styles, as on a first visit, below
 * 55 kB. `style`: each of the two. `first`: a page after gzip, whichever it is that somebody comes to first. `feed`: ten
 * whole texts, as it lies there. The others after gzip, too.
 */
export const libraryBudgets = {
  page: 46_000,
  first: 14_000,
  script: 6_000,
  style: 6_000,
  data: 100_000,
  feed: 1_500_000,
} as const;

/** Files that are heavier than they may be. Text files beside a long item, archived copies and pictures have no limit. */
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
  const { plain, compressed } = limitsOf(path);
  if (plain !== null && bytes.length > plain)
    return { path, bytes: bytes.length, limit: plain, isCompressed: false };
  // What is below the limit as it lies is below it compressed: most files need no measuring.
  if (compressed === null || bytes.length <= compressed) return null;
  const size = gzipSize(bytes);
  return size <= compressed ? null : { path, bytes: size, limit: compressed, isCompressed: true };
}

interface Limits {
  readonly plain: number | null;
  readonly compressed: number | null;
}

function limitsOf(path: string): Limits {
  const { page, first, script, style, data, feed } = libraryBudgets;
  if (/^(?:files|text)\/|^sitemap/.test(path)) return { plain: null, compressed: null };
  if (/^[^/]+\.css$/.test(path)) return { plain: style, compressed: null };
  if (path === "search.js") return { plain: null, compressed: script };
  if (path.endsWith(".html")) return { plain: page, compressed: first };
  // A picture, a table for a spreadsheet: somebody asks for it.
  if (/\/(?:numbers\/[^/]+|map|timeline)\.(?:svg|csv|json)$/.test(path))
    return { plain: null, compressed: data };
  if (/\.(?:xml|json)$/.test(path)) return { plain: feed, compressed: null };
  return { plain: page, compressed: null };
}
