import { kindOf, query, string } from "@tocsin/records";

/** How many records of a kind have each value of a facet. */
export const recordTally = query(
  "record.tally",
  { kind: string({ required: true }), facet: string({ required: true }) },
  async (view, { kind, facet }, { registry }): Promise<Readonly<Record<string, number>>> => {
    kindOf(registry, kind);
    return Object.fromEntries(await view.tally(kind, facet));
  },
);
