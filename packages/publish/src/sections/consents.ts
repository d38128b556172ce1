// Section 8: the consents under which names and evidence stand here.
import { parseEdtf } from "@tocsin/core";
import type { CaseView } from "../case-view.ts";
import type { ReportConsent } from "../report-input.ts";
import type { ThreadStep } from "../report.ts";
import { createVoice, dateValue, labels, row, terms, type BlockDraft } from "../sentence.ts";
import { caseThread, consentThread } from "../thread.ts";

export function consentsSection(view: CaseView): readonly BlockDraft[] {
  if (view.input.consents.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.consents.none")] }];
  return view.input.consents.map((consent) => consentBlock(view, consent));
}

function consentBlock(view: CaseView, consent: ReportConsent): BlockDraft {
  const thread = consentThread(view, consent.id);
  const { say } = createVoice(thread);
  const { person, uses } = consent;
  return {
    label: view.label(consent.id),
    record: consent.id,
    title:
      person !== null && view.peopleById.has(person)
        ? say("report.consent.title", { label: labels([view.label(person)]) })
        : say("report.consent.title-bare"),
    rows: [
      ...row(
        "uses",
        uses.length > 0
          ? say("report.list", { list: terms("consentUses", uses) })
          : say("report.consent.no-uses"),
      ),
      ...row("names-to-government", say(answerKey(consent.namesToGovernment))),
      ...row("names-published", say(answerKey(consent.namesPublished))),
      ...row("given", dateOr(consent.givenAt, thread)),
      ...row("until", untilSentence(view, consent, thread)),
      ...row(
        "withdrawn",
        consent.withdrawnAt === null
          ? null
          : say("report.consent.withdrawn", { date: dateValue(consent.withdrawnAt) }),
      ),
    ],
  };
}

function answerKey(answer: boolean | null): string {
  if (answer === null) return "report.consent.not-asked";
  return answer ? "report.consent.yes" : "report.consent.no";
}

function dateOr(date: string | null, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  return date === null ? say("report.date.unknown") : say("report.consent.given", { date: dateValue(date) });
}

function untilSentence(view: CaseView, { until }: ReportConsent, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  if (until === null) return say("report.consent.no-end");
  const { latest } = parseEdtf(until);
  const ended = latest !== null && latest < (parseEdtf(view.input.madeAt).earliest ?? 0);
  return say(ended ? "report.consent.ended" : "report.consent.until", { date: dateValue(until) });
}
