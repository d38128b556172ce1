import { answerKind, kindOf, query, RecordsError, rowsOf, string, viewOf, type View } from "@tocsin/records";
import { hiddenAnswers } from "../assessing/closed-answers.ts";

/** How many records of a kind have each value of a facet, most first. Throws `records.unknown-field` for what is no facet. */
export const recordTally = query(
  "record.tally",
  { kind: string({ required: true }), facet: string({ required: true }) },
  async (view, { kind, facet }, { registry }): Promise<Readonly<Record<string, number>>> => {
    if (!viewOf(kindOf(registry, kind)).facets.includes(facet))
      throw new RecordsError("records.unknown-field", `Cannot count ${kind}: it has no such facet`, {
        details: { kind },
      });
    const counts = [...(kind === "answer" ? await shownAnswers(view, facet) : await view.tally(kind, facet))];
    return Object.fromEntries(counts.toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1)));
  },
);

/** Less those on sheets that are closed to others: how often each level was chosen says what stands there. */
async function shownAnswers(view: View, facet: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(await view.tally("answer", facet));
  for (const { tallies } of (await hiddenAnswers(view)).map((state) => rowsOf(answerKind, state)))
    for (const { value } of tallies.filter((each) => each.facet === facet)) {
      const left = (counts.get(value) ?? 0) - 1;
      if (left > 0) counts.set(value, left);
      else counts.delete(value);
    }
  return counts;
}
