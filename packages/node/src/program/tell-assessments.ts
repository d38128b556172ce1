// Tells the example's assessments by the commands that raters use: begun, answered on two sheets, closed, settled, replied to,
// finished. Each stretch of all of them is written together, because every act is made durable by itself.
import type { Json, JsonObject, RecordId } from "@tocsin/core";
import type { InstrumentPage, Workspace } from "@tocsin/workspace";
import type { Together } from "./run-together.ts";
import type { ToldAssessment, ToldAssessments } from "./read-assessments.ts";

export interface AssessmentParts {
  readonly workspace: Workspace;
  readonly together: Together;
  /** Id of what the story calls so. */
  readonly recordOf: (key: string) => RecordId;
}

const lang = "en";
const zone = "Europe/Zurich";
/** Over by the time that anybody makes the example. */
const replyDay = "2026-03-31";

interface Begun {
  readonly told: ToldAssessment;
  readonly assessment: RecordId;
  readonly questions: readonly string[];
  readonly ratings: readonly RecordId[];
}

/** Throws `RangeError` where there are not as many answers as the instrument has questions. */
export async function tellAssessments(parts: AssessmentParts, told: ToldAssessments): Promise<void> {
  const { together } = parts;
  const begun = await begin(parts, told);
  await answer(together, begun, told);
  await together(
    "rating.close",
    begun.flatMap(({ ratings }) => ratings.map((rating) => ({ rating }))),
  );
  await settle(together, begun, told);
  await reply(together, begun);
  await together(
    "assessment.finish",
    begun.map(({ assessment }) => ({ assessment })),
  );
}

async function begin(
  { workspace, together, recordOf }: AssessmentParts,
  { raters, assessments }: ToldAssessments,
): Promise<readonly Begun[]> {
  const questionsOf = await askQuestions(
    workspace,
    assessments.map(({ instrument }) => instrument),
  );
  const ids = await together(
    "assessment.begin",
    assessments.map(({ begin: { subject, title = "", ...rest } }) => ({
      ...rest,
      title: said(title),
      ...(typeof subject === "string" ? { subject: recordOf(subject) } : {}),
    })),
  );
  const ratings = await together(
    "rating.begin",
    ids.flatMap((assessment) => raters.map((rater) => ({ assessment, rater: { text: rater, lang: "zxx" } }))),
  );
  return assessments.flatMap((each, at) => {
    const assessment = ids[at];
    const questions = questionsOf.get(each.instrument) ?? [];
    if (assessment === undefined || questions.length !== each.answers.length)
      throw new RangeError(`Cannot tell assessment: ${each.instrument} asks ${questions.length} questions`);
    const own = ratings.slice(at * raters.length, (at + 1) * raters.length);
    return [{ told: each, assessment, questions, ratings: own }];
  });
}

/** Ids of questions, by instrument. */
async function askQuestions(
  workspace: Workspace,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const instrument of new Set(names)) {
    const { questions } = (await workspace.ask("instrument.show", { instrument })) as InstrumentPage;
    found.set(
      instrument,
      questions.map(({ id }) => id),
    );
  }
  return found;
}

async function answer(
  together: Together,
  begun: readonly Begun[],
  { reasons }: ToldAssessments,
): Promise<void> {
  let turn = 0;
  const reasonOf = (level: string): Json => {
    const texts = reasons.get(level) ?? [];
    turn += 1;
    return said(texts[turn % texts.length] ?? level);
  };
  await together(
    "rating.answer",
    begun.flatMap(({ told: { answers }, questions, ratings }) =>
      ratings.flatMap((rating, rater) =>
        answers.map(({ levels }, at) => {
          const level = levels[rater] ?? "no-information";
          return { rating, question: questions[at] ?? "", level, reasons: reasonOf(level) };
        }),
      ),
    ),
  );
}

async function settle(
  together: Together,
  begun: readonly Begun[],
  { settling, dissent }: ToldAssessments,
): Promise<void> {
  await together(
    "assessment.settle",
    begun.flatMap(({ told: { answers }, assessment, questions }) =>
      answers.flatMap(({ settled, hasDissent }, at) =>
        settled === null
          ? []
          : [
              {
                assessment,
                question: questions[at] ?? "",
                level: settled,
                reasons: said(settling),
                ...(hasDissent ? { dissent: said(dissent) } : {}),
              },
            ],
      ),
    ),
  );
}

async function reply(together: Together, begun: readonly Begun[]): Promise<void> {
  const asked = begun.flatMap(({ told: { reply: asking }, assessment }) =>
    asking === null ? [] : [{ ...asking, assessment }],
  );
  const replies = await together(
    "reply.invite",
    asked.map(({ to, assessment }) => ({ assessment, to: said(to), deadline: replyDay, zone })),
  );
  const came = asked.flatMap(({ words }, at) => {
    const record = replies[at];
    return record === undefined ? [] : [{ reply: record, words }];
  });
  await together(
    "reply.receive",
    came.flatMap(({ reply: record, words }) =>
      words === null ? [] : [{ reply: record, words: said(words) }],
    ),
  );
  await together(
    "reply.silence",
    came.flatMap(({ reply: record, words }) => (words === null ? [{ reply: record }] : [])),
  );
}

function said(text: Json): JsonObject {
  return { text, lang };
}
