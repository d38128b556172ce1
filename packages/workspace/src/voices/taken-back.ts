// What was taken back: answers that nobody may use any more, found by the tables without reading the others, and who contributed
// to a questionnaire without having taken all of it back.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import { contributorsTo, type Contributor } from "./contributors.ts";

const pageOf = 250;

/** Of every questionnaire: answer to contribution. */
export async function answersTakenBack(view: View): Promise<ReadonlyMap<RecordId, RecordId | null>> {
  const found = new Map<RecordId, RecordId | null>();
  let after: string | null = null;
  do {
    // Those that have a day of it come first, and the first one without ends the walk.
    const page = await view.list({
      kind: "contributionAnswer",
      by: "withdrawn",
      order: "oldest",
      limit: pageOf,
      ...(after === null ? {} : { after }),
    });
    const states = (await view.glance(page.rows.map(({ id }) => id))).map(
      (state) => [state.id, valuesOf(state)] as const,
    );
    const taken = states.filter(([, values]) => values["withdrawn"] !== undefined);
    for (const [id, values] of taken) found.set(id, linkIn(values["contribution"]));
    after = taken.length === page.rows.length ? page.next : null;
  } while (after !== null);
  return found;
}

/** Codings of answers that were taken back. */
export async function codingsTakenBack(
  view: View,
  answers: Iterable<RecordId>,
): Promise<ReadonlySet<RecordId>> {
  const found = await view.leadingTo([...answers]);
  return new Set(found.flatMap(({ kind, from }) => (kind === "coding" ? [from] : [])));
}

export interface StandingContributors {
  readonly contributors: ReadonlyMap<RecordId, Contributor>;
  /** Codings that count for nothing: their answer was taken back. */
  readonly takenBack: ReadonlySet<RecordId>;
}

/** Whoever took back every answer did not contribute. */
export async function standingContributors(
  view: View,
  questionnaire: RecordId,
): Promise<StandingContributors> {
  const contributors = await contributorsTo(view, questionnaire);
  const answers = [...(await answersTakenBack(view))].filter(
    ([, contribution]) => contribution !== null && contributors.has(contribution),
  );
  const gone = new Set(answers.map(([answer]) => answer));
  const touched = [...new Set(answers.flatMap(([, contribution]) => contribution ?? []))];
  const stay = new Set(
    (await view.leadingTo(touched)).flatMap(({ kind, from, to }) =>
      kind === "contributionAnswer" && !gone.has(from) ? [to] : [],
    ),
  );
  const leftWholly = new Set(touched.filter((contribution) => !stay.has(contribution)));
  return {
    contributors: new Map([...contributors].filter(([contribution]) => !leftWholly.has(contribution))),
    takenBack: await codingsTakenBack(view, gone),
  };
}
