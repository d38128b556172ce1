import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const bodies = (asked: readonly { path: string; body: unknown }[], path: string): readonly unknown[] =>
  asked.filter((each) => each.path === path).map(({ body }) => body);

const question = { measure: "people", scope: "indicator", by: ["category", "country"] };

describe.skipIf(chromiumPath() === undefined)("counts on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("show a table for each status, never added up, and what is not known apart and last", async () => {
    const { page, go, close } = await visit(browser);
    await go("counts");
    const inside = page.getByRole("region", { name: "As recorded, for inside only" });
    const tables = inside.getByRole("table");
    await expect.poll(() => tables.count()).toBe(2);
    const heads = await tables.first().getByRole("columnheader").allInnerTexts();
    expect(heads.slice(-2)).toEqual(["not known", "total"]);
    expect(await tables.first().getByRole("row").last().innerText()).toMatch(/total\s+20\s+7\s+27/);
    const rules = page.getByRole("complementary", { name: "How it was counted" });
    expect(await rules.getByText("not checked by anybody outside").count()).toBe(3);
    await close();
  });

  it("lead from a number to the records behind it, and say how many they do not list", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("counts");
    const region = page.getByRole("region", { name: /^Status: .*reported/ }).first();
    await region.getByRole("button", { name: /12.*Other harmful acts/ }).click();
    const behind = page.getByRole("region", { name: /Other harmful acts/ });
    await behind.getByRole("link", { name: "Example Editor" }).waitFor();
    await behind.getByText("The first 1 of 7.").waitFor();
    expect(bodies(desk.asked, "/api/query/counted.list")).toEqual([
      { input: { ...question, status: "reported", row: "F", column: "XA" } },
    ]);
    await behind.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => behind.count()).toBe(0);
    await close();
  });

  it("leave only once somebody has read what they give away, and answers for it", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("counts");
    const leaving = page.getByRole("region", { name: "As it would leave", exact: true });
    await leaving.getByText("6 numbers are hidden.").waitFor();
    expect(await leaving.getByRole("cell", { name: "hidden" }).count()).toBe(6);
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    const approve = page.getByRole("button", { name: "Approve and write" });
    expect(await approve.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /I have read this/ }).check();
    await approve.click();
    await page.getByRole("heading", { name: "Written" }).waitFor();
    expect(bodies(desk.asked, "/api/counts")).toEqual([
      {
        ...question,
        audience: "public",
        approvedBy: "Example Approver",
        format: "csv",
        acceptDifferences: true,
      },
    ]);
    await close();
  });

  it("do not say that nothing happened where nothing was counted", async () => {
    const { page, go, close } = await visit(browser, { isEmpty: true });
    await go("counts");
    await page.getByRole("region", { name: "As recorded, for inside only" }).waitFor();
    expect(await page.getByText("That does not show that nothing happened.").count()).toBe(1);
    await close();
  });

  it("have nothing that axe finds and nothing that sticks out, with a number opened, in every circumstance", async () => {
    const prepare = async ({ page }: Visit): Promise<void> => {
      await page.locator(".number-link").first().click();
      await page.locator("section.card section.card li a").first().waitFor();
    };
    expect(await look(browser, { name: "counts", route: ["counts"], prepare })).toEqual([]);
  });
});
