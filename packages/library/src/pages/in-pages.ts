// Lists in pages that stay light on a slow line: cut by how many entries and by how many bytes a page has room for.

export interface Room {
  readonly entries: number;
  /** Of UTF-8, the entries alone. */
  readonly bytes: number;
}

/** What a page has room for beside its head, way round and foot, so that the whole stays below 46 kB uncompressed. */
export const roomOfPage = 22_000;

/** Always at least one page, if an empty one; an entry that has no room anywhere stands alone. */
export function inPages<T>(
  entries: readonly T[],
  bytesOf: (entry: T) => number,
  room: Room,
): readonly (readonly T[])[] {
  const pages: T[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const own = bytesOf(entry);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length >= room.entries || bytes + own > room.bytes)) {
      pages.push([entry]);
      bytes = own;
      continue;
    }
    page.push(entry);
    bytes += own;
  }
  return pages;
}

const encoder = new TextEncoder();

export function bytesOfText(text: string): number {
  return encoder.encode(text).length;
}
