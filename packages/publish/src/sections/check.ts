// Section 9: how a stranger checks this document, with tools that are not ours.
import type { CaseView } from "../case-view.ts";
import { createVoice, type BlockDraft } from "../sentence.ts";
import { documentThread } from "../thread.ts";

export function checkSection(_view: CaseView): readonly BlockDraft[] {
  const { say, verbatim } = createVoice(documentThread);
  return [
    {
      sentences: [
        say("report.check.hash"),
        verbatim("sha256sum FILE"),
        say("report.check.hash-means"),
        say("report.check.json"),
        verbatim("sha256sum report.json"),
        say("report.check.records"),
        say("report.check.limits"),
      ],
    },
  ];
}
