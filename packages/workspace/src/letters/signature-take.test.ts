// An answer to a sign-on form becomes a signature: what it says of the signer, who waits, and what it never shows by mistake.
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { valuesOf } from "@tocsin/records";
import { loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import type { LetterPage, LetterPreview } from "../queries/letter-page.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { makeQuestionnaire } from "../voices/make-questionnaire.ts";

const en = (text: string) => ({ text, lang: "en" });
const consent = { attribution: "organisation", quote: false, reuse: "here" };
let small: SmallWorkspace;
let letter: RecordId;
let questionnaire: RecordId;

beforeEach(async () => {
  small = await createSmallWorkspace();
  letter = await small.make("letter.open", { title: en("Protect"), body: en("We call on all States.") });
  const content = await loadBuiltInQuestionnaire("organisation-sign-on");
  if (content === null) throw new Error("the questionnaire of the program is not whole");
  const made = await makeQuestionnaire(small.workspace, {
    content: questionnaireToJson(content),
    from: "Example Organisation",
    recipients: [],
    primitives: createFakePrimitives(),
  });
  questionnaire = made.record;
});

const answer = (said: Readonly<Record<string, string>>): Promise<RecordId> =>
  small.make("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-20",
    writtenIn: "en",
    contributor: {},
    typedBy: en("Example Typist"),
    answers: Object.entries({ letter: "Protect", authorised: "yes", ...said }).map(([question, value]) => ({
      question,
      value,
      consent,
    })),
  });
const page = async (): Promise<LetterPage> =>
  (await small.workspace.ask("letter.page", { letter })) as LetterPage;
const take = (contribution: RecordId) => small.workspace.run("signature.take", { letter, contribution });

describe("an answer to a sign-on form", () => {
  it("waits beside the letter, and becomes one signature however often it is taken", async () => {
    const contribution = await answer({
      name: "Example Watch",
      "name-other-scripts": "مرصد مثال\n\n예시 감시",
      country: "Kenya",
      domain: "https://www.watch.example/",
      "acted-by": "Example Person",
      visibility: "public",
    });
    expect((await page()).answers).toMatchObject([{ name: "Example Watch", about: "Protect" }]);
    await take(contribution);
    await take(contribution);
    const { answers, signatures } = await page();
    expect(answers).toEqual([]);
    expect(signatures).toMatchObject([
      {
        country: "KE",
        domain: "watch.example",
        visibility: "public",
        standing: "waiting",
        came: "questionnaire",
      },
    ]);
    expect(signatures[0]?.names.map(({ text, lang }) => [lang, text])).toEqual([
      ["en", "Example Watch"],
      ["und-Arab", "مرصد مثال"],
      ["und-Hang", "예시 감시"],
    ]);
  });

  it("that says what nobody knows keeps it word for word, and never shows who acted", async () => {
    const said = { name: "Example Desk", country: "Nowhereland", domain: "none", "acted-by": "Actorname" };
    await take(await answer({ ...said, visibility: "withheld" }));
    const [one] = (await page()).signatures;
    expect(one).toMatchObject({ visibility: "withheld", country: null, domain: null });
    const state = await small.workspace.view.read(one?.record ?? letter);
    const cameFrom = JSON.stringify(state && valuesOf(state)["cameFrom"]);
    for (const words of ["Nowhereland", "none", "Protect"]) expect(cameFrom).toContain(words);
    await small.workspace.run("signature.decide", { signatures: [one?.record], status: "accepted" });
    const preview = (await small.workspace.ask("letter.preview", { letter })) as LetterPreview;
    for (const words of ["Actorname", "Example Desk"]) expect(JSON.stringify(preview)).not.toContain(words);
  });

  it("is refused once the list is frozen, and the answer stays", async () => {
    const late = await answer({ name: "Late Example", visibility: "public" });
    await small.make("signature.add", { letter, name: en("Example A"), status: "accepted" });
    const { digest: plan } = (await small.workspace.ask("letter.preview", { letter })) as LetterPreview;
    await small.workspace.run("letter.freeze", { letter, plan, by: en("A. Person") });
    expect(await codeOf(() => take(late))).toBe("letters.frozen");
    expect(await small.workspace.view.read(late)).toBeDefined();
  });
});
