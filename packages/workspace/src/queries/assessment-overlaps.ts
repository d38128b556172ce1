// Assessments of one thing by one instrument whose periods overlap, all that there are.
import { overlapsOf, type Overlap } from "@tocsin/assess";
import { query, valuesOf } from "@tocsin/records";
import { linkIn, stringIn } from "../values.ts";

const pageSize = 200;

export const assessmentOverlaps = query(
  "assessment.overlaps",
  {},
  async (view): Promise<readonly Overlap[]> => {
    const rated = [];
    let after: string | null = null;
    do {
      const page = await view.list({
        kind: "assessment",
        order: "oldest",
        limit: pageSize,
        ...(after === null ? {} : { after }),
      });
      for (const state of await view.glance(page.rows.map(({ id }) => id))) {
        const { instrument, assessed, country, subject, period, supersedes } = valuesOf(state);
        const of = [instrument, assessed, assessed === "state" ? country : subject].map(stringIn).join(" ");
        rated.push({ id: state.id, of, period: stringIn(period), supersedes: linkIn(supersedes) });
      }
      after = page.next;
    } while (after !== null);
    return overlapsOf(rated);
  },
);
