import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, patience, wholeChromiumPath } from "./chromium.ts";
import { keepSheet, startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "markerphrase of six invented words";
/** Nothing of these may be found anywhere once the desk is locked and the browser has gone. */
const markers = ["Markerperson", "Markerstory", "markerphrase", "Markertyped"];

/** Files below a folder that hold a marker, in UTF-8 or UTF-16. What a browser compresses cannot be seen so. */
function filesWithMarkers(folder: string): readonly string[] {
  const forms = markers.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

describe.skipIf(wholeChromiumPath() === undefined)("the browser's profile", () => {
  let desk: RealDesk;
  let context: BrowserContext;
  let page: Page;
  let profile = "";

  const ask = (path: string, body: object): Promise<unknown> =>
    page.evaluate(
      `fetch(${JSON.stringify(path)}, { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
    );

  beforeAll(async () => {
    desk = await startRealDesk();
    profile = mkdtempSync(join(tmpdir(), "tocsin-profile-"));
    mkdirSync(join(profile, "data"));
    const executablePath = wholeChromiumPath();
    context = await chromium.launchPersistentContext(join(profile, "data"), {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...chromiumFlags()],
      env: { ...process.env, TMPDIR: profile },
    });
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(desk.address);
  });
  afterAll(async () => {
    await desk.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it("holds nothing of what was shown, typed and searched, once the vault is locked and the browser closed", async () => {
    await page.getByRole("link", { name: "Create a vault" }).click();
    await page.getByRole("textbox", { name: "Name of this device" }).fill("Example device");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByLabel("Passphrase once more").fill(passphrase);
    await page.getByRole("button", { name: "Create the vault" }).click();
    await page.getByRole("heading", { name: "Recovery sheet" }).waitFor();
    const sheet = await keepSheet(page);
    await page.getByText("Sealed").first().waitFor();
    const created = await ask("/api/command/record.create", {
      input: { kind: "person", values: { name: { text: "Markerperson", lang: "en" } } },
    });
    const { records = [] } = created as { readonly records?: readonly string[] };
    await ask("/api/command/record.create", {
      input: {
        kind: "incident",
        values: {
          title: { text: "Markerstory", lang: "en" },
          narrative: { text: "Markerstory ".repeat(500), lang: "en" },
        },
      },
    });
    await page.evaluate(`location.hash = "#/person/${records[0] ?? ""}"`);
    await page.getByRole("heading", { level: 1, name: "Markerperson" }).waitFor();
    await page.evaluate('location.hash = "#/happened"');
    await page.getByRole("main").getByRole("textbox").first().fill("Markertyped and never sent");
    for (let at = 0; at < 3; at += 1) await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Calculator" }).waitFor();
    expect(markers.filter((marker) => sheet.includes(marker))).toEqual([]);
    await context.close();
    const searched = readdirSync(profile, { recursive: true }).length;
    expect(searched).toBeGreaterThan(20);
    expect(filesWithMarkers(profile)).toEqual([]);
    expect(filesWithMarkers(desk.home)).toEqual([]);
    // The words of the sheet one by one are in every dictionary; four of them in a row are not.
    const row = sheet.slice(0, 4).join(" ");
    const holding = readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(row));
    expect(holding).toEqual([]);
    // The search itself finds what is there.
    writeFileSync(join(profile, "planted"), Buffer.from("x Markertyped", "utf16le"));
    expect(filesWithMarkers(profile)).toEqual([join(profile, "planted")]);
  });
});
