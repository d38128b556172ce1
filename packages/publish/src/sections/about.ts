// Section 1: what this document is, and what it is not.
import type { CaseView } from "../case-view.ts";
import { createVoice, dateValue, term, type BlockDraft } from "../sentence.ts";
import { documentThread, releaseThread } from "../thread.ts";

export function aboutSection(view: CaseView): readonly BlockDraft[] {
  const { input } = view;
  const { say } = createVoice(documentThread);
  return [
    {
      sentences: [
        input.case.organisation === null
          ? say("report.about.made", { date: dateValue(input.madeAt) })
          : say("report.about.made-by", {
              organisation: input.case.organisation,
              date: dateValue(input.madeAt),
            }),
        say("report.about.alleged"),
        say("report.about.automatic"),
        say("report.about.not-verdict"),
      ],
    },
    { sentences: withheldSentences(view) },
    { sentences: [say("report.about.thread")] },
  ];
}

/** What is kept back is said here, in numbers and reasons, never by what it is. */
function withheldSentences(view: CaseView): NonNullable<BlockDraft["sentences"]> {
  const { input, struck } = view;
  const { say } = createVoice(releaseThread(view));
  const hidden = [...input.people, ...input.sources].filter(({ name }) => !name.shown).length;
  const items = input.withheld.map(({ what, recordKind, field, reason, count }) =>
    say(`report.withheld.${what}`, {
      count,
      kind: term("kind", recordKind, ".one"),
      field: field === null ? "" : { kind: "term", key: field, code: field },
      reason: term("report.reason", reason, ""),
    }),
  );
  const names = hidden > 0 ? say("report.about.names-withheld", { count: hidden }) : null;
  const texts = struck > 0 ? say("report.about.names-struck", { count: struck }) : null;
  const said = [names, texts, ...items].filter((sentence) => sentence !== null);
  return [
    say("report.about.release", { audience: term("audiences", input.release.audience) }),
    ...(said.length > 0 ? said : [say("report.about.nothing-withheld")]),
  ];
}
