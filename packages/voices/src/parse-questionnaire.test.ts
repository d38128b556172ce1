// Questionnaires that come in: what is right comes back as it was written, what is wrong is said by its place.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VoiceProblem } from "./complaints.ts";
import { builtInQuestionnaires, loadBuiltInQuestionnaire } from "./library.ts";
import { parseQuestionnaire, questionnaireText, questionnaireToJson } from "./parse-questionnaire.ts";
import { purposes, questionsOf } from "./questionnaire.ts";
import { saidIn } from "./said-in.ts";
import { smallQuestionnaire } from "./small.fake.ts";

type Data = Record<string, unknown>;

/** Problems of the small questionnaire after a change. */
function problemsWith(change: (data: Data, questions: Data[]) => void): readonly VoiceProblem[] {
  const data = structuredClone(smallQuestionnaire());
  change(data, data["questions"] as Data[]);
  return parseQuestionnaire(data).problems;
}

const brief = (problems: readonly VoiceProblem[]): readonly string[] =>
  problems.map(({ place, problem, what }) => [place, problem, ...what].join(" "));

describe("a questionnaire that comes in", () => {
  it("is written as it was read, and its digest's text holds every language", () => {
    const { questionnaire } = parseQuestionnaire(smallQuestionnaire());
    if (questionnaire === null) throw new Error("not taken");
    expect(questionnaireToJson(questionnaire)).toEqual(smallQuestionnaire());
    expect(parseQuestionnaire(JSON.parse(questionnaireText(questionnaire))).questionnaire).toEqual(
      questionnaire,
    );
    expect(questionnaireText(questionnaire)).toContain("هل حدث ذلك؟");
  });

  it("names the questions around a loop of conditions", () => {
    const problems = problemsWith((_, questions) => {
      Object.assign(questions[0] ?? {}, { when: { question: "times", atLeast: 1 } });
    });
    expect(brief(problems)).toEqual(["questions loop seen times seen"]);
  });

  it("finds a loop through a repeat and its own questions", () => {
    const problems = problemsWith((_, questions) => {
      const inside = (questions[2]?.["questions"] ?? []) as Data[];
      Object.assign(inside[1] ?? {}, { when: { question: "by-whom", answered: true } });
    });
    expect(brief(problems)).toEqual(["questions loop kinds by-whom kinds"]);
  });

  it("refuses conditions that name nothing, an option that is none, or a repeat's question from outside", () => {
    const conditionOf = (when: unknown): readonly string[] =>
      brief(problemsWith((_, questions) => Object.assign(questions[3] ?? {}, { when })));
    expect(conditionOf({ question: "nobody", answered: true })).toEqual([
      "questions[3].when unknown-question nobody",
    ]);
    expect(conditionOf({ any: [{ question: "seen", is: ["maybe"] }] })).toEqual([
      "questions[3].when unknown-option maybe",
    ]);
    expect(conditionOf({ not: { question: "what", answered: true } })).toEqual([
      "questions[3].when inside-repeat what",
    ]);
    expect(conditionOf({ question: "seen", atLeast: 2 })).toEqual(["questions[3].when wrong-type seen"]);
    expect(conditionOf({ question: "seen", is: ["yes"], run: "alert(1)" })).toEqual([
      "questions[3].when unknown-field run",
    ]);
    let deep: unknown = { question: "seen", answered: true };
    for (let at = 0; at < 2_000; at += 1) deep = { not: deep };
    expect(conditionOf(deep).join()).toContain("too-deep");
  });

  it("says by place what lacks, is double, too long or unknown", () => {
    const problems = problemsWith((data, questions) => {
      data["extra"] = 1;
      data["title"] = { en: "x".repeat(300), xx: "?" };
      delete questions[0]?.["why"];
      Object.assign(questions[3] ?? {}, { id: "Seen!" });
    });
    expect(brief(problems)).toEqual([
      " unknown-field extra",
      "title unknown-language xx",
      "title.en too-long 300",
      "questions[0].why missing",
      "questions[0].why.en missing",
      "questions[3].id bad-value",
    ]);
    expect(brief(problemsWith((_, questions) => Object.assign(questions[3] ?? {}, { id: "what" })))).toEqual([
      "questions double what",
    ]);
    expect(brief(problemsWith((data) => (data["about"] = { en: "y".repeat(4_001) })))).toEqual([
      "about.en too-long 4001",
    ]);
  });

  it("never throws, whatever comes in", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseQuestionnaire(value).questionnaire).toBeNull();
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("questions", "languages", "title", "keepUntil"),
        (value, name) => {
          const { questionnaire, problems } = parseQuestionnaire({ ...smallQuestionnaire(), [name]: value });
          expect(questionnaire === null).toBe(problems.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("shows a text in the original's language where its own lacks, and says so", () => {
    const { questionnaire } = parseQuestionnaire(smallQuestionnaire());
    const [first, second] = questionnaire?.questions ?? [];
    expect(saidIn(first?.text ?? {}, "ar", "en")).toEqual({
      text: "هل حدث ذلك؟",
      lang: "ar",
      isFallback: false,
    });
    expect(saidIn(second?.text ?? {}, "ar", "en")).toEqual({
      text: "How often?",
      lang: "en",
      isFallback: true,
    });
  });
});

/** SHA-256 of each version that was published: a change of a word is a new version, since answers name what was asked. */
const digests = new Map([
  ["defenders-and-technology@1", "db5e163e381c22b1e1d35b3ebe475f339f3dcdc07046fd55f1f8323cd1ca092c"],
  ["attack-report@1", "f8da29c100fc03854a1e7643e4f8d1c7af807aadb6169d962d5f518697eefb1f"],
  ["organisation-sign-on@1", "405e41363cf0ca83128399e439b67a8df5d13c9bd3724e807908ef359a362f15"],
]);

describe("the questionnaires of the program", () => {
  it("are one for each purpose", async () => {
    const all = await Promise.all(builtInQuestionnaires.map(loadBuiltInQuestionnaire));
    expect(all.map((each) => each?.purpose)).toEqual(purposes);
  });

  it("are found by their names alone", async () => {
    expect(await loadBuiltInQuestionnaire("no-such")).toBeNull();
  });

  it("ask of an organisation what its signature under a letter is made from", async () => {
    const asked = await loadBuiltInQuestionnaire("organisation-sign-on");
    const ids = asked === null ? [] : questionsOf(asked).map(({ question }) => question.id);
    for (const id of ["name", "name-other-scripts", "country", "domain", "acted-by", "visibility"])
      expect(ids).toContain(id);
    const visibility = asked?.questions.find(({ id }) => id === "visibility");
    expect(visibility).toMatchObject({
      options: [{ code: "public" }, { code: "withheld" }, { code: "counted" }],
    });
  });

  it.each(builtInQuestionnaires)(
    "%s asks in each version what it asked when it was published",
    async (name) => {
      const questionnaire = await loadBuiltInQuestionnaire(name);
      if (questionnaire === null) throw new Error("not whole");
      const digest = createHash("sha256").update(questionnaireText(questionnaire)).digest("hex");
      expect(digest).toBe(digests.get(`${questionnaire.id}@${questionnaire.version}`));
    },
  );

  it.each(builtInQuestionnaires)(
    "%s is whole in all of its languages, and says which nobody has read",
    async (name) => {
      const questionnaire = await loadBuiltInQuestionnaire(name);
      if (questionnaire === null) throw new Error("not whole");
      const texts = [
        questionnaire.title,
        questionnaire.about,
        ...questionnaire.questions.flatMap(({ text, why }) => [text, why]),
        ...questionsOf(questionnaire).flatMap(({ question }) => [
          question.text,
          question.why,
          ...question.options.map(({ text }) => text),
        ]),
      ];
      for (const each of texts) expect(Object.keys(each)).toEqual(["en", "ar", "fr", "es"]);
      expect(questionnaire.unreviewed).toEqual(["ar", "fr", "es"]);
    },
  );
});
