// Which files of a vault's folder belong to its backup, and under which names a copy keeps them. Paths have `/`.
export type FileSort = "device" | "segment" | "evidence" | "aside";

const patterns: readonly (readonly [FileSort, RegExp])[] = [
  ["device", /^device\.json$/],
  ["segment", /^chains\/[0-9a-f]{32}\/[0-9]{6}\.seg$/],
  ["evidence", /^evidence\/[0-9a-f]{32}\.age$/],
  ["aside", /^aside\/[0-9a-f]{32}-[0-9]{1,9}-[0-9]{1,15}(?:-[0-9]{1,9})?$/],
];

/** Null for what is no part of a backup: the searchable tables, locks, what was never finished, what others put there. */
export function sortOf(path: string): FileSort | null {
  return patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** Small and dear files come first: with the device file and the log, most of a vault can be read. */
export function compareForCopying(a: string, b: string): number {
  const rank = (path: string): number => patterns.findIndex(([, pattern]) => pattern.test(path));
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Where a file is written before it is whole. */
export function partialOf(path: string): string {
  return `${path}.partial`;
}

/** Where whole new bytes wait under a name of their own, while a list still names the old ones. */
export function waitingOf(path: string, sha256: string): string {
  return `${path}.${sha256.slice(0, 16)}.next`;
}

/** The path that a leftover of an earlier run belongs to; null for what is none of ours. */
export function leftoverOf(name: string): string | null {
  const path = name.replace(/(?:\.[0-9a-f]{16}\.next|\.partial)$/, "");
  return path !== name && sortOf(path) !== null ? path : null;
}

/** Says, while it lies in a folder, that a restore into it is not done. */
export const restoreMark = "restore.unfinished.json";
