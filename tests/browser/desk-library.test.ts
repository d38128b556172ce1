import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { idOf } from "./fake-answers/answer.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const bodies = ({ desk }: Visit, path: string): readonly unknown[] =>
  desk.asked.filter((each) => each.path === path).map(({ body }) => body);

const planned = async (shown: Visit): Promise<void> => {
  await shown.go("library");
  await shown.page.getByRole("button", { name: "Show what would leave" }).click();
  await shown.page.getByRole("heading", { name: "What changes since the last release" }).waitFor();
};

describe.skipIf(chromiumPath() === undefined)("the public library on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("begins from what was said of the last one, and plans nothing for an address that is none", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await shown.go("library");
    await page.getByText("Records of its kinds that were written since: 7").waitFor();
    const plan = page.getByRole("button", { name: "Show what would leave" });
    await page.getByText("Title, addresses, numbers", { exact: true }).click();
    const title = page.getByRole("textbox", { name: "Title of the library" });
    expect(await title.inputValue()).toBe("An example library");
    await page.getByRole("textbox", { name: "Address on the web" }).fill("file:///here");
    await page.getByText("An address of the web begins with").waitFor();
    expect(await plan.isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Address on the web" }).fill("https://library.example");
    await plan.click();
    await expect
      .poll(() => bodies(shown, "/api/library/plan"))
      .toEqual([
        {
          publisher: "Example Watch",
          title: [{ text: "An example library", lang: "en" }],
          about: [],
          locales: ["en", "ar"],
          address: "https://library.example",
          onion: "",
          mirrors: [],
          numbers: true,
          again: [],
          reasons: [],
        },
      ]);
    await shown.close();
  });

  it("tells each item that changes, with its parts, and what the library says otherwise", async () => {
    const shown = await visit(browser);
    await planned(shown);
    const changes = shown.page.getByRole("region", { name: "What changes since the last release" });
    const lines = await changes.getByRole("listitem").allInnerTexts();
    expect(lines.some((line) => /An example report.*title, licence/s.test(line))).toBe(true);
    expect(await changes.innerText()).toMatch(
      /Withdrawn: 1[\s\S]*Changed: 1[\s\S]*New: 1[\s\S]*As it was: .?2/,
    );
    await changes.getByText(/It says of itself otherwise: .?Other addresses/).waitFor();
    await shown.close();
  });

  it("takes why something changed, and lets nothing leave before that was looked at", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    await page.getByText("Say why").first().click();
    await page
      .getByRole("textbox", { name: "Why it changed; everybody can read it" })
      .first()
      .fill("It was wrong");
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    await page.getByRole("checkbox", { name: /I have read this/ }).check();
    expect(await page.getByRole("button", { name: "Approve and write" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Look again, with the reasons" }).click();
    await expect
      .poll(() => bodies(shown, "/api/library/plan").at(-1))
      .toMatchObject({ reasons: [{ text: "It was wrong", lang: "en" }] });
    await shown.close();
  });

  it("lets a file leave only where a person chose it, says why others stay, and looks again first", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    const files = page.getByRole("region", { name: "Archived copies as files" });
    await files.getByText("Properties of the document").waitFor();
    await files.getByText("a name that must stay inside is in its metadata").waitFor();
    expect(await files.getByRole("checkbox").count()).toBe(2);
    expect(await files.getByRole("link", { name: /Make a copy without it/ }).count()).toBe(1);
    await files.getByRole("checkbox", { name: "example-scan.pdf" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    await page.getByRole("checkbox", { name: /I have read this/ }).check();
    expect(await page.getByRole("button", { name: "Approve and write" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "See what leaves with these files" }).click();
    await expect
      .poll(() => bodies(shown, "/api/library/plan").at(-1))
      .toMatchObject({ files: [idOf("g"), idOf("f")] });
    await shown.close();
  });

  it("says under which number small ones are hidden, and takes another one", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    await page.getByText(/Numbers below .?5.? are hidden/).waitFor();
    await page.getByText("Title, addresses, numbers", { exact: true }).click();
    await page.getByRole("textbox", { name: "Hide numbers below" }).fill("10");
    await page.getByRole("button", { name: "Show what would leave" }).click();
    await expect.poll(() => bodies(shown, "/api/library/plan").at(-1)).toMatchObject({ threshold: 10 });
    await shown.close();
  });

  it("leads from what stays inside to whoever did not agree, beside the page", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    const stays = page.getByRole("region", { name: /^What stays inside/ });
    await stays.getByText("not everybody in it agreed to publication: 1").click();
    await stays.getByRole("link", { name: "Example Editor", exact: true }).click();
    await page.locator("aside .beside, .beside").first().waitFor();
    expect(page.url()).toMatch(/#\/library\/~\/person\//);
    await page.getByRole("link", { name: /^Record a consent of .?Example Editor/ }).click();
    await expect.poll(() => page.url()).toMatch(/~\/.*new\/consent\/person\//);
    await shown.close();
  });

  it("lets out again what a withdrawn release holds back only where somebody ticks it", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    await page.getByText("Held back by a release that was withdrawn").click();
    const again = page.getByRole("button", { name: "Let out again what is ticked, and look" });
    expect(await again.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /An example case/ }).check();
    await again.click();
    await expect
      .poll(() => bodies(shown, "/api/library/plan").at(-1))
      .toMatchObject({ again: ["c".repeat(26)] });
    await shown.close();
  });

  it("leaves only once somebody has read what it gives away, and answers for it", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await planned(shown);
    const approve = page.getByRole("button", { name: "Approve and write" });
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    expect(await approve.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /I have read this/ }).check();
    await approve.click();
    await page.getByRole("heading", { name: "Written" }).waitFor();
    expect(bodies(shown, "/api/library")).toEqual([
      { plan: "planned", form: "zip", approvedBy: "Example Approver", acceptDifferences: true },
    ]);
    await page.getByText("Once you fetch it, it lies in clear").waitFor();
    await shown.close();
  });

  it("has nothing that axe finds and nothing that sticks out, unfolded and written, in every circumstance", async () => {
    const prepare = async ({ page }: Visit): Promise<void> => {
      await page.locator("form.card button[type=submit]").first().click();
      await page.locator("#changes-title").waitFor();
      await page.evaluate(
        "document.querySelectorAll('article details').forEach((each) => { each.open = true; })",
      );
      await page.locator("section.card input[type=checkbox]").last().check();
      await page.locator("form.card").last().locator("input[type=text]").last().fill("Example Approver");
      await page.locator("form.card").last().locator("button[type=submit]").click();
      await page.locator(".outputs").waitFor();
    };
    expect(await look(browser, { name: "library", route: ["library"], prepare })).toEqual([]);
  });
});
