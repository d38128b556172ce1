import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, visit } from "./fake-visit.ts";

/** What is wrong with the place of the focus: null where a mark of it is seen, on it or just around it, and nothing lies over it. */
const faultOfFocus = `(() => {
  const it = document.activeElement;
  if (it === null || it === document.body || it.id === "main") return null;
  const name = it.tagName + " " + (it.getAttribute("aria-label") ?? it.textContent ?? "").trim().slice(0, 40) + " " + it.className;
  const marks = (each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  };
  const around = [it, it.parentElement, it.parentElement?.parentElement].filter(Boolean);
  if (!around.some(marks)) return "no mark: " + name;
  const { x, y, width, height } = it.getBoundingClientRect();
  if (width < 2) return null;
  const [across, down] = [x + width / 2, y + Math.min(height / 2, 20)];
  if (down < 0 || down > innerHeight) return "out of sight: " + name;
  const seen = document.elementFromPoint(across, down);
  return seen === null || it.contains(seen) || seen.contains(it) || seen.closest("label") !== null ? null : "covered: " + name;
})()`;

/** Goes on by Tab, `atMost` times or until the focus leaves the page, and gives what is wrong on the way. */
async function faultsOnTheWay(page: Page, atMost: number): Promise<readonly unknown[]> {
  const faults: unknown[] = [];
  for (let press = 0; press < atMost; press += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(faultOfFocus);
    if (fault !== null) faults.push(fault);
    if ((await page.evaluate("document.activeElement === document.body")) === true) break;
  }
  return faults;
}

const stops = 90;

describe.skipIf(chromiumPath() === undefined)("the place of the focus", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    { locale: "en", scheme: "light" as const, width: 1280 },
    { locale: "ar", scheme: "dark" as const, width: 360 },
  ])("is seen on every screen, and nothing lies over it: $locale, $width px", async (around) => {
    // Work under way lies at the bottom of every screen.
    const { page, go, close } = await visit(browser, { ...around, isBusy: true });
    const faults: unknown[] = [];
    for (const route of [
      [],
      ["list", "case"],
      ["case", ids.case],
      ["incident", ids.incident],
      ["counts"],
      ["map"],
      ["vault"],
    ]) {
      await go(...route);
      for (const fault of await faultsOnTheWay(page, stops)) faults.push({ route: route.join("/"), fault });
    }
    await close();
    expect(faults).toEqual([]);
  });

  it("would be missed where a style takes its mark away", async () => {
    const { page, close } = await visit(browser);
    await page.evaluate(
      "document.querySelectorAll('a, button').forEach((each) => each.style.setProperty('outline', 'none', 'important'))",
    );
    expect((await faultsOnTheWay(page, 3)).length).toBeGreaterThan(0);
    await close();
  });
});
