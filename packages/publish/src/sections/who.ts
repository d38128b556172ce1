// Section 5: who takes part, and whom we know it from: names where consent covers them, else that they are withheld.
import { labelsOf, type CaseView } from "../case-view.ts";
import type { ReportName, ReportPerson, ReportSource } from "../report-input.ts";
import type { Mark, ThreadStep } from "../report.ts";
import { createVoice, labels, row, term, terms, type BlockDraft } from "../sentence.ts";
import { caseThread, personThread, shownName, sourceThread } from "../thread.ts";

export function whoSection(view: CaseView): readonly BlockDraft[] {
  const { people, sources } = view.input;
  if (people.length + sources.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.who.none")] }];
  return [
    ...people.map((person) => personBlock(view, person)),
    ...sources.map((source) => sourceBlock(view, source)),
  ];
}

function personBlock(view: CaseView, person: ReportPerson): BlockDraft {
  const thread = personThread(view, person.id);
  const { say } = createVoice(thread);
  const incidents = view.incidents
    .filter(({ people }) => people.some((one) => one.person === person.id))
    .map(({ id }) => id);
  return {
    label: view.label(person.id),
    record: person.id,
    ...namePart(person.name, thread),
    rows: [
      ...row(
        "roles",
        person.roles.length > 0 ? say("report.list", { list: terms("roles", person.roles) }) : null,
      ),
      ...row(
        "in",
        incidents.length > 0
          ? say("report.list", { list: labels(labelsOf(view, incidents, view.incidentsById)) })
          : null,
      ),
      ...row(
        "related",
        ...(person.relations ?? [])
          .filter(({ to }) => view.peopleById.has(to))
          .map(({ relation, to }) =>
            say("report.who.related", {
              relation: term("relations", relation),
              label: labels([view.label(to)]),
            }),
          ),
      ),
      ...row("consent", consentSentence(view, person, thread)),
    ],
  };
}

function sourceBlock(view: CaseView, source: ReportSource): BlockDraft {
  const thread = sourceThread(view, source.id);
  const { say, verbatim } = createVoice(thread);
  const { reliability, credibility, url } = source;
  return {
    label: view.label(source.id),
    record: source.id,
    ...namePart(source.name, thread),
    rows: [
      ...row(
        "source-kind",
        source.kind === null ? null : say("report.source.kind", { kind: term("sourceKinds", source.kind) }),
      ),
      ...row(
        "reliability",
        reliability === null
          ? say("report.source.reliability-unknown")
          : say("report.source.rated", { rating: term("reliability", reliability) }),
      ),
      ...row(
        "credibility",
        credibility === null
          ? say("report.source.credibility-unknown")
          : say("report.source.rated", { rating: term("credibility", credibility) }),
      ),
      ...row("address", url === null || !source.name.shown ? null : verbatim(url)),
    ],
  };
}

function namePart(name: ReportName, thread: readonly ThreadStep[]): Pick<BlockDraft, "title" | "mark"> {
  const { say, quote } = createVoice(thread);
  if (!name.shown)
    return {
      title: say("report.name.withheld"),
      mark: { kind: "withheld", code: name.reason } satisfies Mark,
    };
  const [first] = name.names;
  if (name.names.length === 1 && first) return { title: quote(first) };
  return { title: say("report.name.shown", { name: shownName(name) ?? "" }) };
}

function consentSentence(view: CaseView, person: ReportPerson, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  const consents = view.input.consents.filter((one) => one.person === person.id || one.id === person.consent);
  if (consents.length === 0) return say("report.who.no-consent");
  return say("report.list", { list: labels(consents.map(({ id }) => view.label(id))) });
}
