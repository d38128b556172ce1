// A consultation of the story: what people answered, with names in it, half of it closed; coded, so that a report has a matrix.
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { smallQuestionnaire } from "@tocsin/voices/fakes";
import { valuesOf } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import type { SmallWorkspace } from "../small-workspace.fake.ts";
import { textIn } from "../values.ts";
import { codesOfBook } from "../voices/codebooks.ts";
import { makeQuestionnaire } from "../voices/make-questionnaire.ts";
import { all, canary, marks, names } from "./story-words.fake.ts";

export interface Asked {
  readonly questionnaire: RecordId;
  /** Marked places in answers, of open ones and of closed ones. */
  readonly segments: readonly RecordId[];
}

/** As many as a public matrix shows. */
const asked = 12;
const open = { attribution: "role-region", quote: true, reuse: "here" };
const closed = { attribution: "none", quote: false, reuse: "here" };

export async function tellAsked(small: SmallWorkspace): Promise<Asked> {
  const { workspace } = small;
  const { record: questionnaire } = await makeQuestionnaire(workspace, {
    content: smallQuestionnaire(),
    from: "Example Organisation",
    recipients: [],
    primitives: createFakePrimitives("asked"),
  });
  const codebook = await small.make("codebook.begin", {
    title: { text: "Codes", lang: "en" },
    starter: true,
  });
  const codes = (await codesOfBook(workspace.view, codebook)).filter(
    ({ family }, at, every) =>
      (family === "risk" || family === "practice") &&
      every.findIndex((code) => code.family === family) === at,
  );
  for (let at = 0; at < asked; at += 1)
    await small.make("contribution.write", {
      questionnaire,
      carrier: "paper",
      answered: "2026-11-20",
      writtenIn: "en",
      contributor: { name: names.never, region: "Example Coast", role: "Beekeeper", contact: marks.number },
      answers: [
        {
          question: "what",
          item: 0,
          value: at % 2 === 0 ? `${canary} ${at}: ${all} wrote` : `${marks.kept} ${at}: ${all} wrote`,
          consent: at % 2 === 0 ? open : closed,
        },
      ],
    });
  const coder = { text: "Example Coder", lang: "en" };
  for (const { id, words } of await answersOf(small))
    for (const { record: code } of codes)
      await workspace.run("segment.code", {
        answer: id,
        start: 0,
        end: Array.from(words).length,
        quote: words,
        code,
        coder,
      });
  const segments = await allOf(workspace.view, "segment");
  return { questionnaire, segments: segments.map(({ id }) => id) };
}

async function answersOf(small: SmallWorkspace): Promise<readonly { id: RecordId; words: string }[]> {
  const answers = await allOf(small.workspace.view, "contributionAnswer");
  return answers.flatMap((state) => {
    const words = textIn(valuesOf(state)["words"]);
    return words === null ? [] : [{ id: state.id, words: words.text }];
  });
}
