import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const drop = async ({ page }: Visit): Promise<void> => {
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("Title,When\n") };
  await page.locator("main input[type=file]").setInputFiles(file);
  await page.locator("#column-0").waitFor();
};
const dropBook = async ({ page }: Visit): Promise<void> => {
  const file = { name: "book.xlsx", mimeType: "", buffer: Buffer.alloc(2048, "x") };
  await page.locator("main input[type=file]").setInputFiles(file);
  await page.locator("summary", { hasText: "events" }).waitFor();
};
/** Says of three sheets what they are, and how they belong together. */
const joinBook = async ({ page }: Visit): Promise<void> => {
  const sheet = (name: string) =>
    page.locator("details", { has: page.locator("summary", { hasText: name }) });
  await sheet("parts").locator("summary").click();
  await sheet("parts").getByLabel("Each row is", { exact: true }).selectOption("involvement");
  await sheet("people")
    .getByLabel(/^.?Person.?: the column/)
    .selectOption("no");
  await sheet("events")
    .getByLabel(/^.?Incident.?: the column/)
    .selectOption("no");
  await sheet("parts").getByLabel("event", { exact: true }).selectOption("0 incident");
  await sheet("parts").getByLabel("who", { exact: true }).selectOption("0 person");
  await sheet("parts").getByLabel("part", { exact: true }).selectOption("0 role");
  await page.getByRole("button", { name: /^Confirm all guesses/ }).click();
};
const bodies = ({ desk }: Visit, part: string): readonly unknown[] =>
  desk.asked.filter(({ path }) => path.endsWith(part)).map(({ body }) => body);

describe.skipIf(chromiumPath() === undefined)("a table that is imported at the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("goes on only with guesses that a person confirmed, and imports what was gone through", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("import");
    await drop(shown);
    const check = page.getByRole("button", { name: "Go through it, write nothing" });
    expect(await check.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /“.?Title.?” was guessed/ }).check();
    expect(await check.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Confirm all guesses/ }).click();
    await check.click();
    await check.click();
    await page.getByRole("heading", { name: "What an import would write" }).waitFor();
    expect(bodies(shown, "/check")).toMatchObject([
      {
        mapping: {
          name: "list.csv",
          sheets: [
            { headings: 1, records: [{ kind: "incident", fields: { title: { columns: ["Title"] } } }] },
          ],
        },
      },
    ]);
    await page.locator("summary", { hasText: "direction-turning" }).click();
    await page.getByText("U+202E").last().waitFor();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    expect(bodies(shown, "/import")).toEqual([{ checked: "tablecheck" }]);
    expect(await page.getByRole("link", { name: /^Open the list/ }).getAttribute("href")).toBe(
      "#/list/incident",
    );
    await page.getByRole("link", { name: "Take back this import" }).click();
    await page.getByRole("button", { name: "See what that would mean, write nothing" }).click();
    await page.getByText("changed since", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: /^Also those that were changed/ }).check();
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect
      .poll(() => bodies(shown, "/take-back"))
      .toEqual([
        { dryRun: true, changedToo: false },
        { dryRun: true, changedToo: true },
        { dryRun: false, changedToo: true },
      ]);
    await shown.close();
  });

  it("maps a workbook of several sheets at once, which lead to each other by numbers", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("import");
    await dropBook(shown);
    await joinBook(shown);
    await page.getByRole("button", { name: "Go through it, write nothing" }).click();
    await page.getByRole("button", { name: "Go through it, write nothing" }).click();
    await page.getByRole("heading", { name: "What an import would write" }).waitFor();
    const [{ mapping }] = bodies(shown, "/check") as readonly [{ mapping: { sheets: readonly object[] } }];
    expect(mapping.sheets).toMatchObject([
      {
        sheets: ["people"],
        records: [{ kind: "person", key: ["no"], fields: { name: { columns: ["Name"] } } }],
      },
      { sheets: ["events"], records: [{ kind: "incident", key: ["no"] }] },
      {
        sheets: ["parts"],
        records: [
          { kind: "incident", key: ["event"], fields: {} },
          { kind: "person", key: ["who"], fields: {} },
          { kind: "involvement", fields: { role: { columns: ["part"] } } },
        ],
      },
    ]);
    await shown.close();
  });

  it("makes several records of one row, and says what every row has in common", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("import");
    await drop(shown);
    await page.getByRole("button", { name: "Each row is something else too" }).click();
    await page.getByLabel("Each row is also", { exact: true }).waitFor();
    await page.getByLabel("Remark", { exact: true }).selectOption("1 name");
    await page.getByRole("button", { name: "Each row is something else too" }).click();
    await page.getByLabel("Each row is also", { exact: true }).last().selectOption("involvement");
    await page.getByText("Linked because they stand in one row:").waitFor();
    await page.getByLabel(/: the same for every row$/).selectOption("defender");
    await page.getByRole("button", { name: /^Confirm all guesses/ }).click();
    await page.getByRole("button", { name: "Go through it, write nothing" }).click();
    await page.getByRole("button", { name: "Go through it, write nothing" }).click();
    await page.getByRole("heading", { name: "What an import would write" }).waitFor();
    const [{ mapping }] = bodies(shown, "/check") as readonly [{ mapping: { sheets: readonly object[] } }];
    expect(mapping.sheets).toMatchObject([
      {
        records: [
          { kind: "incident", fields: { title: { columns: ["Title"] } } },
          { kind: "person", needs: ["Remark"], fields: { name: { columns: ["Remark"] } } },
          {
            kind: "involvement",
            needs: ["Remark"],
            fields: {
              role: { constant: "defender" },
              person: { record: "person" },
              incident: { record: "incident" },
            },
          },
        ],
      },
    ]);
    await shown.close();
  });

  it("has nothing that axe finds where a workbook of several sheets is mapped", async () => {
    expect(await look(browser, { name: "import-sheets", route: ["import"], prepare: dropBook })).toEqual([]);
  });

  it("has nothing that axe finds and nothing that sticks out where columns are given to fields", async () => {
    expect(await look(browser, { name: "import-columns", route: ["import"], prepare: drop })).toEqual([]);
  });

  it("nor where it says what an import would write", async () => {
    const prepare = async (shown: Visit): Promise<void> => {
      const { page } = shown;
      await drop(shown);
      const buttons = page.locator("main .actions .btn.primary");
      await page.locator("main .actions .btn:not(.primary):not(.quiet)").last().click();
      await page.locator("main .actions .btn.primary:not([disabled]):visible").last().click();
      await buttons.locator("visible=true").last().click();
      await page.locator("#report-title").waitFor();
      for (const summary of await page.locator("main summary").all()) await summary.click();
    };
    expect(await look(browser, { name: "import-check", route: ["import"], prepare })).toEqual([]);
  });
});
