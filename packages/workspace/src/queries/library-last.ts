// The newest release of the public library: when, what was said of it, whether it was withdrawn, and how much of what it is
// made from was written since.
import type { RecordId } from "@tocsin/core";
import { query, valuesOf, type View } from "@tocsin/records";
import { libraryFormat } from "../library/before.ts";
import { parseAbout } from "../library/kept-about.ts";
import type { LibraryAbout } from "../library/library-types.ts";
import { kindsRead } from "../library/kinds-read.ts";
import { stringIn } from "../values.ts";

export interface LastLibraryRelease {
  readonly release: RecordId;
  /** ISO 8601 in UTC. */
  readonly approved: string;
  readonly isWithdrawn: boolean;
  /** Null where it kept nothing of it. */
  readonly about: LibraryAbout | null;
  /** Records of the kinds that a library is made from that were written since, counted to `countedTo`. */
  readonly writtenSince: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

const countedTo = 500;
const kinds = kindsRead.filter((kind) => kind !== "release");

/** `last` is null where none left. */
export const libraryLast = query(
  "library.last",
  {},
  async (view): Promise<{ readonly last: LastLibraryRelease | null }> => ({ last: await lastLibrary(view) }),
);

export async function lastLibrary(view: View): Promise<LastLibraryRelease | null> {
  const { rows } = await view.list({
    kind: "release",
    where: [{ field: "format", value: libraryFormat }],
    limit: 1,
  });
  const [state] = await view.glance(rows.map(({ id }) => id));
  const values = state && valuesOf(state);
  const approved = stringIn(values?.["approved"]);
  if (state === undefined || values === undefined || approved === null) return null;
  const written = await view.list({ writtenAfter: Date.parse(approved), kinds, limit: countedTo + 1 });
  return {
    release: state.id,
    approved,
    isWithdrawn: values["withdrawn"] !== undefined,
    about: parseAbout(values["about"]),
    writtenSince: Math.min(written.rows.length, countedTo),
    more: written.rows.length > countedTo,
  };
}
