import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const bodies = (asked: readonly { path: string; body: unknown }[], path: string): readonly unknown[] =>
  asked.filter((each) => each.path === path).map(({ body }) => body);

describe.skipIf(chromiumPath() === undefined)("the custody sheet on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("tells line by line what happened, where it stands in the log, and what nobody can learn from it", async () => {
    const { page, go, close } = await visit(browser);
    await go("evidence", ids.evidence);
    await page.getByRole("link", { name: "Custody sheet" }).click();
    await page.getByRole("heading", { level: 1, name: "Custody sheet" }).waitFor();
    const events = await page.locator(".custody > section > .timeline > li > p").allInnerTexts();
    expect(events).toEqual([
      "Taken into the vault and sealed",
      "Its sealed bytes hashed again",
      "Noted by a person",
      "Left in a release",
    ]);
    expect(await page.getByText("Example clerk").count()).toBe(1);
    await page.getByText("Where this stands in the log").first().click();
    await page
      .getByText(/^0{32} · 12 · 0$/)
      .first()
      .waitFor();
    await page.getByText("The log knows devices, not people").waitFor();
    await close();
  });

  it("takes in what a person writes down, as a record that names the piece of evidence", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("evidence", ids.evidence, "custody");
    const form = page.getByRole("region", { name: "Write down what the program cannot see" });
    const write = form.getByRole("button", { name: "Write it down" });
    expect(await write.isDisabled()).toBe(true);
    await form.getByRole("combobox", { name: "What happened" }).selectOption("handed-over");
    await form.getByRole("textbox", { name: "When" }).fill("2026-11-22");
    await form.getByRole("textbox", { name: "To whom" }).fill("Example clerk");
    await write.click();
    await page.getByText("It stands in the sheet.").waitFor();
    const values = {
      event: "handed-over",
      when: "2026-11-22",
      to: { text: "Example clerk", lang: "en" },
      evidence: ids.evidence,
    };
    expect(bodies(desk.asked, "/api/command/record.create")).toEqual([
      { input: { kind: "custody", values } },
    ]);
    expect(await form.getByRole("textbox", { name: "To whom" }).inputValue()).toBe("");
    await close();
  });

  it("shows how it would read for whom, and leaves once somebody answers for it", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("evidence", ids.evidence, "custody");
    await page.getByText("4 details stay inside.").waitFor();
    await page.getByText("How it would read").click();
    expect(await page.getByText("Not in this release").count()).toBe(4);
    await page.getByRole("combobox", { name: "For whom" }).selectOption("partner");
    const approve = page.getByRole("button", { name: "Approve and write" });
    await expect.poll(() => approve.isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    await approve.click();
    await page.getByRole("heading", { name: "Written" }).waitFor();
    expect(bodies(desk.asked, "/api/custody/plan")).toEqual([
      { evidence: ids.evidence, audience: "court" },
      { evidence: ids.evidence, audience: "partner" },
    ]);
    expect(bodies(desk.asked, "/api/custody")).toEqual([
      {
        evidence: ids.evidence,
        audience: "partner",
        lang: "en",
        approvedBy: "Example Approver",
        formats: ["pdf", "html", "json"],
      },
    ]);
    await close();
  });

  it("has nothing that axe finds and nothing that sticks out, with everything opened, in every circumstance", async () => {
    const route = ["evidence", ids.evidence, "custody"];
    const prepare = async ({ page }: Visit): Promise<void> => {
      for (const summary of await page.locator("main summary").all()) await summary.click();
    };
    expect(await look(browser, { name: "custody", route, prepare })).toEqual([]);
  });
});
