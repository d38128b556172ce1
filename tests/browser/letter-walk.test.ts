// An open letter all the way, by keyboard: begun, signed, two signatures of one signer merged, frozen as its preview showed it,
// let out with one hash in every file; and what comes after is refused with words that say what to do.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseIn, focusOn, pressOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults } from "./real-desk.ts";
import { startStory, type Teller } from "./story.ts";

describe.skipIf(chromiumPath() === undefined)("an open letter", { timeout: 3 * patience }, () => {
  let teller: Teller;
  let address: string;

  beforeAll(async () => {
    teller = await startStory({ locale: "en", width: 1280 });
  }, 2 * patience);
  afterAll(async () => {
    await teller.close();
  });

  const show = (to: string): Promise<unknown> =>
    teller.page.evaluate(`location.hash = ${JSON.stringify(to)}`);
  const type = async (key: string, text: string): Promise<void> => {
    const { page, t } = teller;
    await focusOn(page, page.getByRole("main").getByRole("textbox", { name: t(key), exact: true }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
  };
  const press = (key: string): Promise<void> =>
    pressOn(
      teller.page,
      teller.page.getByRole("main").getByRole("button", { name: teller.t(key), exact: true }),
    );
  const follow = (key: string, values = {}): Promise<void> =>
    pressOn(
      teller.page,
      teller.page.getByRole("main").getByRole("link", { name: teller.t(key, values), exact: true }),
    );
  const heading = (key: string): Promise<void> =>
    teller.page.getByRole("heading", { level: 1, name: teller.t(key), exact: true }).waitFor();
  const sign = async (name: string): Promise<void> => {
    await follow("letters.desk.sign");
    await heading("letters.desk.sign");
    await type("signature.name", name);
    await press("action.add");
    await teller.page.getByRole("heading", { level: 1, name: "Protect those who defend rights" }).waitFor();
  };

  it("is begun with a deadline by the clocks of a zone", async () => {
    const { page, t, look } = teller;
    await show("#/list/letter");
    await follow("command.letter.open");
    await type("letter.title", "Protect those who defend rights");
    await type("letterVersion.body", "We call on all States to act.");
    await type("letter.deadline", "2099-12-01T18:00");
    await chooseIn(page, page.getByRole("combobox", { name: t("letter.zone"), exact: true }), "Africa/Cairo");
    await press("action.add");
    await page.getByRole("heading", { level: 1, name: "Protect those who defend rights" }).waitFor();
    await page.getByText("Africa/Cairo").first().waitFor();
    address = String(await page.evaluate("location.hash"));
    expect(address).toMatch(/^#\/letter\/\w+$/);
    expect(await axeFaults(page)).toEqual([]);
    await look("letter-walk-1-begun");
  });

  it("takes in signatures, and merges the two of one signer when a person says so", async () => {
    const { page, t, look } = teller;
    await sign("Example Watch");
    await sign("EXAMPLE WATCH e.V.");
    await sign("=SUM(1) Example");
    await follow("letters.desk.queue.open", { count: 1 });
    await heading("letters.desk.queue");
    await type("signerDecision.by", "Example Person");
    const line = t("letters.desk.queue.line", { name: "Example Watch", count: 2 });
    const group = page.getByRole("region", { name: line });
    await group.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look("letter-walk-2-queue");
    await press("signerDecisions.same.label");
    await page.getByText(t("letters.desk.queue.empty")).waitFor();
    await show(address);
    await page.getByText(t("letters.out.sum", { all: 2, named: 2, withheld: 0, counted: 0 })).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look("letter-walk-3-signed");
  });

  it("is frozen as the preview shows it, and leaves with one hash in every file", async () => {
    const { page, t, look } = teller;
    await follow("letters.desk.freeze");
    await page.locator(".frozen-list li").filter({ hasText: "Example Watch" }).waitFor();
    expect(await page.locator(".frozen-list li").count()).toBe(2);
    await type("letter.frozenBy", "Example Person");
    expect(await axeFaults(page)).toEqual([]);
    await look("letter-walk-4-freeze");
    await press("letters.desk.freeze.act");
    await page.getByRole("heading", { name: t("letterStates.frozen.label"), exact: true }).waitFor();
    const digest = await page.locator("section[aria-labelledby=frozen-title] code").innerText();
    await type("release.approvedBy", "Example Person");
    await press("desk.release.approve");
    const links = page.locator(".outputs a");
    await links.first().waitFor();
    expect(await links.count()).toBe(5);
    const urls = await links.evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
    const held: string[] = [];
    for (const url of urls) {
      const bytes = await page.evaluate(async (from) => {
        const answer = await fetch(from);
        return [...new Uint8Array(await answer.arrayBuffer())];
      }, url);
      held.push(Buffer.from(bytes).toString("latin1"));
    }
    const [pdf = "", docx = "", html = "", csv = "", json = ""] = held;
    expect([pdf.slice(0, 5), docx.slice(0, 2)]).toEqual(["%PDF-", "PK"]);
    expect([html, csv, json].map((text) => text.includes(digest))).toEqual([true, true, true]);
    expect(csv).toContain("'=SUM(1) Example");
    expect(json).not.toContain("Example Person");
    expect(await axeFaults(page)).toEqual([]);
    await look("letter-walk-5-frozen");
  });

  it("refuses what comes after, with words that say what to do, and keeps what was typed", async () => {
    const { page, t, look } = teller;
    await show(`${address}/sign`);
    await type("signature.name", "Late Example");
    await press("action.add");
    await page.getByRole("alert").getByText(t("error.letters.frozen")).waitFor();
    const name = page.getByRole("textbox", { name: t("signature.name"), exact: true });
    expect(await name.inputValue()).toBe("Late Example");
    await look("letter-walk-6-late");
  });
});
