import type { RecordId } from "@tocsin/core";
import type { RecordState, View } from "@tocsin/records";

interface From {
  readonly kind: string;
  readonly field: string;
  readonly atMost: number;
}

/** Of the records that link to `id` the newest, and how many there are: whoever has ten thousand of them is still drawn. */
export async function readNewest(
  view: View,
  id: RecordId,
  { kind, field, atMost }: From,
): Promise<{ readonly states: readonly RecordState[]; readonly total: number }> {
  const ids = await view.linkedIds(id, { kind, field });
  const states = await Promise.all(ids.slice(-atMost).map((each) => view.read(each)));
  return { states: states.flatMap((state) => state ?? []), total: ids.length };
}
