import { appliesIn, type Instrument } from "@tocsin/assess";
import {
  assessmentKind,
  code,
  command,
  create,
  date,
  integer,
  link,
  RecordsError,
  string,
  text,
  type View,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { offeredInstrument } from "../assessing/instruments.ts";
import { commitmentsByReference } from "../engagements.ts";
import { stateOf } from "../state-of.ts";

/** Kinds of record that can be what is assessed. */
const subjectKinds: Readonly<Record<string, string | null>> = {
  state: null,
  company: "organisation",
  measure: "measure",
  proceeding: "proceeding",
};

/**
 * Begins to rate something by an instrument, in its newest version unless `edition` says another one. `assessed` may be left
 * out where the instrument is for one kind of thing. Throws `records.not-found`, and `records.bad-input` for a thing that it
 * is not for.
 */
export const assessmentBegin = command(
  "assessment.begin",
  {
    instrument: string({ required: true }),
    title: text({ required: true }),
    edition: integer(),
    assessed: code("assessedKinds"),
    country: code("countries"),
    subject: link("any"),
    period: date({ required: true }),
    statedReasons: text({ multiline: true }),
    supersedes: link("assessment"),
  },
  async (view, { edition, assessed, ...said }, { registry, newId }) => {
    const { instrument, record } = await offeredInstrument(view, said.instrument, edition);
    const kind = assessed ?? onlySubject(instrument);
    if (!instrument.subjects.some((each) => each === kind)) throw refused("the instrument is not for this");
    await checkSubject(view, kind, said);
    if (said.supersedes !== undefined) await stateOf(view, said.supersedes, "assessment");
    const values = {
      ...said,
      edition: instrument.version,
      ...(record === null ? {} : { form: record }),
      assessed: kind,
      commitments: await commitmentsByReference(
        view,
        instrument.commitments.filter((each) => appliesIn(each, said.country)),
      ),
    };
    return [
      create(assessmentKind, values, { record: newId(), act: "assessment.begin", isCode: registry.isCode }),
    ];
  },
);

function onlySubject({ subjects }: Instrument): string {
  const [first, ...others] = subjects;
  if (first === undefined || others.length > 0) throw refused("it is for several kinds of thing: say which");
  return first;
}

async function checkSubject(
  view: View,
  kind: string,
  { country, subject }: { readonly country?: string; readonly subject?: RecordId },
): Promise<void> {
  const recordKind = subjectKinds[kind] ?? null;
  if (recordKind === null && country === undefined) throw refused("no country is named");
  if (recordKind !== null && subject === undefined) throw refused(`no ${recordKind} is named`);
  if (recordKind !== null && subject !== undefined) await stateOf(view, subject, recordKind);
}

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot begin assessment: ${state}`);
}
