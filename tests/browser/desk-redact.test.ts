import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { documentId } from "./fake-answers/redact.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const route = ["evidence", ids.evidence, "redact"];
const asked = ({ desk }: Visit): readonly unknown[] =>
  desk.asked.filter(({ path }) => path === `/api/evidence/${ids.evidence}/redact`).map(({ body }) => body);

async function make({ page }: Visit): Promise<void> {
  await page.getByRole("textbox", { name: /What is covered/ }).fill("A face");
  await page.getByRole("textbox", { name: /Who makes this copy/ }).fill("Kim Approver");
  await page.getByRole("button", { name: "Make the copy" }).click();
  await page.getByText("The copy is made and sealed.").waitFor();
}

describe.skipIf(chromiumPath() === undefined)("a picture on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("says what it carries, and is covered by keyboard alone: added, moved, resized, removed", async () => {
    const seen = await visit(browser);
    const { page, go, complaints, close } = seen;
    await go(...route);
    await page.getByText("Where it was taken").waitFor();
    const add = page.getByRole("button", { name: "Add a part" });
    await add.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("button", { name: /^Part \d/ }).count()).toBe(2);
    await page.getByRole("button", { name: /^Part 2/ }).focus();
    await page.keyboard.press("Delete");
    const part = page.getByRole("button", { name: /^Part 1/ });
    expect(await part.getAttribute("aria-label")).toContain(
      "60 from the left, 38 from the top, 40 wide, 25 high",
    );
    await part.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    expect(await part.getAttribute("aria-label")).toContain(
      "62 from the left, 38 from the top, 40 wide, 26 high",
    );
    await make(seen);
    expect(asked(seen)).toEqual([
      {
        regions: [{ x: 62, y: 38, width: 40, height: 26 }],
        why: "A face",
        by: "Kim Approver",
        title: "",
        lang: "en",
      },
    ]);
    expect(await page.getByRole("img", { name: "The redacted copy" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is covered where a pointer draws, in pixels of the picture and not of the screen", async () => {
    const seen = await visit(browser, { width: 700 });
    const { page, go, close } = seen;
    await go(...route);
    const board = page.getByRole("group", { name: /The picture/ });
    await board.scrollIntoViewIfNeeded();
    const box = await board.boundingBox();
    if (box === null) throw new Error("no picture is shown");
    const scale = Math.min(box.width / 160, box.height / 100);
    const [left, top] = [box.x + (box.width - 160 * scale) / 2, box.y + (box.height - 100 * scale) / 2];
    await page.mouse.move(left + 100.5 * scale, top + 60.5 * scale);
    await page.mouse.down();
    await page.mouse.move(left + 40.5 * scale, top + 20.5 * scale, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(left + 50 * scale, top + 30 * scale);
    await page.mouse.down();
    await page.mouse.move(left + 60 * scale, top + 30 * scale, { steps: 4 });
    await page.mouse.up();
    await make(seen);
    expect(asked(seen)).toMatchObject([{ regions: [{ x: 50, y: 20, width: 61, height: 41 }] }]);
    await close();
  });

  it("of a PDF is covered by words and by names that are proposed, by keyboard, and looked at before it is kept", async () => {
    const seen = await visit(browser);
    const { page, desk, go, complaints, close } = seen;
    await go("evidence", documentId, "redact");
    await page.getByText("its text can no longer be selected").waitFor();
    await page.getByRole("textbox", { name: "Words to look for" }).focus();
    await page.keyboard.type("street; nowhere");
    await page.keyboard.press("Enter");
    await page.getByText(/street.*found.*1.*on pages.*1/).waitFor();
    await page.getByText(/cannot all be read.*1.*of.*2/).waitFor();
    expect(await page.getByText(/nowhere.*found/).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Part \d/ }).count()).toBe(0);
    await page.getByRole("button", { name: /Cover every place of .*street/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Look for names that a public release withholds" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Cover every place of .*Wanda Example/ }).focus();
    await page.keyboard.press("Enter");
    // One of its two places is covered already.
    expect(await page.getByRole("button", { name: /^Part \d/ }).count()).toBe(2);
    await page.getByRole("button", { name: "Show what would leave" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Nothing is kept yet.").waitFor();
    const bodies = (end: string): readonly unknown[] =>
      desk.asked.filter(({ path }) => path === `/api/evidence/${documentId}/${end}`).map(({ body }) => body);
    expect(bodies("words")).toEqual([
      { phrases: ["street", "nowhere"], names: false },
      { phrases: [], names: true },
    ]);
    expect(bodies("redact/preview")).toEqual([
      {
        regions: [
          { x: 10, y: 20, width: 30, height: 5 },
          { x: 10, y: 70, width: 30, height: 5 },
        ],
      },
    ]);
    expect(bodies("redact")).toEqual([]);
    // What was looked at is not what would leave any more.
    await page.getByRole("button", { name: /^Part 1/ }).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Nothing is kept yet.").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await close();
  });

  it("of a PDF has nothing that axe finds, with words that were found and a copy that is looked at", async () => {
    const prepare = async ({ page }: Visit): Promise<void> => {
      const [words, copy] = [page.locator("form").first(), page.locator("form").last()];
      await words.locator(".actions button").last().click();
      await words.locator(".redact-parts button").click();
      await copy.locator(".actions button").first().click();
      await copy.locator(".redact-copy").waitFor();
    };
    const paper = ["evidence", documentId, "redact"];
    expect(await look(browser, { name: "redact-pdf", route: paper, prepare })).toEqual([]);
  });

  it("has nothing that axe finds and nothing that sticks out, in every circumstance", async () => {
    const prepare = async (seen: Visit): Promise<void> => {
      await seen.page.locator(".redact form").waitFor();
      await seen.page.locator(".redact-board").waitFor();
      await seen.page.locator(".redact section .actions button").first().click();
      await seen.page.locator(".redact-part").waitFor();
    };
    expect(await look(browser, { name: "redact", route, prepare })).toEqual([]);
  });
});
