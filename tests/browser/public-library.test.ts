// A public library as somebody opens it: from a disk, from a folder of some server, with and without scripts, in three
// languages, narrow and enlarged.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { buildLibrary } from "@tocsin/library";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpHead, madeUpItems, madeUpTables } from "../../packages/library/src/made-up-library.fake.ts";
import { chromiumPath } from "./chromium.ts";
import { faultsOf, launch } from "./fake-visit.ts";
import { picture } from "./real-desk.ts";

const locales = ["en", "ar", "ko"];
const pages = [
  "index.html",
  "all.html",
  "country.html",
  "theme/slapp.html",
  "resolution.html",
  "timeline.html",
  "numbers/acts-by-quarter.html",
  "words.html",
  "search.html",
  "items/example-3.html",
];
let folder: string;
let server: Server;
let origin: string;
const asked: string[] = [];

async function writeLibrary(): Promise<void> {
  const translators = new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const input = { head: madeUpHead(locales), items: madeUpItems(120), tables: madeUpTables() };
  const made = buildLibrary(input, {
    translators,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    onProblem: ({ code, where }) => {
      throw new Error(`${code} ${where}`);
    },
  });
  for await (const file of made) {
    const path = join(folder, "some/where", file.path);
    await mkdir(dirname(path), { recursive: true });
    if ("bytes" in file) await writeFile(path, file.bytes);
  }
}

const types: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

/** Files as they lie there, and no header that a page could lean on. */
async function serve(): Promise<Server> {
  const made = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x.test");
    asked.push(pathname);
    readFile(join(folder, normalize(pathname))).then(
      (bytes) =>
        response
          .setHeader("content-type", types[pathname.split(".").at(-1) ?? ""] ?? "text/plain")
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    made.listen(0, "127.0.0.1", resolve);
  });
  return made;
}

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

async function open(context: BrowserContext): Promise<Opened> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

const onDisk = (path: string): string => pathToFileURL(join(folder, "some/where", path)).href;

describe.skipIf(chromiumPath() === undefined)("a public library", () => {
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-library-"));
    await writeLibrary();
    server = await serve();
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  });

  it.each(locales)("has no fault that axe finds and does not scroll sideways, in %s", async (locale) => {
    const faults: unknown[] = [];
    for (const { width, colorScheme } of [
      { width: 360, colorScheme: "light" as const },
      { width: 1280, colorScheme: "dark" as const },
      // A screen of 1280 enlarged to 200 %.
      { width: 640, colorScheme: "light" as const },
    ]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const { page, complaints } = await open(context);
      for (const path of pages) {
        await page.goto(onDisk(`${locale}/${path}`));
        await picture(page, `library-${locale}-${width}-${path.replaceAll("/", "-")}`);
        for (const complaint of complaints) faults.push({ locale, path, width, complaint });
        for (const fault of await faultsOf(page)) faults.push({ locale, path, width, fault });
        // axe asks for the style sheet by itself, and the policy of the page says no: that is no fault of the page.
        complaints.length = 0;
      }
      await context.close();
    }
    expect(faults).toEqual([]);
  });

  it("is read from a disk without scripts, by links alone", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const { page } = await open(context);
    await page.goto(onDisk("index.html"));
    await page.getByRole("link", { name: "Themes", exact: true }).first().click();
    await page.getByRole("link", { name: "Abusive lawsuits" }).click();
    await page.getByRole("heading", { level: 1, name: "Abusive lawsuits" }).waitFor();
    const aside = page.getByRole("complementary");
    await aside.getByRole("link").first().click();
    expect(await page.locator("a.chip").count()).toBe(2);
    await page.locator("a.chip", { hasText: "Abusive lawsuits" }).click();
    expect(await page.locator("a.chip").count()).toBe(1);
    await page.locator("p.title a").first().click();
    await page.getByRole("link", { name: "العربية" }).first().click();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.goto(onDisk("en/words.html"));
    await page.locator("ul.az a").first().click();
    expect(await page.locator("dl.words dd a").count()).toBeGreaterThan(0);
    await context.close();
  });

  it.each([
    ["a disk", () => onDisk("en/search.html")],
    ["a folder of a server", () => `${origin}/some/where/en/search.html`],
  ])("is searched in the browser, from %s", async (_, address) => {
    const context = await browser.newContext();
    const { page, complaints } = await open(context);
    await page.goto(address());
    await page.getByRole("searchbox").fill("shutdowns");
    await page.keyboard.press("Enter");
    await page.locator("#results li").first().waitFor();
    expect(await page.locator("#status").innerText()).toMatch(/Found: \d+/);
    const first = page.locator("#results a").first();
    const title = await first.innerText();
    await first.click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title);
    await page.goto(`${address()}?q=zzzzqq`);
    await page.getByText("Nothing found with all of these words.").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("asks a server for nothing outside its folder, and keeps nothing", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    for (const path of pages) await page.goto(`${origin}/some/where/ar/${path}`);
    expect(requests.filter((each) => !each.startsWith(`${origin}/some/where/`))).toEqual([]);
    expect(asked.filter((each) => !each.startsWith("/some/where/") && each !== "/favicon.ico")).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    await context.close();
  });

  it("is walked by the keyboard: the first stop leads past the head, and the focus is seen", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await page.goto(onDisk("en/all.html"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await context.close();
  });
});
