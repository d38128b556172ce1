import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, visit, type Visit } from "./fake-visit.ts";
import { axeFaults, picture } from "./real-desk.ts";

const words = {
  en: {
    locked: "Open the vault",
    aside: "Calculator",
    soon: /locks within a minute/,
    held: /work under way has ended/,
  },
  ar: {
    locked: "فتح الخزنة",
    aside: "آلة حاسبة",
    soon: /ستُقفل الخزنة خلال دقيقة/,
    held: /حين ينتهي العمل الجاري/,
  },
} as const;

/** Something of the content of the fake desk. */
const content = "Journalists of the Example Bulletin";

async function escapeThrice(page: Page): Promise<void> {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Escape");
}

/** The page was loaded anew, shows the lock, and holds nothing of before in what it draws or in its address. */
async function expectLocked({ page, desk }: Visit, locale: "en" | "ar" = "en"): Promise<void> {
  await page.getByRole("heading", { name: words[locale].locked }).waitFor();
  expect(await page.evaluate("window.markOfTheOldPage")).toBe(undefined);
  expect(await page.content()).not.toContain(content);
  expect(await page.title()).toBe("Tocsin");
  expect(new URL(page.url()).hash).not.toContain(ids.case);
  expect(desk.asked.filter(({ path }) => path === "/api/vault/lock").length).toBeGreaterThan(0);
}

/** A page that shows nothing of the desk, not even its name; then the way back to the lock. */
async function expectHidden(visited: Visit, locale: "en" | "ar" = "en"): Promise<void> {
  const { page } = visited;
  await page.getByRole("heading", { name: words[locale].aside }).waitFor();
  expect(await page.title()).toBe(words[locale].aside);
  expect(new URL(page.url()).pathname).toBe("/calculator.html");
  expect(await page.content()).not.toMatch(/tocsin/i);
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, `aside-${locale}`);
  for (const key of ["7", "*", "6", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("status").getByText("42").waitFor();
  await escapeThrice(page);
  await expectLocked(visited, locale);
}

const mark = "window.markOfTheOldPage = true";

describe.skipIf(chromiumPath() === undefined)("the lock of the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(["en", "ar"] as const)("comes with Escape three times, on a page in %s", async (locale) => {
    const visited = await visit(browser, { locale });
    await visited.go("case", ids.case);
    expect(await visited.page.content()).toContain(content);
    await visited.page.evaluate(mark);
    await escapeThrice(visited.page);
    await expectHidden(visited, locale);
    expect(visited.complaints).toEqual([]);
    await visited.close();
  });

  it.each([1280, 360])(
    "comes with Escape three times with a record open beside the page, %s wide, of which nothing stays in the address",
    async (width) => {
      const visited = await visit(browser, { width });
      const { page, go } = visited;
      await go("case", ids.case);
      await page.locator(`main a[href="#/person/${ids.person}"]`).first().press("Enter");
      await page.locator(".beside").getByText("Example Editor").first().waitFor();
      await page.evaluate(mark);
      // In the page: a busy machine takes longer for three presses from outside than a hand does.
      await page.evaluate(escapeAtOnce);
      await expectHidden(visited);
      await visited.close();
    },
  );

  it("comes with Escape three times in a dialog that itself closes with Escape", async () => {
    const visited = await visit(browser);
    await visited.page.evaluate(mark);
    await visited.page.keyboard.press("Control+k");
    await visited.page.getByRole("dialog").waitFor();
    await visited.page.keyboard.type("journ");
    await escapeThrice(visited.page);
    await expectHidden(visited);
    await visited.close();
  });

  it("comes in a text field, and what was typed into a record is saved before", async () => {
    const visited = await visit(browser);
    const { page, desk, go } = visited;
    await go("incident", ids.incident);
    await page.evaluate(mark);
    const field = page.getByRole("main").getByRole("textbox").first();
    await field.fill("typed a moment ago");
    await escapeThrice(page);
    await expectHidden(visited);
    const paths = desk.asked.map(({ path }) => path);
    const saved = desk.asked.findIndex(({ body }) => JSON.stringify(body)?.includes("typed a moment ago"));
    expect(saved).toBeGreaterThan(-1);
    expect(saved).toBeLessThan(paths.indexOf("/api/vault/lock"));
    await visited.close();
  });

  it("comes with neither two Escapes, nor one that is held down", async () => {
    const visited = await visit(browser);
    const { page, desk } = visited;
    await page.keyboard.press("Escape");
    await page.keyboard.down("Escape");
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Escape");
    await page.keyboard.up("Escape");
    expect(desk.asked.some(({ path }) => path === "/api/vault/lock")).toBe(false);
    await visited.close();
  });

  it("leaves the page blank and says what to do when the program does not answer", async () => {
    const visited = await visit(browser);
    const { page, go } = visited;
    await go("case", ids.case);
    await page.route("**/api/**", (route) => route.abort());
    await escapeThrice(page);
    await page
      .getByRole("alert")
      .getByText(/press Ctrl C where it was started/)
      .waitFor();
    expect(await page.content()).not.toContain(content);
    await visited.close();
  });

  it("is noticed when the vault locks by itself", async () => {
    const visited = await visit(browser);
    const { page, desk, go } = visited;
    await go("case", ids.case);
    await page.evaluate(mark);
    desk.lock();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByRole("heading", { name: words.en.locked }).waitFor();
    expect(await page.evaluate("window.markOfTheOldPage")).toBe(undefined);
    expect(await page.content()).not.toContain(content);
    await visited.close();
  });

  it("takes the other pages of the desk along", async () => {
    const visited = await visit(browser);
    const other = await visited.page.context().newPage();
    await other.goto(`${visited.desk.address}#/case/${ids.case}`);
    await other.getByRole("heading", { level: 1, name: content }).waitFor();
    await visited.page.bringToFront();
    await escapeThrice(visited.page);
    await other.getByRole("heading", { name: words.en.aside }).waitFor();
    expect(await other.content()).not.toContain(content);
    await visited.close();
  });

  it.each(["en", "ar"] as const)("is announced a minute before, with how to go on, in %s", async (locale) => {
    const { page, desk, close } = await visit(browser, { locale, left: 48, width: 360 });
    await page.getByRole("alert").getByText(words[locale].soon).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, `lock-soon-${locale}`);
    await page.keyboard.press("Shift");
    await expect.poll(() => desk.asked.some(({ path }) => path === "/api/watch/acted")).toBe(true);
    await close();
  });

  it("says that work holds it off", async () => {
    const { page, close } = await visit(browser, { left: 60, isHeld: true });
    await page.getByText(words.en.held).waitFor();
    expect(await page.getByText(words.en.soon).count()).toBe(0);
    await close();
  });
});

/** Three presses of the key, a tenth of a second apart, where the focus is. */
const escapeAtOnce = `void (async () => {
  for (let times = 0; times < 3; times += 1) {
    const at = document.activeElement ?? document.body;
    for (const type of ["keydown", "keyup"])
      at.dispatchEvent(new KeyboardEvent(type, { key: "Escape", code: "Escape", bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done, 100));
  }
})()`;
