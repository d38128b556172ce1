// A questionnaire as a defender gets it: one file from the disk, without a network, filled in Arabic by keyboard, sealed in
// the browser, handed over, taken in, and read back the same.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodePrimitives, createProgram, type OpenProgram } from "@tocsin/node";
import { valuesOf } from "@tocsin/records";
import { fillForm, loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { makeQuestionnaire, openAnswerImport } from "@tocsin/workspace";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseIn, focusOn, pressOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { launch } from "./fake-visit.ts";
import { axeFaults } from "./real-desk.ts";

const built = resolve(import.meta.dirname, "../../dist/web/form.html");
let place: string;
let form: string;
let program: OpenProgram;
let browser: Browser;

interface Visit {
  readonly page: Page;
  /** What was asked for over any network, and what the browser complained about. */
  readonly complaints: string[];
}

async function visit(context: BrowserContext): Promise<Visit> {
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("blob:")) complaints.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(form).href);
  await page.locator("h1").waitFor();
  return { page, complaints };
}

const write = async (page: Page, label: RegExp | string, text: string, nth = 0): Promise<void> => {
  await focusOn(page, page.getByLabel(label).nth(nth));
  await page.keyboard.type(text);
};

/** The first of some radio buttons is reached by Tab; the others by arrows. */
async function chooseOne(page: Page, question: string, moves: number): Promise<void> {
  const group = page.getByRole("group", { name: question }).getByRole("radio");
  const checked = page.getByRole("group", { name: question }).locator("input:checked");
  await focusOn(page, (await checked.count()) > 0 ? checked : group.first());
  if ((await checked.count()) === 0) await page.keyboard.press("Space");
  for (let at = 0; at < moves; at += 1) await page.keyboard.press("ArrowDown");
}

