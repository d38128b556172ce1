// The manual's story of an assessment, by the command line alone: an instrument of one's own, two raters, a reply, an end.
import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { beginEachWithVault, create, done, pathOf, run, wrote } from "./stories.fake.ts";

beginEachWithVault();

const form = {
  id: "our-form",
  version: 1,
  lang: "en",
  title: "Our form",
  about: "Of our own.",
  subjects: ["measure"],
  commitments: ["C-BIO-1"],
  questions: ["law", "use"].map((id) => ({
    id,
    text: `Is ${id} there?`,
    help: "Look.",
    evidence: "Papers.",
    sources: [{ title: "Our law" }],
    levels: { met: "Yes.", partly: "In part.", "not-met": "No." },
  })),
};

const asked = async (...args: readonly string[]) => JSON.parse((await done(...args, "--json")).out);

describe("an assessment by the command line", () => {
  it(
    "goes from a measure to final levels, with two raters who differ, dissent and a reply",
    { timeout: 300_000 },
    async () => {
      const broken = pathOf("broken.json");
      await writeFile(
        broken,
        JSON.stringify({ ...form, questions: [{ ...form.questions[0], levels: { met: "Yes." } }] }),
      );
      const whole = pathOf("form.json");
      await writeFile(whole, JSON.stringify(form));
      const check = await asked("instrument", "check", "--content", `@${broken}`);
      expect(check.problems).toHaveLength(2);
      expect(check.problems[0]).toMatchObject({
        place: "our-form@1 questions[0].levels",
        problem: "missing-level",
      });
      expect((await run("instrument", "add", "--content", `@${broken}`)).code).toBe(65);
      await wrote("instrument", "add", "--content", `@${whole}`);

      const measure = await create(
        "measure",
        "title=Cameras",
        "measureKind=deployment.biometric",
        "country=FR",
      );
      await wrote("record", "engage", "--record", measure);
      const engaged = await asked("engagement", "list", "--record", measure);
      expect(engaged.map(({ reference }: { reference: string }) => reference).toSorted()).toEqual([
        "C-BIO-1",
        "C-BIO-2",
      ]);
      const [assessment = ""] = await wrote(
        "assessment",
        "begin",
        "--instrument",
        "our-form",
        "--title",
        "Cameras, 2025",
        "--subject",
        measure,
        "--country",
        "FR",
        "--period",
        "2025",
        "--stated-reasons",
        "They say that it is for safety.",
      );
      for (const [rater, level] of [
        ["Rater One", "not-met"],
        ["Rater Two", "partly"],
      ] as const) {
        const [rating = ""] = await wrote("rating", "begin", "--assessment", assessment, "--rater", rater);
        const answer = ["rating", "answer", "--rating", rating, "--reasons", "We looked."];
        await wrote(...answer, "--question", "law", "--level", level);
        await wrote(...answer, "--question", "use", "--level", "no-information");
        await wrote("rating", "close", "--rating", rating);
      }
      expect((await run("assessment", "finish", "--assessment", assessment)).code).toBe(77);
      await wrote(
        "assessment",
        "settle",
        "--assessment",
        assessment,
        "--question",
        "law",
        "--level",
        "not-met",
        "--reasons",
        "The decree is no law.",
        "--dissent",
        "Rater Two goes on to see it partly there.",
      );
      const [reply = ""] = await wrote(
        "reply",
        "invite",
        "--assessment",
        assessment,
        "--to",
        "Ministry of Example",
        "--deadline",
        "2100-01-31",
        "--zone",
        "Europe/Paris",
      );
      await wrote("reply", "receive", "--reply", reply, "--words", "We disagree.");
      await wrote("assessment", "finish", "--assessment", assessment);
      const page = await asked("assessment", "page", "--assessment", assessment);
      expect(page).toMatchObject({
        distributions: [
          { levels: { met: 0, partly: 0, "not-met": 1 }, rated: 1, noInformation: 1, asked: 2 },
        ],
        statedReasons: { text: "They say that it is for safety." },
        replies: [{ state: "received", words: { text: "We disagree." } }],
        obstacles: [],
      });
      expect(page.questions[0]).toMatchObject({
        how: "settled",
        hasDissent: true,
        ratings: ["not-met", "partly"],
      });
      const { cells } = await asked("matrix");
      expect(cells.filter(({ row }: { row: string }) => row === "FR")).toHaveLength(2);
    },
  );
});
