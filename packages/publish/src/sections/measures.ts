// Laws, policies, deployments and restrictions of States and companies, each with the sources that it is known from.
import { labelsOf, type CaseView } from "../case-view.ts";
import type { ReportMeasure, ReportText } from "../report-input.ts";
import { createVoice, dateValue, labels, row, term, type BlockDraft, type RowDraft } from "../sentence.ts";
import { caseThread, sourceThread } from "../thread.ts";
import { placeSentences } from "./happened.ts";
import { translationSentences } from "./translated.ts";

export function measuresSection(view: CaseView): readonly BlockDraft[] {
  return (view.input.measures ?? []).map((measure, at) => measureBlock(view, measure, `M${at + 1}`));
}

function measureBlock(view: CaseView, measure: ReportMeasure, label: string): BlockDraft {
  const known = measure.sources.filter((source) => view.sourcesById.has(source));
  const thread =
    known.length === 0 ? caseThread(view) : known.flatMap((source) => sourceThread(view, source));
  const { quote, say } = createVoice(thread);
  const coded = (name: string, vocabulary: string, code: string | null): readonly RowDraft[] =>
    row(name, code === null ? null : say("report.answered.term", { term: term(vocabulary, code) }));
  const quoted = (name: string, text: ReportText | null): readonly RowDraft[] =>
    row(name, text === null ? null : quote(text));
  const { id, title, when, where } = measure;
  const incidents = labelsOf(view, measure.incidents, view.incidentsById);
  return {
    label,
    record: id,
    title: quote(title),
    rows: [
      ...coded("kind", "measureKinds", measure.kind),
      ...coded("measure-by", "measureActors", measure.actor),
      ...quoted("authority", measure.authority),
      ...coded("country", "countries", measure.country),
      ...row("when", when === null ? null : say("report.answered.date", { date: dateValue(when) })),
      ...row("where", ...(where === null ? [] : placeSentences(where, thread))),
      ...quoted("legal-basis", measure.legalBasis),
      ...quoted("stated-reason", measure.statedReason),
      ...row(
        "measure-words",
        measure.words === null ? null : quote(measure.words),
        ...translationSentences(measure.wordsIn, thread),
      ),
      ...quoted("technology", measure.technology),
      ...row("in", incidents.length === 0 ? null : say("report.list", { list: labels(incidents) })),
    ],
    sentences: known.length === 0 ? [say("report.said.no-source")] : [],
  };
}
