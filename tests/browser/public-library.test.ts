// A public library as somebody opens it: from a disk, from a folder of some server, with and without scripts, in three
// languages, narrow and enlarged, by keyboard, on paper.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portOf } from "../../tools/slow-line.ts";
import { chromiumPath } from "./chromium.ts";
import { faultsOf, launch } from "./fake-visit.ts";
import { kindsOfPages, writeLibrary } from "./library-folder.ts";
import { picture } from "./real-desk.ts";

const locales = ["en", "ar", "ko"];
let folder: string;
let server: Server;
let origin: string;
const asked: string[] = [];

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

/** How far a page can be scrolled sideways, where it can. */
async function sideways(page: Page): Promise<readonly object[]> {
  const over = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return over > 0 ? [{ over }] : [];
}

const onDisk = (path: string): string => pathToFileURL(join(folder, "some/where", path)).href;

describe.skipIf(chromiumPath() === undefined)("a public library", () => {
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-library-"));
    await writeLibrary(join(folder, "some/where"), locales);
    server = await serve();
    origin = `http://127.0.0.1:${portOf(server)}`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  });

  it.each(locales)("has no fault that axe finds and does not scroll sideways, in %s", async (locale) => {
    const faults: unknown[] = [];
    for (const { width, colorScheme, find } of [
      { width: 360, colorScheme: "light" as const, find: faultsOf },
      { width: 1280, colorScheme: "dark" as const, find: faultsOf },
      // A screen of 1280 enlarged to 200 %.
      { width: 640, colorScheme: "light" as const, find: sideways },
    ]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const { page, complaints } = await open(context);
      for (const path of kindsOfPages) {
        await page.goto(onDisk(`${locale}/${path}`));
        await picture(page, `library-${locale}-${width}-${path.replaceAll("/", "-")}`);
        for (const complaint of complaints) faults.push({ locale, path, width, complaint });
        for (const fault of await find(page)) faults.push({ locale, path, width, fault });
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
    for (const path of kindsOfPages) await page.goto(`${origin}/some/where/ar/${path}`);
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

  it.each(["map.html", "numbers/acts-by-quarter.html", "items/long.html", "search.html"])(
    "shows at every stop of the keyboard where one is, and leaves out no link: %s",
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 640, height: 800 } });
      const { page } = await open(context);
      await page.goto(onDisk(`ar/${path}`));
      const links = Number(await page.evaluate("document.querySelectorAll('a[href]').length"));
      const stops = new Set<unknown>();
      for (let stop = 0; stop < links + 10; stop += 1) {
        await page.keyboard.press("Tab");
        const found = await page.evaluate<{ at: number; isSeen: boolean }>(`(() => {
          const here = document.activeElement, box = here.getBoundingClientRect();
          const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return {
            at: [...document.querySelectorAll("*")].indexOf(here),
            isSeen: here === document.body || (isInside && getComputedStyle(here).outlineStyle === "solid"),
          };
        })()`);
        expect(found.isSeen, `${path}, stop ${stop}`).toBe(true);
        stops.add(found.at);
      }
      expect(stops.size).toBeGreaterThanOrEqual(links);
      await context.close();
    },
  );

  it.each(["en", "ar"])("comes on paper without its way round, and no wider, in %s", async (locale) => {
    const context = await browser.newContext({ viewport: { width: 700, height: 900 }, colorScheme: "dark" });
    const { page } = await open(context);
    await page.emulateMedia({ media: "print" });
    for (const path of ["index.html", "resolution.html", "items/long.html", "numbers/acts-by-quarter.html"]) {
      await page.goto(onDisk(`${locale}/${path}`));
      await picture(page, `library-${locale}-print-${path.replaceAll("/", "-")}`);
      expect(await page.getByRole("navigation").filter({ visible: true }).count(), path).toBe(0);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path).toBe(true);
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    }
    await context.close();
  });

  it("is one file that loads nothing, without a fault, with scripts off", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const { page, complaints } = await open(context);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(onDisk("single.html"));
    await picture(page, "library-single");
    expect(requests).toEqual([onDisk("single.html")]);
    expect(complaints).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
