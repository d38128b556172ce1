// From the pages of what can be assessed to the instruments that fit it, and into the form that begins.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { specialIds } from "./fake-answers/special.ts";
import { launch, look, visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("beginning an assessment from a page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    ["measure", "measure", ["measure", specialIds.measure], "subject"],
    ["proceeding", "proceeding", ["proceeding", specialIds.proceeding], "subject"],
    ["company", "company", ["organisation", specialIds.organisation], "subject"],
    ["state", "state", ["matrix", "state", "CH"], "country"],
  ] as const)("leads from a %s to what fits it, and to nothing else", async (name, subject, route, field) => {
    const { page, go, close, complaints } = await visit(browser);
    await go(...route);
    await page.locator("main").getByRole("link", { name: "Begin an assessment" }).click();
    const thing = route.at(-1) ?? "";
    await expect.poll(() => page.evaluate("location.hash")).toBe(`#/assess/for/${subject}/${thing}`);
    const offered = page.locator(`main a[href^="#/assess/begin/"]`);
    await offered.first().waitFor();
    const addresses = await offered.evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    expect(addresses).toEqual([`#/assess/begin/fits-${name}/${field}/${thing}`]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is not offered where no instrument asks", async () => {
    const { page, go, close } = await visit(browser);
    await go("matrix", "state", "unknown");
    await page.locator(".matrix-trail").waitFor();
    expect(await page.getByRole("link", { name: "Begin an assessment" }).count()).toBe(0);
    await close();
  });

  it.each([
    ["assess-for-state", "state", "CH"],
    ["assess-for-measure", "measure", specialIds.measure],
  ])("has nothing that axe finds or that sticks out: %s", async (name, subject, id) => {
    expect(await look(browser, { name, route: ["assess", "for", subject, id] })).toEqual([]);
  });
});
