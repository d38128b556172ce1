// Section 6: the commitments that the facts are held against, in our words. Never a paragraph number.
import type { CaseView } from "../case-view.ts";
import type { ReportCommitment } from "../report-input.ts";
import type { ThreadStep } from "../report.ts";
import { createVoice, labels, row, term, terms, type BlockDraft } from "../sentence.ts";
import { caseThread, commitmentThread, documentThread, incidentThread } from "../thread.ts";

export function heldAgainstSection(view: CaseView): readonly BlockDraft[] {
  const { commitments } = view.input;
  if (commitments.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.held.none")] }];
  const { say } = createVoice(documentThread);
  return [
    {
      sentences: [
        say("report.held.our-words"),
        say("report.held.no-numbers"),
        say("report.held.not-violation"),
      ],
    },
    ...commitments.map((commitment) => commitmentBlock(view, commitment)),
  ];
}

function commitmentBlock(view: CaseView, commitment: ReportCommitment): BlockDraft {
  const thread = commitmentThread(view, commitment.id);
  const { quote, say, verbatim } = createVoice(thread);
  return {
    label: view.commitmentLabel(commitment.id),
    title: commitment.text === null ? say(`commitment.${commitment.id}.text`) : quote(commitment.text),
    mark: { kind: "standing", code: commitment.standing },
    rows: [
      ...row("instrument", verbatim(commitment.instrument)),
      ...row("addressee", addresseeSentence(commitment, thread)),
      ...row("standing", say(`report.standing-says.${commitment.standing}`)),
      ...row("known-from", ...publicationSentences(commitment, thread)),
      ...row("checked", say(commitment.checked ? "report.held.checked" : "report.held.unchecked")),
      ...row("engaged-by", ...engagedSentences(view, commitment)),
    ],
  };
}

function addresseeSentence({ addressee }: ReportCommitment, thread: readonly ThreadStep[]) {
  const { quote, say } = createVoice(thread);
  return addressee.language === "zxx"
    ? say("report.held.addressee", { addressee: term("addressees", addressee.text) })
    : quote(addressee);
}

function publicationSentences({ sources }: ReportCommitment, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  if (sources.length === 0) return [say("report.held.no-source")];
  return sources.map(({ title, url }) =>
    url === null ? say("report.held.source", { title }) : say("report.held.source-at", { title, url }),
  );
}

/** These sentences lead back to the incident and its evidence, and to the commitment. */
function engagedSentences(view: CaseView, commitment: ReportCommitment) {
  const engaged = view.incidents.filter(({ commitments }) => commitments.includes(commitment.id));
  if (engaged.length === 0)
    return [createVoice(commitmentThread(view, commitment.id)).say("report.held.not-engaged")];
  return engaged.map((incident) =>
    createVoice([...incidentThread(view, incident.id), ...commitmentThread(view, commitment.id)]).say(
      incident.acts.length > 0 ? "report.held.engaged" : "report.held.engaged-bare",
      { label: labels([view.label(incident.id)]), acts: terms("acts", incident.acts) },
    ),
  );
}
