// From the released records of a case to what a report is composed from. Nothing unreleased passes through here, but
// for the names that must be struck out.
import type { RecordId } from "@tocsin/core";
import type { ReportCase, ReportInput, ReportRelease, ReportWithheld } from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import type { CaseFile } from "./case-file.ts";
import type { ReportPlan } from "./report-plan.ts";
import {
  reportActions,
  reportDeadlines,
  reportMeasures,
  reportProceedings,
  reportSaid,
} from "./report-answers.ts";
import {
  reportCommitment,
  reportConsent,
  reportEvidence,
  reportExaminations,
  reportFinding,
  reportIncident,
  reportPerson,
  reportSource,
} from "./report-parts.ts";
import { reportText } from "./report-text.ts";
import { rootsOf } from "./same-person.ts";
import { linkIn, textIn, type Values } from "./values.ts";
import { namesWritten } from "./whom-to-name.ts";

export interface ReportHead {
  readonly language: string;
  readonly madeAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly release: ReportRelease;
  readonly organisation: string | null;
}

export function reportInputOf(file: CaseFile, plan: ReportPlan, head: ReportHead): ReportInput {
  const { language, madeAt, tool, release, organisation } = head;
  const values = (state: RecordState): Values => plan.released.get(state.id)?.values ?? {};
  const findings = file.findings.map((state) => reportFinding(state.id, values(state)));
  const same = new Map([...rootsOf(file.people), ...rootsOf(file.organisations)]);
  const involved = file.involvements.map(values).map((each) => withRoot(each, same));
  const links = file.eventLinks.map(values);
  const relations = file.relations.map(values).map((each) => withRoot(each, same));
  return {
    language,
    madeAt,
    tool,
    release,
    case: reportCase(file.case.id, values(file.case), organisation),
    incidents: file.incidents.map((state) =>
      reportIncident(state.id, values(state), { involved, findings, links, file }),
    ),
    findings,
    evidence: file.evidence.map((state) =>
      reportEvidence(state.id, values(state), plan.released.get(state.id)?.withheld ?? []),
    ),
    examinations: reportExaminations(file, values),
    people: [...file.people, ...file.organisations]
      .filter(({ id }) => same.get(id) === id)
      .map((state) => {
        const organisation = state.kind === "organisation";
        return reportPerson(state.id, values(state), { plan, involved, organisation, relations, file });
      }),
    measures: reportMeasures(file, values),
    actions: reportActions(file, values),
    proceedings: reportProceedings(file, values),
    deadlines: reportDeadlines(file, values),
    said: reportSaid(file, values),
    sources: file.sources.map((state) => reportSource(state.id, values(state))),
    commitments: file.commitments.map((state) => reportCommitment(values(state))),
    consents: file.consents.map((state) => reportConsent(state.id, values(state))),
    withheld: withheldFields(plan),
    withheldNames: withheldNames(file, plan),
  };
}

/** A part of somebody who was merged is a part of the record that stands for them. */
function withRoot(values: Values, same: ReadonlyMap<RecordId, RecordId>): Values {
  const [person, organisation] = [linkIn(values["person"]), linkIn(values["organisation"])];
  const to = linkIn(values["to"]);
  return {
    ...values,
    ...(to === null ? {} : { to: same.get(to) ?? to }),
    ...(person === null ? {} : { person: same.get(person) ?? person }),
    ...(organisation === null ? {} : { organisation: same.get(organisation) ?? organisation }),
  };
}

function reportCase(id: RecordId, values: Values, organisation: string | null): ReportCase {
  return { id, title: reportText(textIn(values["title"])), organisation };
}

/** Every form of every name that may not appear: of people, here and elsewhere, and of who stands behind evidence. */
function withheldNames(file: CaseFile, plan: ReportPlan): readonly string[] {
  const people = [...file.people, ...file.organisations].flatMap((state) => {
    const decision = plan.names.get(state.id);
    if (decision?.allowed === true) return [];
    return namesWritten(state, { isChild: decision?.reason === "child" });
  });
  const behind = [
    ...file.evidence.map((state) => ({ state, field: "obtainedBy" })),
    ...file.sources.map((state) => ({ state, field: "title" })),
    ...file.proceedings.map((state) => ({ state, field: "broughtBy" })),
  ]
    .filter(({ state, field }) => plan.released.get(state.id)?.values[field] === undefined)
    .map(({ state, field }) => textIn(valuesOf(state)[field]));
  return [
    ...new Set([
      ...people,
      ...plan.neverNamed,
      ...behind.flatMap((name) => (name === null ? [] : [name.text])),
    ]),
  ];
}

/** Fields that have a value inside and none outside, counted; the program's own and people's names apart. */
function withheldFields(plan: ReportPlan): readonly ReportWithheld[] {
  const counts = new Map<string, { readonly kind: string; readonly field: string; count: number }>();
  for (const { kind, withheld, coarsened } of plan.released.values())
    for (const field of [...withheld, ...coarsened.filter((name) => !translated.has(name))]) {
      if (hidden.has(`${kind}.${field}`) || ofProgram.has(field)) continue;
      const key = `${kind}.${field}`;
      const entry = counts.get(key) ?? { kind, field, count: 0 };
      entry.count += 1;
      counts.set(key, entry);
    }
  return [...counts.values()].map(({ kind, field, count }) => ({
    what: field === "where" ? "place" : field === "when" ? "date" : "field",
    recordKind: kind,
    field: `${kind}.${field}`,
    reason: "left-out",
    count,
  }));
}

/** Only who made them is left out, which is no fact of the case. */
const translated: ReadonlySet<string> = new Set(["titleIn", "narrativeIn", "wordsIn"]);

/** How records belong together inside. */
const ofProgram: ReadonlySet<string> = new Set(["case", "mergedInto", "notSame"]);

/** Told elsewhere in the report, or of the program alone. */
const hidden: ReadonlySet<string> = new Set([
  "case.flags",
  "case.priority",
  "case.status",
  "evidence.consentText",
  "evidence.obtainedBy",
  "evidence.original",
  "evidence.sealed",
  "organisation.name",
  "organisation.names",
  "person.flags",
  "person.name",
  "person.names",
]);
