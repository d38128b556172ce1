// What was done about it, and what goes on in court. A deadline that nobody confirmed is called unconfirmed.
import type { CaseView } from "../case-view.ts";
import type { ReportAction, ReportDeadline, ReportProceeding, ReportText } from "../report-input.ts";
import { createVoice, dateValue, row, term, terms, type BlockDraft, type RowDraft } from "../sentence.ts";
import { caseThread } from "../thread.ts";

export function answeredSection(view: CaseView): readonly BlockDraft[] {
  const { actions = [], proceedings = [], deadlines = [] } = view.input;
  return [
    ...actions.map((action, at) => actionBlock(view, action, `A${at + 1}`)),
    ...proceedings.map((proceeding, at) => proceedingBlock(view, proceeding, `L${at + 1}`)),
    ...deadlines.map((deadline, at) => deadlineBlock(view, deadline, `D${at + 1}`)),
  ];
}

function actionBlock(view: CaseView, action: ReportAction, label: string): BlockDraft {
  const voice = createVoice(caseThread(view));
  const { quote, say } = voice;
  const { id, title, kind, addressee, sent, result, replied, reply, reprisal } = action;
  return {
    label,
    record: id,
    title: quote(title),
    rows: [
      ...coded(view, "kind", { vocabulary: "actionKinds", code: kind }),
      ...quoted("to", addressee, view),
      ...row("sent", sent === null ? null : say("report.answered.date", { date: dateValue(sent) })),
      ...coded(view, "result", { vocabulary: "actionResults", code: result }),
      ...row("replied", replied === null ? null : say("report.answered.date", { date: dateValue(replied) })),
      ...quoted("reply", reply, view),
    ],
    sentences: [
      ...(replied === null && reply === null ? [say("report.answered.no-reply")] : []),
      ...(reprisal === true ? [say("report.answered.reprisal")] : []),
    ],
  };
}

function proceedingBlock(view: CaseView, proceeding: ReportProceeding, label: string): BlockDraft {
  const { quote, say } = createVoice(caseThread(view));
  const {
    id,
    title,
    kind,
    stage,
    charges,
    forum,
    filed,
    outcome,
    outcomeWords = null,
    hearings,
  } = proceeding;
  return {
    label,
    record: id,
    title: quote(title),
    rows: [
      ...coded(view, "kind", { vocabulary: "proceedingKinds", code: kind }),
      ...quoted("forum", forum, view),
      ...row(
        "charges",
        charges.length === 0 ? null : say("report.list", { list: terms("chargeFamilies", charges) }),
      ),
      ...coded(view, "stage", { vocabulary: "proceedingStages", code: stage }),
      ...row("filed", filed === null ? null : say("report.answered.date", { date: dateValue(filed) })),
      ...coded(view, "outcome", { vocabulary: "outcomes", code: outcome }),
      ...quoted("outcome-words", outcomeWords, view),
      ...row(
        "hearings",
        ...hearings.flatMap(({ when, result = null }) => [
          when === null ? say("report.date.unknown") : say("report.answered.date", { date: dateValue(when) }),
          result === null ? null : quote(result),
        ]),
      ),
    ],
  };
}

function deadlineBlock(view: CaseView, deadline: ReportDeadline, label: string): BlockDraft {
  const { quote, say } = createVoice(caseThread(view));
  const { id, title, due, zone, rule, ruleSource, isConfirmed } = deadline;
  const day =
    due === null
      ? say("report.date.unknown")
      : zone === null
        ? say("report.answered.date", { date: dateValue(due) })
        : say("report.answered.due", { date: dateValue(due), zone });
  return {
    label,
    record: id,
    ...(title === null ? {} : { title: quote(title) }),
    rows: [...row("due", day), ...quoted("rule", rule, view), ...quoted("rule-source", ruleSource, view)],
    sentences: [say(isConfirmed ? "report.answered.confirmed" : "report.answered.unconfirmed")],
  };
}

function coded(
  view: CaseView,
  name: string,
  { vocabulary, code }: { readonly vocabulary: string; readonly code: string | null },
): readonly RowDraft[] {
  const { say } = createVoice(caseThread(view));
  return row(name, code === null ? null : say("report.answered.term", { term: term(vocabulary, code) }));
}

function quoted(name: string, text: ReportText | null, view: CaseView): readonly RowDraft[] {
  return row(name, text === null ? null : createVoice(caseThread(view)).quote(text));
}
