// A lawsuit, a letter, a law and what became of them, on the real program: each from the page of the record that it belongs to.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startStory, type Teller } from "./story.ts";

const missing = chromiumPath() === undefined;
/** Long ago, and long after this: whenever the test runs. */
const [before, after] = ["2020-03-02", "2190-01-12"];

describe.skipIf(missing)("from the page of a record", () => {
  let teller: Teller;
  const at: Record<string, string> = {};
  beforeAll(async () => {
    teller = await startStory({ locale: "en", width: 360, scheme: "dark" });
  });
  afterAll(() => teller.close());

  const idAt = (name: string): string => at[name]?.split("/").at(-1) ?? "";
  const open = async (summary: string, within = "main"): Promise<void> => {
    await teller.page.locator(`${within} summary`).filter({ hasText: summary }).first().click();
  };
  const quick = () => teller.page.locator("details.quick[open] form");

  it("a deadline is added, told as overdue, and confirmed by name where it stands", async () => {
    const { page, t, make, show, look, ask } = teller;
    at["proceeding"] = await make("proceeding", "proceeding.title", "Company against writer");
    await page.getByText(t("special.next.none")).waitFor();
    await open("Deadline");
    await quick()
      .getByRole("textbox", { name: t("deadline.title"), exact: true })
      .fill("Answer the claim");
    await quick()
      .getByRole("textbox", { name: t("deadline.due"), exact: true })
      .fill(before);
    await quick()
      .getByRole("combobox", { name: t("deadline.zone"), exact: true })
      .fill("Cairo");
    await page.locator(".choices").getByRole("option", { name: "Africa/Cairo", exact: true }).click();
    await quick()
      .getByRole("button", { name: t("action.add"), exact: true })
      .click();
    const next = page.locator(".next-day");
    await next.getByText(/days overdue/).waitFor();
    await next.getByText(t("mark.unconfirmed")).waitFor();
    await look("special-walk-1-overdue");
    await next.getByRole("textbox").fill("A. Counsel");
    await next.getByRole("button", { name: t("command.deadline.confirm"), exact: true }).click();
    await next.getByText(/Confirmed by/).waitFor();
    await show(at["proceeding"] ?? "", "Company against writer");
    expect(await ask("proceeding.page", { proceeding: idAt("proceeding") })).toMatchObject({
      days: [{ day: before, zone: "Africa/Cairo", confirmedBy: "A. Counsel" }],
    });
  });

  it("a deadline is met in one press, with the way back", async () => {
    const { page, t, ask } = teller;
    const days = (): Promise<unknown> => ask("proceeding.page", { proceeding: idAt("proceeding") });
    const next = page.locator(".next-day");
    await next.getByRole("button", { name: t("special.day.met") }).click();
    await page.getByText(t("special.next.nothing")).waitFor();
    expect(await days()).toMatchObject({ days: [{ done: expect.stringMatching(/^20/) as unknown }] });
    await page
      .locator(".live")
      .getByRole("button", { name: t("action.undo"), exact: true })
      .click();
    await next.getByText(/days overdue/).waitFor();
    expect(await days()).toMatchObject({ days: [{ done: null }] });
  });

  it("a hearing is added with the zone of the day before it, and what is typed survives another page", async () => {
    const { page, t, show, look, ask } = teller;
    await open("Hearing");
    await quick()
      .getByRole("textbox", { name: t("hearing.title"), exact: true })
      .fill("First hearing");
    await page.getByText(t("desk.unsent.kept")).waitFor();
    await page.evaluate('location.hash = "#/"');
    await page.getByRole("link", { name: "First hearing" }).click();
    const when = quick().getByRole("textbox", { name: t("hearing.when"), exact: true });
    await when.waitFor();
    await when.fill(after);
    await quick()
      .getByRole("button", { name: t("action.add"), exact: true })
      .click();
    await page.locator(".timeline").getByText("First hearing").waitFor();
    await show(at["proceeding"] ?? "", "Company against writer");
    await open(t("pictures.table"));
    await look("special-walk-2-days");
    expect(await ask("proceeding.page", { proceeding: idAt("proceeding") })).toMatchObject({
      days: [{ day: before }, { day: after, zone: "Africa/Cairo", kind: "hearing" }],
    });
  });

  it("the reply to a letter is recorded in one act, and a reprisal becomes an incident that is tied to it", async () => {
    const { page, t, make, look, ask } = teller;
    at["action"] = await make("action", "action.title", "Letter to the ministry");
    await open(t("special.action.reply"));
    await quick()
      .getByRole("textbox", { name: t("action.reply"), exact: true })
      .fill("They say no.");
    await quick()
      .getByRole("button", { name: t("special.action.reply"), exact: true })
      .click();
    await page.getByText(/^Answered on/).waitFor();
    await open(t("special.reprisal.tell"));
    await quick()
      .getByRole("textbox", { name: t("incident.title"), exact: true })
      .fill("Dismissed from work");
    await quick()
      .getByRole("button", { name: t("command.action.reprisal"), exact: true })
      .click();
    const reprisal = page.locator(".reprisal");
    await reprisal.getByRole("link", { name: "Dismissed from work" }).waitFor();
    await look("special-walk-3-reprisal");
    expect(await ask("record.show", { record: idAt("action") })).toMatchObject({
      values: { result: "answered", reprisal: true, reply: { text: "They say no." } },
    });
  });

  it("a task is done in one press, and not done again by the way back", async () => {
    const { page, t, make, ask } = teller;
    at["task"] = await make("task", "task.title", "Call counsel");
    await page
      .getByRole("main")
      .getByRole("button", { name: t("command.task.done"), exact: true })
      .click();
    await page.getByText(/^Done on/).waitFor();
    await page
      .locator(".live")
      .getByRole("button", { name: t("action.undo"), exact: true })
      .click();
    await page
      .getByRole("main")
      .getByRole("button", { name: t("command.task.done"), exact: true })
      .waitFor();
    const shown = await ask("record.show", { record: idAt("task") });
    expect(shown).toMatchObject({ values: { title: { text: "Call counsel" } }, history: { length: 3 } });
    expect(shown).not.toHaveProperty("values.done");
  });

  it("commitments say what is held against each, and the log tells the acts of this walk", async () => {
    const { page, t, look, ask, problems } = teller;
    await page.evaluate('location.hash = "#/commitments"');
    await page.getByRole("link", { name: t("commitment.C-SLAPP-1.label"), exact: true }).waitFor();
    await look("special-walk-4-commitments");
    await page.evaluate('location.hash = "#/activity"');
    const log = page.locator(".activity");
    await log.getByText(t("command.deadline.confirm")).first().waitFor();
    await page.getByLabel(t("desk.log.act"), { exact: true }).selectOption("action.reprisal");
    await expect.poll(() => log.locator("> li").count(), { timeout: patience }).toBe(1);
    await log.getByRole("link", { name: "Dismissed from work" }).waitFor();
    await look("special-walk-5-log");
    expect(await ask("activity", { act: "deadline.confirm" })).toMatchObject({
      rows: [{ kind: "deadline" }],
    });
    expect(problems).toEqual([]);
  });
});
