import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch, visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("what stands behind a line", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const around = { locale: "en", scheme: "light" as const, width: 1280 };

  it("is not counted before a list's filters are opened", async () => {
    const { page, desk, go, close } = await visit(browser, around);
    const tallies = () => desk.asked.filter(({ path }) => path === "/api/query/record.tally").length;
    await go("list", "incident");
    await page.locator("main tbody tr").first().waitFor();
    expect(tallies()).toBe(0);
    await page.locator("main .list-filters > summary").press("Enter");
    await page.locator("main .facet").first().waitFor();
    expect(tallies()).toBeGreaterThan(0);
    await close();
  });

  it("is drawn when a group of fields is first opened, and keeps what was typed when it is closed again", async () => {
    const { page, go, close } = await visit(browser, around);
    await go("new", "incident");
    const groups = page.locator("main details.field-group");
    await groups.first().waitFor();
    expect(await groups.locator(".field-place").count()).toBe(0);
    const group = groups.first();
    const summary = group.locator("> summary");
    await summary.press("Enter");
    const field = group.locator("textarea, input[type=text], input:not([type])").first();
    await field.fill("Example");
    await summary.press("Enter");
    await summary.press("Enter");
    expect(await field.inputValue()).toBe("Example");
    await close();
  });
});
