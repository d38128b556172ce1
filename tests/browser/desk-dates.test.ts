// Dates as people say them, in the real desk: shown as the day that they mean, and nothing before somebody takes it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

/** As the browser says today and the day before. */
const days = `(() => {
  const day = (back) => { const at = new Date(); at.setDate(at.getDate() - back); return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-"); };
  return [day(0), day(1)];
})()`;

describe.skipIf(chromiumPath() === undefined)("a date as people say it", () => {
  let teller: Teller;
  beforeAll(async () => {
    teller = await startStory({ locale: "ar", width: 360 });
  });
  afterAll(() => teller.close());

  it("is no value until the day that it means is taken", async () => {
    const { page, t, type, shows } = teller;
    const [today = "", yesterday = ""] = await page.evaluate<readonly string[]>(days);
    await page.evaluate(`location.hash = "#/new/deadline"`);
    await type("deadline.title", "Example");
    const due = page.getByRole("textbox", { name: t("deadline.due"), exact: true });
    const add = page.getByRole("button", { name: t("action.add"), exact: true });
    await expect.poll(() => add.isEnabled(), { timeout: patience }).toBe(true);
    await due.fill("أمس");
    await shows(t("desk.date.meant"));
    await shows(t("desk.new.still", { list: t("deadline.due") }));
    expect(await add.isEnabled()).toBe(false);
    await page.locator(".meant-days button").click();
    expect(await due.inputValue()).toBe(yesterday);
    expect(await page.locator("input:focus").inputValue()).toBe(yesterday);
    expect(await add.isEnabled()).toBe(true);
    await due.fill("");
    const name = t("desk.date.of", { field: t("deadline.due"), day: t("desk.date.today") });
    await page.getByRole("button", { name, exact: true }).click();
    expect(await due.inputValue()).toBe(today);
    await due.fill("soon");
    await shows(t("date.bad"));
    await teller.look("dates-01-not-understood");
    await due.fill("الثلاثاء");
    await page.locator(".meant-days button").nth(1).waitFor();
    await teller.look("dates-02-which-day");
    await page.locator(".meant-days button").nth(0).click();
    await teller.add();
    expect(teller.problems).toEqual([]);
  });
});
