// Assessments of one thing by one instrument whose periods overlap: all that there are, and those that one would overlap that
// is not begun yet.
import { overlapsOf, type Overlap, type RatedPeriod } from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { code, date, link, query, string, valuesOf, type LanguageText, type View } from "@tocsin/records";
import { linkIn, stringIn, textIn, type Values } from "../values.ts";

const pageSize = 200;

export const assessmentOverlaps = query(
  "assessment.overlaps",
  {},
  async (view): Promise<readonly Overlap[]> => overlapsOf(await ratedPeriods(view)),
);

export interface OverlappingAssessment {
  readonly record: RecordId;
  readonly title: LanguageText | null;
  readonly period: string | null;
}

/** Those of the same thing by the same instrument, in any version, that a new one for this period would overlap. */
export const assessmentOverlapping = query(
  "assessment.overlapping",
  {
    instrument: string({ required: true }),
    assessed: code("assessedKinds", { required: true }),
    country: code("countries"),
    subject: link("any"),
    period: date({ required: true }),
  },
  async (view, asked): Promise<readonly OverlappingAssessment[]> => {
    const fresh = { id: "", of: whatIsRated(asked), period: asked.period, supersedes: null };
    const same = (await ratedPeriods(view)).filter(({ of }) => of === fresh.of);
    const others = new Set(
      overlapsOf([...same, fresh]).flatMap(({ first, second }) =>
        first === "" ? [second] : second === "" ? [first] : [],
      ),
    );
    return same.flatMap(({ record, title, period }) =>
      others.has(record) ? [{ record, title, period }] : [],
    );
  },
);

interface Rated extends RatedPeriod {
  readonly record: RecordId;
  readonly title: LanguageText | null;
}

async function ratedPeriods(view: View): Promise<readonly Rated[]> {
  const rated: Rated[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({
      kind: "assessment",
      order: "oldest",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    for (const state of await view.glance(page.rows.map(({ id }) => id))) {
      const values = valuesOf(state);
      rated.push({
        id: state.id,
        record: state.id,
        of: whatIsRated(values),
        title: textIn(values["title"]),
        period: stringIn(values["period"]),
        supersedes: linkIn(values["supersedes"]),
      });
    }
    after = page.next;
  } while (after !== null);
  return rated;
}

function whatIsRated({ instrument, assessed, country, subject }: Values): string {
  return [instrument, assessed, assessed === "state" ? country : subject].map(stringIn).join(" ");
}
