import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusOn } from "./by-keyboard.ts";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { faultsOf, launch, visit } from "./fake-visit.ts";
import { picture } from "./real-desk.ts";

/** Pixels that the frame may take of a narrow screen before its own content. */
const mostOfFrame = 100;
const headingBefore = 120;

/** Pixels that a finger needs (WCAG 2.2, 2.5.8). */
const leastTarget = 24;

/** Unfolds what is folded, and what was folded in that. */
const unfold = `(() => {
  const folded = [...document.querySelectorAll("main details:not([open]) > summary")];
  for (const each of folded) each.click();
  return folded.length;
})()`;

/** What is pressed and is smaller, but for links within a sentence. */
const smallTargets = `(() => {
  const isShown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.closest(".hidden, .file, svg") === null;
  const isInText = (each) => each.matches("a") && each.parentElement.innerText.trim() !== each.innerText.trim();
  const boxOf = (each) => (each.matches("input") ? (each.closest("label") ?? each) : each).getBoundingClientRect();
  return [...document.querySelectorAll("main :is(button, a[href], summary, select, input, textarea)")]
    .filter((each) => isShown(each) && !isInText(each))
    .flatMap((each) => {
      const { width, height } = boxOf(each);
      if (Math.round(width) >= ${String(leastTarget)} && Math.round(height) >= ${String(leastTarget)}) return [];
      return [each.tagName + " " + each.className + " " + each.innerText + " " + width.toFixed() + "x" + height.toFixed()];
    });
})()`;

/** Screens that hold lists, forms, pictures and cards. */
const screens: readonly (readonly string[])[] = [
  [],
  ["list", "incident"],
  ["case", ids.case],
  ["case", ids.case, "report"],
  ["incident", ids.incident],
  ["finding", ids.finding],
  ["evidence", ids.evidence],
  ["evidence", ids.evidence, "custody"],
  ["new", "person"],
  ["add", ids.case],
  ["counts"],
  ["map"],
  ["commitments"],
  ["activity"],
  ["settings"],
  ["vault"],
  ["bundle", "case", ids.case],
];

const topOf = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top + scrollY`);

describe.skipIf(chromiumPath() === undefined)("the desk in a narrow window", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    { locale: "en", width: 360 },
    { locale: "ar", width: 360 },
    { locale: "fr", width: 360 },
    { locale: "es", width: 360 },
    { locale: "en", width: 640 },
  ])("leaves the screen to its content: $locale, $width px", async (around) => {
    const { page, go, close } = await visit(browser, around);
    for (const route of [[], ["list", "incident"], ["counts"]]) {
      await go(...route);
      expect(Number(await topOf(page, "main"))).toBeLessThanOrEqual(mostOfFrame);
      expect(Number(await topOf(page, "main h1"))).toBeLessThanOrEqual(headingBefore);
    }
    // Without the menu: what is gone to most, the search and the lock.
    for (const button of [".search", "header > .btn"])
      expect(await page.locator(button).isVisible()).toBe(true);
    for (const kind of ["evidence", "case", "incident"])
      expect(await page.locator(`.quick-nav a[href="#/list/${kind}"]`).isVisible()).toBe(true);
    await close();
  });

  it.each([
    { locale: "en", scheme: "light" as const, width: 360 },
    { locale: "ar", scheme: "dark" as const, width: 360 },
    { locale: "en", scheme: "dark" as const, width: 640 },
  ])("opens and closes the road by keyboard: $locale, $scheme, $width px", async (around) => {
    const { page, go, close } = await visit(browser, around);
    await go("case", ids.case);
    const menu = page.locator(".road-menu button[aria-expanded]").first();
    const road = page.locator(".road-nav");
    const isFocused = (): Promise<boolean> =>
      menu.evaluate((each) => each === each.ownerDocument.activeElement);
    await focusOn(page, menu);
    expect(await road.count()).toBe(0);
    await page.keyboard.press("Enter");
    expect(await menu.getAttribute("aria-expanded")).toBe("true");
    await picture(page, `menu-${around.locale}-${around.scheme}-${String(around.width)}`);
    expect(await faultsOf(page)).toEqual([]);
    // The next stop of Tab is in it.
    await page.keyboard.press("Tab");
    expect(await road.evaluate((each) => each.contains(each.ownerDocument.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    expect(await road.count()).toBe(0);
    expect(await isFocused()).toBe(true);
    // It closes behind whoever leaves it by Tab, and with a choice.
    await page.keyboard.press("Enter");
    await focusOn(page, page.locator(".quick-nav a").first());
    await road.waitFor({ state: "detached" });
    await focusOn(page, menu);
    await page.keyboard.press("Enter");
    await focusOn(page, road.locator('a[href="#/settings"]'));
    await page.keyboard.press("Enter");
    await road.waitFor({ state: "detached" });
    await page.waitForURL(/#\/settings$/);
    await page.locator("#main:focus").waitFor();
    await close();
  });

  it.each(["en", "ar"])(
    "stays within its width with everything unfolded, and has room for a finger: %s",
    async (locale) => {
      const { page, go, close } = await visit(browser, { locale, width: 360 });
      const faults: unknown[] = [];
      for (const route of screens) {
        await go(...route);
        while (Number(await page.evaluate(unfold)) > 0)
          await page.evaluate("new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); })");
        const over = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
        if (over > 0) faults.push({ route: route.join("/"), over });
        const small: unknown = await page.evaluate(smallTargets);
        if (Array.isArray(small) && small.length > 0) faults.push({ route: route.join("/"), small });
      }
      await close();
      expect(faults).toEqual([]);
    },
  );

  it("keeps help and language in the menu of an open vault, and on the screen where none is open", async () => {
    const open = await visit(browser, { width: 360 });
    expect(await open.page.locator("header select").count()).toBe(0);
    await open.page.locator(".road-menu button").first().click();
    await open.page.locator("header select").selectOption("ar");
    await open.page.locator('html[lang="ar"]').waitFor();
    await open.close();
    const none = await visit(browser, { width: 360, vault: "none" });
    expect(await none.page.locator("header select").isVisible()).toBe(true);
    expect(Number(await topOf(none.page, "main h1"))).toBeLessThanOrEqual(headingBefore);
    await none.close();
  });
});
