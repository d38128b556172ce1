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
  const own = from.split("/");
  const other = to.split("/");
  let shared = 0;
  while (shared < own.length - 1 && shared < other.length - 1 && own[shared] === other[shared]) shared += 1;
  return "../".repeat(own.length - 1 - shared) + other.slice(shared).join("/");
}

/** A paged list: the first page has the plain name, the others lie in a folder of that name. */
export function pagePath(base: string, page: number): string {
  return page === 1 ? `${base}.html` : `${base}/${page}.html`;
}
