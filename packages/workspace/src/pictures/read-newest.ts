import type { RecordId } from "@tocsin/core";
import type { LinkCount, RecordState, View } from "@tocsin/records";

interface From {
  readonly kind: string;
  readonly field: string;
  readonly atMost: number;
}

/**
 * Of the records that link to `id` those that were seen last, the oldest of them first, and how many there are: whoever
 * has ten thousand of them is still drawn.
 */
export async function readNewest(
  view: View,
  id: RecordId,
  { kind, field, atMost }: From,
): Promise<{ readonly states: readonly RecordState[]; readonly total: number }> {
  const rows = await view.linkedRows(id, { kind, field, limit: atMost });
  const isAll = rows.length < atMost;
  const total = isAll ? rows.length : await countOf(view, id, { kind, field });
  return { states: await view.glance(rows.map((row) => row.id).toReversed()), total };
}

async function countOf(
  view: View,
  id: RecordId,
  { kind, field }: Pick<LinkCount, "kind" | "field">,
): Promise<number> {
  const counts = await view.linkCounts(id);
  return counts.find((each) => each.kind === kind && each.field === field)?.count ?? 0;
}
