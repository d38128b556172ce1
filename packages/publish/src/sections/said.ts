// What was said: a body's own words first, what others tell of them after, and whether the two differ.
import type { CaseView } from "../case-view.ts";
import type { ReportSaid, ReportStatement } from "../report-input.ts";
import { createVoice, dateValue, row, type BlockDraft, type RowDraft } from "../sentence.ts";
import { caseThread, sourceThread } from "../thread.ts";
import { translationSentences } from "./translated.ts";

export function saidSection(view: CaseView): readonly BlockDraft[] {
  return (view.input.said ?? []).map((group, at) => saidBlock(view, group, `T${at + 1}`));
}

function saidBlock(view: CaseView, group: ReportSaid, label: string): BlockDraft {
  const { quote, say } = createVoice(caseThread(view));
  return {
    label,
    title: group.cited === null ? say("report.said.somebody") : quote(group.cited),
    rows: [
      ...row("topic", group.topic === null ? null : quote(group.topic)),
      ...group.own.flatMap((each) => statementRow(view, "own-words", each)),
      ...group.reported.flatMap((each) => statementRow(view, "told", each)),
    ],
    sentences: [say(`report.said.${group.standing}`)],
  };
}

function statementRow(view: CaseView, name: string, statement: ReportStatement): readonly RowDraft[] {
  const { words, wordsIn, said, source } = statement;
  const thread = source === null ? caseThread(view) : sourceThread(view, source);
  const { quote, say } = createVoice(thread);
  return row(
    name,
    words === null ? say("report.said.withheld") : quote(words),
    ...translationSentences(wordsIn, thread),
    said === null ? null : say("report.answered.date", { date: dateValue(said) }),
    source === null ? say("report.said.no-source") : null,
  );
}
