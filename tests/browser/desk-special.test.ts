// What stands before the fields of some kinds, and the screens of what left, of commitments and of the log.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { specialIds } from "./fake-answers/special.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const screens: readonly (readonly [name: string, ...route: readonly string[]])[] = [
  ["proceeding", "proceeding", specialIds.proceeding],
  ["action", "action", specialIds.action],
  ["measure", "measure", specialIds.measure],
  ["person", "person", ids.person],
  ["organisation", "organisation", specialIds.organisation],
  ["task", "task", ids.task],
  ["source", "source", specialIds.source],
  ["consent", "consent", specialIds.consent],
  ["release", "release", ids.release],
  ["commitment", "commitment", ids.commitment],
  ["outputs", "outputs"],
  ["commitments", "commitments"],
  ["activity", "activity"],
];

/** What was asked of a command, in order. */
function sent({ desk }: Visit, command: string): readonly unknown[] {
  return desk.asked
    .filter(({ path }) => path === `/api/command/${command}`)
    .map(({ body }) => (typeof body === "object" && body !== null && "input" in body ? body.input : body));
}

describe.skipIf(chromiumPath() === undefined)("what is special about a record", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(screens)("has nothing that axe finds or that sticks out: %s", async (name, ...route) => {
    expect(await look(browser, { name: `special-${name}`, route })).toEqual([]);
  });

  it("tells in words what is overdue and what nobody confirmed, and confirms it where it stands", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("proceeding", specialIds.proceeding);
    const next = page.locator(".next-day");
    await next.getByText("3 days overdue").waitFor();
    await next.getByText("Unconfirmed: nobody has confirmed this day yet").waitFor();
    await next.getByText("Europe/Oslo").waitFor();
    expect(await page.locator(".stages [aria-current]").innerText()).toContain("Early dismissal asked for");
    await next.getByRole("textbox").fill("A. Counsel");
    await next.getByRole("button", { name: "Confirm a deadline" }).click();
    await expect
      .poll(() => sent(shown, "deadline.confirm"))
      .toEqual([{ deadline: specialIds.late, by: { text: "A. Counsel", lang: "zxx" } }]);
    expect(shown.complaints).toEqual([]);
    await shown.close();
  });

  it("says of each mark of an abusive lawsuit what it follows, and gives no verdict", async () => {
    const shown = await visit(browser);
    await shown.go("proceeding", specialIds.proceeding);
    const marks = shown.page.getByRole("region", { name: "What can suggest an abusive lawsuit (SLAPP)" });
    const said = await marks.innerText();
    expect(said).toContain("None of them is a verdict");
    expect(said).toContain("After Directive (EU) 2024/1069 · nobody here has held this against the text");
    expect(said).toContain("Not looked at");
    expect(await marks.locator(".slapp > li").count()).toBe(4);
    await shown.close();
  });

  it("adds a hearing in one act, with the zone of the last one, and keeps what was typed until then", async () => {
    const shown = await visit(browser);
    const { page, desk, go } = shown;
    await go("proceeding", specialIds.proceeding);
    await page.locator("summary", { hasText: "Hearing" }).click();
    const form = page.locator("details.quick[open] form");
    await form.getByRole("textbox", { name: "What", exact: true }).fill("Second hearing");
    await form.getByRole("textbox", { name: "When", exact: true }).fill("2027-01-12");
    await expect
      .poll(() => desk.asked.some(({ path, method }) => method === "POST" && path.includes("_hearing")))
      .toBe(true);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect
      .poll(() => sent(shown, "record.create"))
      .toEqual([
        {
          kind: "hearing",
          values: {
            title: { text: "Second hearing", lang: "en" },
            when: "2027-01-12",
            zone: "Europe/Oslo",
            proceeding: specialIds.proceeding,
            case: ids.case,
          },
        },
      ]);
    await form.waitFor({ state: "detached" });
    await shown.close();
  });

  it("says for how many days nobody replied, and records the reply in one act that can be undone", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("action", specialIds.action);
    await page.getByText(/^No reply for 4[456] days$/).waitFor();
    await page.locator("summary", { hasText: "Record the reply" }).click();
    const form = page.locator("details.quick[open] form");
    await form.getByRole("textbox", { name: "Reply", exact: true }).fill("They say no.");
    await form.getByRole("button", { name: "Record the reply" }).click();
    await expect
      .poll(() => sent(shown, "record.change"))
      .toMatchObject([
        {
          record: specialIds.action,
          patch: {
            replied: { set: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown },
            result: { set: "answered" },
            reply: { set: { text: "They say no.", lang: "en" } },
          },
        },
      ]);
    await page.locator(".live").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => sent(shown, "record.undo")).toEqual([{ record: specialIds.action }]);
    await shown.close();
  });

  it("leads from a reprisal to an incident of its own", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("action", specialIds.action);
    await page.locator(".reprisal").getByText("Somebody was punished for it.").waitFor();
    await page.locator(".reprisal summary").click();
    const form = page.locator(".reprisal form");
    await form.getByRole("textbox", { name: "Title", exact: true }).fill("Dismissed from work");
    await form.getByRole("button", { name: "Record the reprisal" }).click();
    await expect
      .poll(() => sent(shown, "action.reprisal"))
      .toEqual([{ action: specialIds.action, title: { text: "Dismissed from work", lang: "en" } }]);
    await shown.close();
  });

  it("has a task done in one press, once, with the way back", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("task", ids.task);
    const done = page.getByRole("main").getByRole("button", { name: "Mark a task as done" });
    expect(await done.count()).toBe(1);
    await done.click();
    await expect.poll(() => sent(shown, "task.done")).toEqual([{ task: ids.task }]);
    await page.locator(".live").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => sent(shown, "record.undo")).toEqual([{ record: ids.task }]);
    await shown.close();
  });

  it("shows the two answers of a consent apart, and what was not answered as no", async () => {
    const shown = await visit(browser);
    await shown.go("consent", specialIds.consent);
    const cards = shown.page.locator(".special .apart > .card");
    expect(await cards.allInnerTexts()).toEqual([
      "Names may go to a government\nNot answered: counts as no",
      "Names may be published\nYes",
    ]);
    await shown.close();
  });

  it("filters the log, and looks further back when somebody asks", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("activity");
    const lines = page.locator(".activity > li");
    expect(await lines.count()).toBe(2);
    await page.getByRole("button", { name: "Look further back" }).click();
    await expect.poll(() => lines.count()).toBe(3);
    await page.getByLabel("Device", { exact: true }).selectOption("Second laptop");
    await expect.poll(() => lines.count()).toBe(1);
    expect(await lines.innerText()).toContain("Second laptop");
    expect(shown.complaints).toEqual([]);
    await shown.close();
  });

  it("says on the page of the resolution what is held against a commitment, and leads there", async () => {
    const shown = await visit(browser);
    await shown.go("resolution");
    const link = shown.page.getByRole("link", { name: /^Held against it here/ });
    expect(await link.innerText()).toContain("incidents 4");
    expect(await link.getAttribute("href")).toBe(`#/commitment/${ids.commitment}`);
    await shown.close();
    const without = await visit(browser, { vault: "none" });
    await without.go("resolution");
    expect(await without.page.getByText("Held against it here").count()).toBe(0);
    await without.close();
  });

  it("teaches where nothing left and no commitment is here", async () => {
    const shown = await visit(browser, { isEmpty: true });
    const { page, go } = shown;
    await go("outputs");
    await page.getByText("Nothing has left.").waitFor();
    await go("commitments");
    await page.getByRole("button", { name: /commitments/ }).waitFor();
    expect(shown.complaints).toEqual([]);
    await shown.close();
  });
});
