// A draft saves itself every few seconds. What one person wrote in one go is one version to whoever looks for an earlier one.

export interface SavedVersion {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly device: string;
}

/** A pause as long as this begins another one. */
const pause = 10 * 60_000;

/** The last of each sitting, newest first. `versions` are oldest first. */
export function sittingsOf<Version extends SavedVersion>(versions: readonly Version[]): readonly Version[] {
  return versions.filter((version, at) => isLast(version, versions[at + 1])).toReversed();
}

function isLast(version: SavedVersion, next: SavedVersion | undefined): boolean {
  return next === undefined || next.device !== version.device || next.at - version.at > pause;
}
