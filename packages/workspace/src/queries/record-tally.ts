import { kindOf, query, RecordsError, string, viewOf } from "@tocsin/records";

/** How many records of a kind have each value of a facet, most first. Throws `records.unknown-field` for what is no facet. */
export const recordTally = query(
  "record.tally",
  { kind: string({ required: true }), facet: string({ required: true }) },
  async (view, { kind, facet }, { registry }): Promise<Readonly<Record<string, number>>> => {
    if (!viewOf(kindOf(registry, kind)).facets.includes(facet))
      throw new RecordsError("records.unknown-field", `Cannot count ${kind}: it has no such facet`, {
        details: { kind },
      });
    // How often each level was chosen says what stands on sheets that are closed to others.
    const counts = kind === "answer" ? [] : [...(await view.tally(kind, facet))];
    return Object.fromEntries(counts.toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1)));
  },
);
