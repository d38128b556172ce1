// Copies of the vault, newest first; those made before a moment still hold what was erased at that moment.
import { instant, query, valuesOf, type View } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { flagIn, integerIn, stringIn, textIn } from "../values.ts";

export interface KnownCopy {
  readonly record: RecordId;
  /** The place, as people call it. */
  readonly label: string;
  /** ISO 8601 in UTC; null where the note does not say. */
  readonly made: string | null;
  readonly commits: number;
  readonly verified: boolean;
}

const pageSize = 100;

/** Copies that nobody noted, such as those made without a passphrase, are not among them. */
export const copyList = query(
  "copy.list",
  { before: instant() },
  async (view, { before }): Promise<readonly KnownCopy[]> => {
    const copies = await copiesOf(view);
    return before === undefined
      ? copies
      : copies.filter(({ made }) => made === null || Date.parse(made) < Date.parse(before));
  },
);

async function copiesOf(view: View): Promise<readonly KnownCopy[]> {
  const copies: KnownCopy[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({ kind: "copy", limit: pageSize, ...(after === null ? {} : { after }) });
    for (const { id } of page.rows) {
      const state = await view.read(id);
      if (state === undefined) continue;
      const { title, made, commits, verified } = valuesOf(state);
      copies.push({
        record: id,
        label: textIn(title)?.text ?? "",
        made: stringIn(made),
        commits: integerIn(commits) ?? 0,
        verified: flagIn(verified) ?? false,
      });
    }
    after = page.next;
  } while (after !== null);
  return copies;
}
