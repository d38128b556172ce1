// The constants and paths of a bundle, format version 1 (docs/formats/bundle.md).

export const bundleFormat = "tocsin-bundle";
export const bundleVersion = 1;

export const bundlePaths = {
  declaration: "bagit.txt",
  info: "bag-info.txt",
  manifest: "manifest-sha256.txt",
  tagManifest: "tagmanifest-sha256.txt",
  cover: "cover.html",
  page: "verify.html",
  document: "data/bundle.json",
  operations: "data/operations.jsonl",
  commits: "data/commits.jsonl",
} as const;

/** Files that a bundle has, whatever is in it. */
export const requiredPaths: readonly string[] = [
  bundlePaths.declaration,
  bundlePaths.info,
  bundlePaths.manifest,
  bundlePaths.tagManifest,
  bundlePaths.document,
  bundlePaths.operations,
  bundlePaths.commits,
];

/** Files beside `data/`, which the tag manifest names; itself apart. */
export const tagPaths: readonly string[] = [
  bundlePaths.declaration,
  bundlePaths.info,
  bundlePaths.manifest,
  bundlePaths.cover,
  bundlePaths.page,
];

export const bundleLimits = {
  files: 20_000,
  /** Of `bagit.txt` and `bag-info.txt`. */
  smallFile: 16_384,
  /** Of the pages for people, and of a checkpoint's files. */
  page: 1_048_576,
  manifest: 4_194_304,
  document: 16_777_216,
  /** Of `operations.jsonl` and of `commits.jsonl`. */
  lines: 134_217_728,
  line: 262_144,
  operations: 100_000,
  commits: 100_000,
  exhibits: 10_000,
  /** Hashes of one path in a tree. */
  path: 53,
} as const;

export function exhibitPath(name: string): string {
  return `data/evidence/${name}.age`;
}

const exhibitPattern = /^data\/evidence\/[0-9a-f]{32}\.age$/;

const checkpointPattern = /^data\/checkpoints\/([0-9a-f]{32})\.(?:note|tsr|paths)$/;

/** The note, the answer of a time-stamping authority, and paths from commits to the note's root. */
export function checkpointPath(id: string, part: "note" | "tsr" | "paths"): string {
  return `data/checkpoints/${id}.${part}`;
}

/** Null for a file of no checkpoint. */
export function checkpointIdIn(path: string): string | null {
  return checkpointPattern.exec(path)?.[1] ?? null;
}

/** Whether a bundle can have a file at this path. Nothing else is ever opened. */
export function isBundlePath(path: string): boolean {
  return (
    path.length <= 120 &&
    (requiredPaths.includes(path) ||
      tagPaths.includes(path) ||
      exhibitPattern.test(path) ||
      checkpointPattern.test(path))
  );
}

/** How long a file may be; sealed evidence has no limit here. */
export function longestAt(path: string): number {
  switch (path) {
    case bundlePaths.declaration:
    case bundlePaths.info:
      return bundleLimits.smallFile;
    case bundlePaths.manifest:
    case bundlePaths.tagManifest:
      return bundleLimits.manifest;
    case bundlePaths.document:
      return bundleLimits.document;
    case bundlePaths.operations:
    case bundlePaths.commits:
      return bundleLimits.lines;
    default:
      if (path.endsWith(".paths")) return bundleLimits.lines;
      return exhibitPattern.test(path) ? Number.MAX_SAFE_INTEGER : bundleLimits.page;
  }
}
