// A file before it is made: where it lies, everything that it is made from, and how.

export interface PagePlan {
  /** Relative to the root. */
  readonly path: string;
  /** Plain data; with the head of the library, everything that changes the outcome. */
  readonly from: unknown;
  readonly make: () => string;
}

/** Relative address of `to` seen from `from`, both paths from the root. */
export function addressOf(from: string, to: string): string {
  let shared = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at += 1) if (from[at] === "/") shared = at + 1;
  let up = "";
  for (let at = from.indexOf("/", shared); at >= 0; at = from.indexOf("/", at + 1)) up += "../";
  return up + to.slice(shared);
}

/** A paged list: the first page has the plain name, the others lie in a folder of that name. */
export function pagePath(base: string, page: number): string {
  return page === 1 ? `${base}.html` : `${base}/${page}.html`;
}
