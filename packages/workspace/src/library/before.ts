// What left by earlier releases of the library, and which of it was withdrawn.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type LanguageText, type RecordState } from "@tocsin/records";
import { codesIn, linksIn, stringIn, textIn, type Values } from "../values.ts";
import { parseReasons, type KeptRelease } from "./history.ts";
import { parseContents, type KeptContents } from "./item-parts.ts";
import { parseAbout } from "./kept-about.ts";
import type { LibraryAbout } from "./library-types.ts";

export const libraryFormat = "library";

export interface LibraryBefore {
  /** Every record that was ever in it. */
  readonly records: ReadonlySet<RecordId>;
  /** Records whose newest release was withdrawn. */
  readonly withdrawn: ReadonlyMap<RecordId, WithdrawnBy>;
  /** By the hash of what left, those that stand. */
  readonly bySha256: ReadonlyMap<string, { readonly release: RecordId; readonly approved: string }>;
  /** The newest, withdrawn or not: what readers have. */
  readonly last: LastLibrary | null;
  /** All of them, the oldest first. */
  readonly releases: readonly KeptRelease[];
}

export interface LastLibrary {
  readonly release: RecordId;
  /** ISO 8601 in UTC. */
  readonly approved: string;
  readonly isWithdrawn: boolean;
  /** What it named, without what was withdrawn in it. */
  readonly records: ReadonlySet<RecordId>;
  /** Evidence that left with it as files. */
  readonly files: readonly RecordId[];
  /** Null where it kept no list of what was in it. */
  readonly contents: KeptContents | null;
  /** Null where it kept nothing of what was said of it. */
  readonly about: LibraryAbout | null;
}

export interface WithdrawnBy {
  /** ISO 8601 in UTC. */
  readonly when: string;
  readonly reason: LanguageText | null;
}

export function libraryBefore(releases: readonly RecordState[]): LibraryBefore {
  const own = releases
    .map((state) => ({ state, values: valuesOf(state) }))
    .filter(({ values }) => values["format"] === libraryFormat)
    .map(({ state, values }) => ({ state, values, approved: stringIn(values["approved"]) ?? "" }))
    .toSorted((a, b) => (a.approved === b.approved ? 0 : a.approved < b.approved ? -1 : 1));
  const records = new Set<RecordId>();
  const withdrawn = new Map<RecordId, WithdrawnBy>();
  const bySha256 = new Map<string, { release: RecordId; approved: string }>();
  for (const { state, values, approved } of own) {
    const when = stringIn(values["withdrawn"]);
    const sha256 = stringIn(values["sha256"]);
    for (const record of linksIn(values["records"])) {
      records.add(record);
      if (when === null) withdrawn.delete(record);
      else withdrawn.set(record, { when, reason: textIn(values["withdrawnWhy"]) });
    }
    if (when === null && sha256 !== null) bySha256.set(sha256, { release: state.id, approved });
  }
  const newest = own.at(-1);
  const last = newest === undefined ? null : lastOf(newest.state.id, newest.values, newest.approved);
  const kept = own.map(({ values, approved }) => ({
    approved,
    contents: parseContents(codesIn(values["contents"])),
    reasons: parseReasons(codesIn(values["reasons"])),
  }));
  return { records, withdrawn, bySha256, last, releases: kept };
}

function lastOf(release: RecordId, values: Values, approved: string): LastLibrary {
  return {
    release,
    approved,
    isWithdrawn: values["withdrawn"] !== undefined,
    records: new Set(linksIn(values["records"])),
    files: linksIn(values["files"]),
    contents: parseContents(codesIn(values["contents"])),
    about: parseAbout(values["about"]),
  };
}
