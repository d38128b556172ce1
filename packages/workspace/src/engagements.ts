import type { RecordId } from "@tocsin/core";
import type { View } from "@tocsin/records";

/** The records of commitments with these references (`C-SPY-1`), as far as the vault has them. */
export async function commitmentsByReference(
  view: View,
  references: readonly string[],
): Promise<readonly RecordId[]> {
  const pages = await Promise.all(
    references.map((value) =>
      view.list({ kind: "commitment", where: [{ field: "reference", value }], limit: 1 }),
    ),
  );
  return pages.flatMap(({ rows }) => rows.map(({ id }) => id));
}
