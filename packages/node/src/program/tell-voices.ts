// Tells the example's consultation by the road that people take: a questionnaire is made, what came on paper or was said at a
// workshop is written in, and two coders read it. Each stretch is written together, because every act is made durable by itself.
import type { JsonObject, RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { loadBuiltInQuestionnaire, questionnaireToJson, starterCodes } from "@tocsin/voices";
import { makeQuestionnaire, type Workspace } from "@tocsin/workspace";
import { createNodePrimitives } from "../crypto/primitives.ts";
import type { ToldContribution, ToldSentence, ToldVoices } from "./read-voices.ts";
import type { Together } from "./run-together.ts";

export interface VoicesParts {
  readonly workspace: Workspace;
  readonly together: Together;
}

export interface VoicesMade {
  readonly questionnaire: RecordId;
  readonly codebook: RecordId;
}

const lang = "en";

/** Null without a questionnaire in the program. */
export async function tellVoices(parts: VoicesParts, told: ToldVoices): Promise<VoicesMade | null> {
  const { workspace, together } = parts;
  const asked = await loadBuiltInQuestionnaire("defenders-and-technology");
  if (asked === null) return null;
  const { record: questionnaire } = await makeQuestionnaire(workspace, {
    content: questionnaireToJson(asked),
    from: told.asker,
    recipients: [],
    primitives: createNodePrimitives(),
  });
  const contributions = await together(
    "contribution.write",
    told.contributions.map((each) => writtenIn(each, { questionnaire, typist: told.coders[0] ?? "" })),
  );
  const begun = await workspace.run("codebook.begin", {
    title: { text: "Codes of the example (invented)", lang },
    starter: true,
  });
  const [codebook, ...codes] = begun.records;
  if (codebook === undefined) return null;
  const codesByTitle = new Map(starterCodes(lang).map(({ title }, at) => [title.text, codes[at]]));
  const answers = await answersOf(workspace, questionnaire);
  const toCode = told.contributions.flatMap((each, at) =>
    each.answers.flatMap(([question, sentences]) => {
      const answer = answers.get(`${contributions[at] ?? ""} ${question}`);
      return answer === undefined ? [] : [{ at, answer, sentences }];
    }),
  );
  for (const [turn, coder] of told.coders.entries()) {
    const own = turn === 0 ? toCode : toCode.filter(({ at }) => at < told.sample);
    const name = { text: coder, lang: "zxx" };
    await together(
      "segment.code",
      own.flatMap(({ answer, sentences }) =>
        stretchesOf(sentences).flatMap(({ sentence, ...stretch }): readonly JsonObject[] => {
          const code = codesByTitle.get(sentence.code);
          if (code === undefined || (turn > 0 && told.unseen.has(sentence.name))) return [];
          return [{ answer, ...stretch, code, coder: name }];
        }),
      ),
    );
    await readAll(parts, { codebook, coder: name, answers: own.map(({ answer }) => answer) });
  }
  await takeBack(parts, told, toCode);
  return { questionnaire, codebook };
}

function writtenIn(
  { language, group, role, consent, narrower, answers }: ToldContribution,
  { questionnaire, typist }: { readonly questionnaire: RecordId; readonly typist: string },
): JsonObject {
  const { attribution } = consent;
  const contributor = {
    region: group.region,
    ...(attribution === "role-region" ? { role } : {}),
    ...(attribution === "organisation"
      ? { organisation: `Example Group of ${group.region} (invented)` }
      : {}),
    ...(attribution === "name" ? { name: "Example Person (invented)" } : {}),
  };
  return {
    questionnaire,
    carrier: group.workshop === null ? "paper" : "workshop",
    answered: group.day,
    writtenIn: language,
    contributor,
    typedBy: { text: typist, lang: "zxx" },
    ...(group.workshop === null ? {} : { workshop: { text: group.workshop, lang } }),
    answers: [
      { question: "seen", value: "yes", consent: { ...consent } },
      ...answers.map(([question, sentences]) => ({
        question,
        ...(question === "attack-what" ? { item: 0 } : {}),
        value: sentences.map(({ text }) => text).join(" "),
        consent: question === "attack-what" ? { ...narrower } : { ...consent },
      })),
    ],
  };
}

/** By contribution and name of the question. */
async function answersOf(
  { view }: Workspace,
  questionnaire: RecordId,
): Promise<ReadonlyMap<string, RecordId>> {
  const found = await view.glanceLinked([questionnaire], {
    kind: "contributionAnswer",
    field: "questionnaire",
  });
  return new Map(
    (found.get(questionnaire) ?? []).flatMap((state) => {
      const { contribution, question } = valuesOf(state);
      if (typeof contribution !== "string" || typeof question !== "string") return [];
      return [[`${contribution} ${question}`, state.id] as const];
    }),
  );
}

interface Stretch {
  readonly sentence: ToldSentence;
  /** In code points. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function stretchesOf(sentences: readonly ToldSentence[]): readonly Stretch[] {
  let start = 0;
  return sentences.map((sentence) => {
    const stretch = { sentence, start, end: start + [...sentence.text].length, quote: sentence.text };
    start = stretch.end + 1;
    return stretch;
  });
}

interface Reading {
  readonly codebook: RecordId;
  readonly coder: JsonObject;
  readonly answers: readonly RecordId[];
}

/** The first one begins the sheet that the others go on with. */
async function readAll({ together }: VoicesParts, { answers, ...of }: Reading): Promise<void> {
  const [first, ...others] = answers.map((answer) => ({ answer, ...of }));
  if (first === undefined) return;
  await together("coding.read", [first]);
  await together("coding.read", others);
}

async function takeBack(
  { together }: VoicesParts,
  { withdrawn }: ToldVoices,
  answers: readonly { readonly at: number; readonly answer: RecordId }[],
): Promise<void> {
  await together(
    "record.change",
    answers
      .filter(({ at }) => withdrawn.includes(at))
      .map(({ answer }) => ({ record: answer, patch: { withdrawn: { set: "2026-07-01" } } })),
  );
}
