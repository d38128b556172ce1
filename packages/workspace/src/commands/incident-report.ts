// A report of an attack becomes an incident in one act: what was answered stands in it as it was answered, with the sealed file, a
// source that wants protection, and a consent that allows nothing that nobody was asked about. Answers that were taken back, or may
// be kept no longer, stay out.
import { engagedCommitments } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  caseKind,
  command,
  consentKind,
  create,
  incidentKind,
  link,
  RecordsError,
  sourceKind,
  text,
  valuesOf,
  type Operation,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { stateOf } from "../state-of.ts";
import { codesIn, linkIn, stringIn, textIn, type Values } from "../values.ts";
import { askedBy } from "../voices/asked.ts";
import { dayOf } from "../voices/release-purpose.ts";

const act = "incident.report";

/**
 * Written records, in this order: the case unless `case` names one, the source, the consent, the incident. Throws
 * `records.not-found`, and `records.bad-input` for what is no report of an attack, for one of which nothing may be used any more,
 * and for one whose file an incident rests on already.
 */
export const incidentReport = command(
  act,
  { contribution: link("contribution", { required: true }), case: link("case"), title: text() },
  async (view, input, { registry, newId, now }): Promise<readonly Operation[]> => {
    const state = await stateOf(view, input.contribution, "contribution");
    const report = await reportIn(view, state, { day: dayOf(now()), registry });
    if (input.case !== undefined) await stateOf(view, input.case, "case");
    const [caseId, source] = [input.case ?? newId(), newId()];
    const title = input.title ?? report.reference;
    const options = { act, isCode: registry.isCode };
    const commitments = await commitmentsByReference(view, engagedCommitments(report.acts));
    const { acts, evidence, given, told } = report;
    const opened = { title, status: "open", opened: dayOf(now()) };
    return [
      ...(input.case === undefined ? [create(caseKind, opened, { ...options, record: caseId })] : []),
      create(
        sourceKind,
        {
          title: report.reference,
          protection: true,
          case: caseId,
          evidence,
          ...(given === null ? {} : { date: given }),
        },
        { ...options, record: source },
      ),
      create(
        consentKind,
        {
          scope: report.reference,
          case: caseId,
          namesToGovernment: false,
          namesPublished: false,
          language: report.language,
          ...(given === null ? {} : { given }),
          ...(report.until === null ? {} : { until: report.until }),
        },
        { ...options, record: newId() },
      ),
      create(
        incidentKind,
        { title, acts, status: "reported", case: caseId, sources: [source], evidence, commitments, ...told },
        { ...options, record: newId() },
      ),
    ];
  },
);

interface Report {
  /** The receipt number: it names nobody. */
  readonly reference: { readonly text: string; readonly lang: string };
  readonly language: string;
  readonly given: string | null;
  readonly until: string | null;
  readonly acts: readonly string[];
  readonly evidence: readonly RecordId[];
  readonly told: Readonly<Record<string, string | { readonly text: string; readonly lang: string }>>;
}

interface Reading {
  readonly day: string;
  readonly registry: Registry;
}

async function reportIn(view: View, state: RecordState, { day, registry }: Reading): Promise<Report> {
  const values = valuesOf(state);
  const asked = await askedBy(view, linkIn(values["questionnaire"]));
  if (asked?.purpose !== "attack-report") throw refused("it is no report of an attack");
  const original = linkIn(values["original"]);
  if (
    original !== null &&
    (await view.linkedIds(original, { kind: "incident", field: "evidence" })).length > 0
  )
    throw refused("an incident rests on it already");
  const all = (await view.linked(state.id, { kind: "contributionAnswer", field: "contribution" })).map(
    valuesOf,
  );
  const answers = all.filter((each) => each["withdrawn"] === undefined && !(lastDay(each) < day));
  if (answers.length === 0) throw refused("nothing of it may be used any more");
  const untils = answers.map(lastDay).filter((each) => each !== unending);
  return {
    reference: { text: stringIn(values["reference"]) ?? "", lang: "zxx" },
    language: stringIn(values["writtenIn"]) ?? "und",
    given: stringIn(values["answered"]),
    until: untils.toSorted()[0] ?? null,
    evidence: original === null ? [] : [original],
    ...toldIn(answers, registry),
  };
}

/** What was answered, as it was answered. */
function toldIn(answers: readonly Values[], registry: Registry): Pick<Report, "acts" | "told"> {
  const answerTo = (question: string): Values =>
    answers.find((each) => stringIn(each["question"]) === question) ?? {};
  const chosen = (question: string, vocabulary: string): readonly string[] =>
    codesIn(answerTo(question)["chosen"]).filter((code) => registry.isCode(vocabulary, code));
  const when = stringIn(answerTo("when")["day"]);
  const narrative = textIn(answerTo("story")["words"]);
  const defenceGrounds = textIn(answerTo("defence-grounds")["words"]);
  const [defence] = chosen("defence", "defenceLinks");
  return {
    acts: chosen("acts", "acts"),
    told: {
      ...(when === null ? {} : { when }),
      ...(narrative === null ? {} : { narrative }),
      ...(defence === undefined ? {} : { defence }),
      ...(defenceGrounds === null ? {} : { defenceGrounds }),
    },
  };
}

const unending = "9999-12-31";

function lastDay(values: Values): string {
  return stringIn(values["until"]) ?? unending;
}

function refused(why: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot make incident: ${why} (contribution)`, {
    details: { field: "contribution" },
  });
}
