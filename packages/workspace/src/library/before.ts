// What left by earlier releases of the library, and which of it was withdrawn.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type LanguageText, type RecordState } from "@tocsin/records";
import { linksIn, stringIn, textIn } from "../values.ts";

export const libraryFormat = "library";

export interface LibraryBefore {
  /** Every record that was ever in it. */
  readonly records: ReadonlySet<RecordId>;
  /** Records whose newest release was withdrawn. */
  readonly withdrawn: ReadonlyMap<RecordId, WithdrawnBy>;
  /** By the hash of what left, those that stand. */
  readonly bySha256: ReadonlyMap<string, { readonly release: RecordId; readonly approved: string }>;
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
    .toSorted((a, b) => (a.approved < b.approved ? -1 : 1));
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
  return { records, withdrawn, bySha256 };
}
