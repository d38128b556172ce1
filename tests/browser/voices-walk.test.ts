// One voice all the way: a form is filled offline in Arabic, its file is handed to the desk, coded by keyboard, quoted in a document
// as far as its consent goes, and withheld where it does not go.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodePrimitives, createProgram } from "@tocsin/node";
import { fillForm, loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { makeQuestionnaire } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusOn, pressOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults } from "./real-desk.ts";
import { startStory, type Teller } from "./story.ts";

const built = resolve(import.meta.dirname, "../../dist/web/form.html");
const passphrase = "a sentence for tests";
const [open, kept] = ["وصلتني رسالة تهديد من رقم مجهول.", "هاتف ثانٍ، ورقم لا يعرفه أحد."];

interface Acted {
  readonly records: readonly string[];
}

describe.skipIf(chromiumPath() === undefined)("a voice", { timeout: 3 * patience }, () => {
  let place: string;
  let form: string;
  let answerFile: string;
  let questionnaire: string;
  let teller: Teller;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "tocsin-voice-"));
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    const program = await createProgram(join(place, "vault"), { passphrase, deviceName: "laptop", cost });
    const content = await loadBuiltInQuestionnaire("defenders-and-technology");
    if (content === null) throw new Error("the questionnaire of the program is not whole");
    const made = await makeQuestionnaire(program.workspace, {
      content: questionnaireToJson(content),
      from: "Example Organisation",
      recipients: [],
      primitives: createNodePrimitives(),
    });
    questionnaire = made.record;
    form = join(place, "form.html");
    await writeFile(form, fillForm(await readFile(built, "utf8"), made.form) ?? "");
    await program.close();
    const vault = { TOCSIN_VAULT: join(place, "vault"), TOCSIN_PASSPHRASE: passphrase };
    teller = await startStory({ locale: "en", width: 1360, vault });
  }, 2 * patience);
  afterAll(async () => {
    await teller.close();
    await rm(place, { recursive: true });
  });

  const run = (command: string, input: object): Promise<Acted> =>
    teller.page.evaluate(
      async ([name, body]) => {
        const headers = { "x-tocsin": "1", "content-type": "application/json" };
        const answer = await fetch(`/api/command/${String(name)}`, {
          method: "POST",
          headers,
          body: String(body),
        });
        return (await answer.json()) as Acted;
      },
      [command, JSON.stringify({ input })],
    );

  it("is given offline in Arabic, by keyboard", async () => {
    const context = await teller.desk.browser.newContext({ locale: "ar", acceptDownloads: true });
    await context.setOffline(true);
    const page = await context.newPage();
    await page.goto(pathToFileURL(form).href);
    const seen = page.getByRole("group", { name: "خلال الأشهر الاثني عشر" }).getByRole("radio").first();
    await focusOn(page, seen);
    await page.keyboard.press("Space");
    await pressOn(page, page.getByRole("button", { name: "أضف واحدًا" }));
    await focusOn(page, page.getByLabel(/^ماذا حدث؟/));
    await page.keyboard.type(open);
    const own = page.locator("[id='q:attack-what.0'] details");
    await pressOn(page, own.locator("summary"));
    await focusOn(page, own.getByRole("checkbox").first());
    await page.keyboard.press("Space");
    await focusOn(page, own.getByLabel("يجوز اقتباس كلماتي."));
    await page.keyboard.press("Space");
    await own.getByLabel("أين يجوز استخدامه؟").selectOption("own-work");
    await focusOn(page, page.getByLabel("ما الذي يحميك"));
    await page.keyboard.type(kept);
    const download = page.waitForEvent("download");
    await pressOn(page, page.getByRole("button", { name: "اختم واحفظ" }));
    answerFile = join(place, (await download).suggestedFilename());
    await (await download).saveAs(answerFile);
    await context.close();
    expect(answerFile).toMatch(/\.tocsin-answer$/);
  });

  it("is taken in on the desk; an altered file says that it was altered", async () => {
    const { page, t, look } = teller;
    const bytes = await readFile(answerFile);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    const altered = join(place, "answer-altered1.tocsin-answer");
    await writeFile(altered, bytes);
    await page.evaluate(`location.hash = "#/questionnaire/${questionnaire}"`);
    await page.getByText(t("voices.desk.drop")).waitFor();
    await page.locator("main input[type=file]").setInputFiles([altered, answerFile]);
    await page.getByText(t("voices.refused.altered")).waitFor();
    await page.getByText(t("voices.desk.taken")).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look("voices-walk-1-questionnaire");
  });

  it("is coded by keyboard, and stands in the matrix", async () => {
    const { page, t, look } = teller;
    await page.evaluate(`location.hash = "#/questionnaire/${questionnaire}/code"`);
    await page.getByRole("button", { name: t("voices.desk.starter") }).click();
    await page.getByRole("textbox", { name: t("voices.desk.coder"), exact: true }).fill("Example Coder");
    const original = page.getByRole("textbox", { name: t("contributionAnswer.words"), exact: true });
    for (const words of [open, kept]) {
      await page.locator("textarea").filter({ hasText: words }).waitFor();
      await focusOn(page, original);
      await page.keyboard.press("Control+a");
      await page.getByText(t("voices.desk.marked")).waitFor();
      await page
        .getByLabel(t("kind.codebookCode.one"), { exact: true })
        .selectOption({ index: words === open ? 3 : 22 });
      await pressOn(page, page.getByRole("button", { name: t("voices.desk.give"), exact: true }));
      await page.getByText(t("voices.desk.quote-mark")).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await look(`voices-walk-2-coding-${words === open ? "open" : "kept"}`);
      await pressOn(page, page.getByRole("button", { name: t("voices.desk.read"), exact: true }));
    }
    await page.evaluate(`location.hash = "#/questionnaire/${questionnaire}/matrix"`);
    await page.locator(".coded-matrix td").filter({ hasText: "1" }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look("voices-walk-3-matrix");
    await page.getByRole("checkbox").check();
    await page.locator(".coded-matrix").getByText(t("voices.desk.hidden")).first().waitFor();
  });

  it("is quoted in a document where its consent covers that, and withheld where not", async () => {
    const { page, t, ask } = teller;
    const list = (await ask("record.list", { kind: "segment" })) as { rows: readonly { id: string }[] };
    expect(list.rows).toHaveLength(2);
    const values = { title: { text: "Letter", lang: "en" }, template: "open-letter", language: "en" };
    const { records } = await run("record.create", { kind: "document", values });
    const [document = ""] = records;
    const letter = list.rows.map(({ id }) => `[^${id}]`).join("\n");
    const parts = { salutation: "To all", letter, demands: "- Stop", signatories: "Example Organisation" };
    for (const [part, text] of Object.entries(parts))
      await run("document.write", { document, part, text: { text, lang: "en" } });
    await page.evaluate(`location.hash = "#/document/${document}/preview"`);
    await page.getByText(open).first().waitFor();
    await page.getByText(t("documents.note.unquoted")).first().waitFor();
    expect(await page.getByText(kept).count()).toBe(0);
  });
});
