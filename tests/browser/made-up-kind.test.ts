import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startDesk, type RunningDesk } from "@tocsin/desk-server";
import { codes, date, flag, integer, kind, text } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath, patience } from "./chromium.ts";

/** The one file in which this kind stands: the screen was built without it. */
const lantern = kind(
  "lantern",
  1,
  {
    title: text({ required: true, search: "high" }),
    colour: codes("lanternColours", { facet: true }),
    lit: date({ sort: true }),
    height: integer(),
    borrowed: flag(),
  },
  {
    label: "title",
    stretch: "record",
    messages: {
      en: {
        "kind.lantern": "Lanterns",
        "kind.lantern.one": "Lantern",
        "lantern.title": "Name of the lantern",
        "lantern.colour": "Colour",
        "lantern.lit": "Lit since",
        "lantern.height": "Height in centimetres",
        "lantern.borrowed": "Borrowed",
      },
    },
  },
);
const colours = { name: "lanternColours", terms: [{ code: "amber" }, { code: "teal" }] };

describe.skipIf(chromiumPath() === undefined)("a kind that the screen has never heard of", () => {
  let desk: RunningDesk;
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), "tocsin-lantern-"));

  beforeAll(async () => {
    desk = await startDesk({
      version: "0.0.0",
      registry: createBuiltInRegistry({ kinds: [lantern], vocabularies: [colours] }),
      examples: resolve("examples"),
      screen: resolve("dist/desk"),
      clock: () => Date.now(),
      program: { cost: { memoryKib: 1024, passes: 1, lanes: 1 } },
    });
    await desk.desk.vault.create(join(folder, "vault"), {
      passphrase: "six invented words stand in here",
      deviceName: "Example device",
    });
    const executablePath = chromiumPath() ?? "";
    browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] });
    page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(desk.address);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("can be made, edited, listed, filtered and searched in the desk", async () => {
    await page
      .getByRole("navigation", { name: "The road" })
      .getByRole("link", { name: /^Lanterns/ })
      .click();
    await page
      .getByRole("link", { name: /^New: .*Lantern/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Name of the lantern" }).fill("Harbour light");
    await page
      .getByRole("button", { name: /^(Begin|Save|Add|Create)/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Harbour light" }).waitFor();
    await page.getByRole("textbox", { name: "Lit since" }).fill("2025-05-XX");
    await page.getByRole("textbox", { name: "Height in centimetres" }).fill("40");
    await page.getByRole("combobox", { name: "Colour" }).fill("amb");
    await page.getByRole("option", { name: "amber" }).click();
    const states = async () => (await recordsOf()).map(({ values }) => values);
    await expect
      .poll(states)
      .toEqual([expect.objectContaining({ lit: "2025-05-XX", height: 40, colour: ["amber"] })]);
    await page
      .getByRole("navigation", { name: "The road" })
      .getByRole("link", { name: /^Lanterns/ })
      .click();
    await page.locator("summary", { hasText: /^Filter$/ }).click();
    await page.getByRole("button", { name: /amber/ }).click();
    await page.getByRole("link", { name: "Harbour light" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("harbour");
    await page.getByRole("option", { name: /Harbour light/ }).waitFor();
  });

  async function recordsOf(): Promise<readonly { readonly values: Readonly<Record<string, unknown>> }[]> {
    const workspace = desk.desk.vault.open?.workspace;
    const { rows } = (await workspace?.view.list({ kind: "lantern" })) ?? { rows: [] };
    return Promise.all(
      rows.map(async ({ id }) => {
        const shown: unknown = await workspace?.ask("record.show", { record: id });
        return shown as { readonly values: Readonly<Record<string, unknown>> };
      }),
    );
  }
});
