// The offline page as a court opens it: from the disk, without a network, out of the bundle's own folder.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createNodePrimitives, createProgram, exportToFolder } from "@tocsin/node";
import { addEvidence, makeBundle } from "@tocsin/workspace";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch } from "./fake-visit.ts";
import { axeFaults } from "./real-desk.ts";

const built = resolve(import.meta.dirname, "../../dist/web/verify.html");
/** More than one chunk and more than one piece, so that saving streams. */
const plain = Buffer.from(Array.from({ length: 1_300_000 }, (_, at) => (at * 31 + (at >> 9)) % 251));
let place: string;
let bundle: string;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function writeBundle(): Promise<void> {
  const program = await createProgram(join(place, "vault"), {
    passphrase: "a sentence for tests",
    deviceName: "laptop",
    cost: { memoryKib: 1024, passes: 1, lanes: 1 },
  });
  const source = {
    mediaType: "application/octet-stream",
    original: null,
    stream: () => once(plain),
    listing: () => null,
  };
  const about = { title: { text: "<b>What was on the stick</b>", lang: "en" } };
  const { record } = await addEvidence(program.workspace, source, { about });
  await makeBundle(program.workspace, {
    evidence: [record],
    audience: "court",
    approvedBy: "Somebody",
    lang: "en",
    translator: createTranslator("en", await loadCatalogues("en")),
    tool: { name: "tocsin", version: "test" },
    primitives: createNodePrimitives(),
    sink: exportToFolder(bundle),
    page: await readFile(built),
  });
  await program.close();
}

interface Visit {
  readonly page: Page;
  readonly requests: string[];
}

async function visit(context: BrowserContext): Promise<Visit> {
  await context.setOffline(true);
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") requests.push(message.text());
  });
  // The dialog of the system cannot be worked in a test; the other way of saving is the one of most browsers.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  await page.goto(pathToFileURL(join(bundle, "verify.html")).href);
  return { page, requests };
}

async function choose(page: Page, folder: string): Promise<string> {
  await page.setInputFiles("#folder", folder);
  const verdict = page.locator("h2[tabindex='-1']");
  await verdict.waitFor();
  return (await verdict.textContent()) ?? "";
}

describe.skipIf(chromiumPath() === undefined)("the page that checks a bundle", () => {
  let browser: Browser;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "tocsin-page-"));
    bundle = join(place, "bundle");
    await writeBundle();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await rm(place, { recursive: true });
  });

  it("says from the disk and without a network that the bundle holds, and what that does not prove", async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const { page, requests } = await visit(context);
    expect(await choose(page, bundle)).toContain("holds");
    const text = await page.locator("main").innerText();
    expect(text).toContain("<b>What was on the stick</b>");
    expect(text).toContain(createHash("sha256").update(plain).digest("hex"));
    expect(text).toContain("Who the person was that used a key");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H2");
    // The page itself is all that was ever asked for, and nothing complained.
    expect(requests).toEqual([pathToFileURL(join(bundle, "verify.html")).href]);
    await context.close();
  });

  it("hands out the opened evidence, byte for byte", async () => {
    const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true });
    const { page } = await visit(context);
    await choose(page, bundle);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: /Save the opened file/ }).click();
    const saved = await readFile(await (await waiting).path());
    expect(saved.equals(plain)).toBe(true);
    await page.getByText("Its bytes are those that the entry names").waitFor();
    await context.close();
  });

  it("says what does not hold, by its place, and which folder is no bundle", async () => {
    const altered = join(place, "altered");
    await cp(bundle, altered, { recursive: true });
    const path = join(altered, "data/operations.jsonl");
    await writeFile(path, (await readFile(path, "utf8")).replace("on the stick", "on the disk!"));
    const context = await browser.newContext({ locale: "en-GB" });
    const { page } = await visit(context);
    expect(await choose(page, altered)).toContain("does not hold");
    expect(await page.locator("main").innerText()).toContain(
      "An entry was changed: its act does not name it",
    );
    await page.reload();
    expect(await choose(page, join(place, "vault"))).toContain("not a bundle");
    await context.close();
  });

  it("is refused every connection by its own policy, were the network there", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(bundle, "verify.html")).href);
    const outcome = await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "connected",
        () => "refused",
      ),
    );
    const policy = await page.getAttribute("meta[http-equiv]", "content");
    expect(outcome).toBe("refused");
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/);
    await context.close();
  });

  it.each(["en-GB", "ar"])("has nothing that axe finds and works by keyboard, in %s", async (locale) => {
    const context = await browser.newContext({ locale });
    const { page } = await visit(context);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getAttribute("html", "dir")).toBe(locale === "ar" ? "rtl" : "ltr");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("language");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("folder");
    await choose(page, bundle);
    expect(await axeFaults(page)).toEqual([]);
    await page.selectOption("#language", locale === "ar" ? "en" : "ar");
    expect(await page.getAttribute("html", "dir")).toBe(locale === "ar" ? "ltr" : "rtl");
    await page.locator("h2[tabindex='-1']").waitFor();
    await context.close();
  });
});
