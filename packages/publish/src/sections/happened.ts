// Section 2: what happened. Incidents in order of date, each with how well it is established.
import type { CaseView } from "../case-view.ts";
import { labelsOf } from "../case-view.ts";
import type { ReportIncident } from "../report-input.ts";
import type { ThreadStep } from "../report.ts";
import {
  createVoice,
  dateValue,
  labels,
  row,
  term,
  terms,
  type BlockDraft,
  type RowDraft,
} from "../sentence.ts";
import { caseThread, incidentThread } from "../thread.ts";
import { translationSentences } from "./translated.ts";

export function happenedSection(view: CaseView): readonly BlockDraft[] {
  if (view.incidents.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.happened.none")] }];
  return view.incidents.map((incident) => incidentBlock(view, incident));
}

function incidentBlock(view: CaseView, incident: ReportIncident): BlockDraft {
  const thread = incidentThread(view, incident.id);
  const { quote, say } = createVoice(thread);
  return {
    label: view.label(incident.id),
    record: incident.id,
    title: quote(incident.title),
    mark: { kind: "status", code: incident.status },
    rows: incidentRows(view, incident, thread),
    sentences: [
      ...statusSentences(incident, thread),
      ...(incident.narrative === null ? [] : [say("report.incident.narrative"), quote(incident.narrative)]),
      ...translationSentences(incident.narrativeIn, thread),
    ],
  };
}

function incidentRows(
  view: CaseView,
  incident: ReportIncident,
  thread: readonly ThreadStep[],
): readonly RowDraft[] {
  const { say } = createVoice(thread);
  const { when, where, mode, acts, commitments } = incident;
  const rests = [
    ...labelsOf(view, incident.findings, view.findingsById),
    ...labelsOf(view, incident.evidence, view.evidenceById),
    ...labelsOf(view, incident.sources, view.sourcesById),
  ];
  const people = incident.people
    .filter(({ person }) => view.peopleById.has(person))
    .flatMap(({ person, role, attribution }) => [
      say("report.incident.person", { label: labels([view.label(person)]), role: term("roles", role) }),
      ...(attribution === undefined
        ? []
        : [say(`report.attributed.${attribution ?? "none"}`, { label: labels([view.label(person)]) })]),
    ]);
  return [
    ...row("title-in", ...translationSentences(incident.titleIn, thread)),
    ...row(
      "when",
      when === null ? say("report.date.unknown") : say("report.incident.when", { date: dateValue(when) }),
    ),
    ...row("where", ...(where === null ? [say("report.place.unknown")] : placeSentences(where, thread))),
    ...row("acts", acts.length > 0 ? say("report.incident.acts", { acts: terms("acts", acts) }) : null),
    ...row("mode", mode === null ? null : say(`report.mode.${mode}`)),
    ...row("people", ...people),
    ...row("linked", ...linkedSentences(view, incident, thread)),
    ...row("rests-on", rests.length > 0 ? say("report.list", { list: labels(rests) }) : null),
    ...row("held-against", ...heldSentences(view, commitments, thread)),
  ];
}

/** Each with its words where Tocsin has words for it; of others the entry has them. */
function heldSentences(view: CaseView, ids: readonly string[], thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  const held = view.input.commitments.filter(({ id }) => ids.includes(id));
  const own = held.filter(({ text }) => text !== null).map(({ id }) => view.commitmentLabel(id));
  return [
    ...held.flatMap(({ id, text }) =>
      text === null
        ? [
            say("report.held.named", {
              label: labels([view.commitmentLabel(id)]),
              words: term("commitment", id),
            }),
          ]
        : [],
    ),
    ...(own.length > 0 ? [say("report.list", { list: labels(own) })] : []),
  ];
}

/** Only to incidents that are in this release. */
function linkedSentences(view: CaseView, { links = [] }: ReportIncident, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  return links
    .filter(({ to }) => view.incidentsById.has(to))
    .map(({ link, to }) =>
      say("report.incident.linked", { link: term("eventLinks", link), label: labels([view.label(to)]) }),
    );
}

/** Its names as they were written down, and the country in words of the reader's language. */
export function placeSentences(where: NonNullable<ReportIncident["where"]>, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  const key = where.precision === "unknown" ? "report.place.vague" : `report.place.${where.precision}`;
  const country = where.country ?? null;
  if (country === null) return [say(key, { place: where.label.text })];
  const named = term("countries", country);
  return where.label.text === ""
    ? [say(key, { place: named })]
    : [say(key, { place: where.label.text }), say("report.answered.term", { term: named })];
}

/** How well it is established; weak support is called weak. */
function statusSentences(incident: ReportIncident, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  const { status, sourceCount: count, confirmedBy } = incident;
  const bare = count === 0 && incident.findings.length === 0 && incident.evidence.length === 0;
  return [
    status === "confirmed" && confirmedBy !== undefined
      ? say("report.status.confirmed-by", { body: confirmedBy })
      : say(`report.status.${status}`),
    bare ? say("report.incident.bare") : say("report.incident.sources", { count }),
    ...(status === "corroborated" && count < 2 ? [say("report.incident.weak-corroboration", { count })] : []),
    ...(status === "confirmed" && confirmedBy === undefined
      ? [say("report.incident.unnamed-confirmation")]
      : []),
  ];
}