describe.skipIf(chromiumPath() === undefined)("the page of a questionnaire", { timeout: patience }, () => {
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "tocsin-form-"));
    program = await createProgram(join(place, "vault"), {
      passphrase: "a sentence for tests",
      deviceName: "laptop",
      cost: { memoryKib: 1024, passes: 1, lanes: 1 },
    });
    const questionnaire = await loadBuiltInQuestionnaire("defenders-and-technology");
    if (questionnaire === null) throw new Error("the questionnaire of the program is not whole");
    const made = await makeQuestionnaire(program.workspace, {
      content: questionnaireToJson(questionnaire),
      from: "Example Organisation",
      recipients: [],
      primitives: createNodePrimitives(),
    });
    form = join(place, "form.html");
    await writeFile(form, fillForm(await readFile(built, "utf8"), made.form) ?? "");
    browser = await launch();
  }, patience);
  afterAll(async () => {
    await browser.close();
    await program.close();
    await rm(place, { recursive: true });
  });

  it("is filled in Arabic by keyboard without a network, and its file gives the same answers back", async () => {
    const context = await browser.newContext({ locale: "ar", acceptDownloads: true });
    const { page, complaints } = await visit(context);
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    expect(await page.title()).toBe("استمارة");
    await page.getByText("أنجزت آلة هذه الترجمة").waitFor();

    // Nothing that must be answered was.
    await pressOn(page, page.getByRole("button", { name: "اختم واحفظ" }));
    await page.getByRole("heading", { name: /إجابة واحدة تحتاج/ }).waitFor();
    const risks = page.getByRole("group", { name: "ماذا كان ذلك؟" });
    expect(await risks.isVisible()).toBe(false);

    await chooseOne(page, "خلال الأشهر الاثني عشر", 0);
    await risks.waitFor();
    await focusOn(page, risks.getByRole("checkbox").first());
    await page.keyboard.press("Space");
    await write(page, "كم شخصًا حولك", "١٢");
    await pressOn(page, page.getByRole("button", { name: "أضف واحدًا" }));
    await write(page, "متى كان ذلك؟", "٢٠٢٦-٠٩");
    await write(page, /^ماذا حدث؟/, "وصلتني رسالة تهديد من رقم مجهول.");
    const own = page.locator("[id='q:attack-what.0'] details");
    await pressOn(page, own.locator("summary"));
    await focusOn(page, own.getByRole("checkbox").first());
    await page.keyboard.press("Space");
    await focusOn(page, own.getByLabel("يجوز اقتباس كلماتي."));
    await page.keyboard.press("Space");
    await write(page, "ما الذي يحميك", "هاتف ثانٍ، ورقم لا يعرفه أحد.");
    await chooseIn(page, page.getByLabel("كيف يجوز أن نذكر مصدره؟").last(), "بما أفعله وبمنطقتي");
    await write(page, "ما تفعله بكلمات قليلة", "محامية");
    const download = page.waitForEvent("download");
    await pressOn(page, page.getByRole("button", { name: "اختم واحفظ" }));
    const saved = await download;
    await page.getByRole("heading", { name: "خُتم وسُلّم" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(saved.suggestedFilename()).toMatch(/^answer-[a-z2-9]{8}\.tocsin-answer$/);
    expect(complaints).toEqual([pathToFileURL(form).href]);

    const bytes = await readFile(await saved.path());
    expect(bytes.toString("latin1")).not.toContain(Buffer.from("محامية").toString("latin1"));
    const intake = await openAnswerImport(program.workspace, { primitives: createNodePrimitives() });
    const outcome = await intake.take({ name: saved.suggestedFilename(), bytes });
    intake.close();
    if (outcome.outcome !== "taken") throw new Error(JSON.stringify(outcome));
    const { view } = program.workspace;
    const contribution = await view.read(outcome.record);
    expect(contribution === undefined ? {} : valuesOf(contribution)).toMatchObject({
      writtenIn: "ar",
      readIn: "ar",
      role: { text: "محامية", lang: "ar" },
    });
    const answers = await view.linked(outcome.record, { kind: "contributionAnswer", field: "contribution" });
    const told = Object.fromEntries(
      answers
        .map(valuesOf)
        .map(({ question, words, chosen, number, day, mayQuote, attribution }) => [
          question,
          [words ?? chosen ?? number ?? day, mayQuote, attribution],
        ]),
    );
    expect(told).toEqual({
      seen: [["yes"], false, "role-region"],
      risks: [["spyware"], false, "role-region"],
      affected: [12, false, "role-region"],
      "attack-when": ["2026-09", false, "role-region"],
      "attack-what": [{ text: "وصلتني رسالة تهديد من رقم مجهول.", lang: "ar" }, true, "none"],
      protects: [{ text: "هاتف ثانٍ، ورقم لا يعرفه أحد.", lang: "ar" }, false, "role-region"],
    });
    await context.close();
  });

  it("is refused every connection by its own policy, were the network there", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(form).href);
    const outcome = await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "connected",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
    expect(await page.getAttribute("meta[http-equiv]", "content")).toMatch(
      /^default-src 'none'; script-src 'sha256-/,
    );
    await context.close();
  });

  it.each(["en-GB", "ar", "fr", "es"])(
    "has nothing that axe finds, and fits 360 px, in %s",
    async (locale) => {
      const context = await browser.newContext({ locale, viewport: { width: 360, height: 740 } });
      const { page, complaints } = await visit(context);
      await page.locator("[id='q:seen'] input").first().check();
      await page.locator(".repeat button").first().click();
      for (const details of await page.locator("details:visible").all())
        await details.evaluate((element) => element.setAttribute("open", ""));
      for (const box of await page.locator(".own:visible .choice > input").all()) await box.check();
      expect(await axeFaults(page)).toEqual([]);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([pathToFileURL(form).href]);
      const shots = process.env["TOCSIN_SHOTS"];
      if (shots !== undefined)
        await page.screenshot({ path: join(shots, `form-${locale}.png`), fullPage: true });
      await context.close();
    },
  );

  it("keeps what was typed when its language changes, and starts anew when everything is cleared", async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const { page } = await visit(context);
    await page.getByLabel("What protects you").fill("A second phone");
    await page.selectOption("#language", "fr");
    expect(await page.getByLabel("Qu’est-ce qui vous protège").inputValue()).toBe("A second phone");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Tout effacer" }).click();
    expect(await page.getByLabel("Qu’est-ce qui vous protège").inputValue()).toBe("");
    await context.close();
  });
});
