// A browser on the screen with the fake desk behind it: every test gets its own page, and hears what went wrong in it.
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import { axeFaults, picture } from "./real-desk.ts";
import { startFakeDesk, type FakeDesk, type FakeDeskOptions } from "./fake-desk.ts";

/** Built by the test run itself (tools/fresh-build.ts); another folder can be named. */
const screen = process.env["TOCSIN_SCREEN"] ?? join(import.meta.dirname, "../../dist/desk");

export interface Visit {
  readonly page: Page;
  readonly desk: FakeDesk;
  /** What the browser complained of: scripts, the content policy, missing files. */
  readonly complaints: readonly string[];
  /** Shows the screen of an address, whole. */
  go(...parts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface VisitOptions extends Partial<Omit<FakeDeskOptions, "screen">> {
  readonly scheme?: "light" | "dark";
  readonly width?: number;
}

export function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...chromiumFlags()],
  });
}

export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { scheme = "light", width = 1280, vault = "open", ...others } = options;
  const desk = await startFakeDesk({ ...others, vault, screen });
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(desk.address);
  await page.locator("main h1").waitFor();
  return {
    page,
    desk,
    complaints,
    go: async (...parts) => {
      await page.evaluate(`location.hash = "#/${parts.join("/")}"`);
      // Two drawings later the new screen has begun; it is there when nothing says that it is loading.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      await page.locator("main h1").waitFor();
      await page.locator("main output.note").waitFor({ state: "detached" });
    },
    close: async () => {
      await context.close();
      await desk.close();
    },
  };
}

/** Every language, ground and width, two by two. */
export const circumstances: readonly Required<Pick<VisitOptions, "locale" | "scheme" | "width">>[] = [
  { locale: "en", scheme: "light", width: 1280 },
  { locale: "ar", scheme: "dark", width: 1280 },
  { locale: "ar", scheme: "light", width: 360 },
  { locale: "en", scheme: "dark", width: 360 },
];

interface Looked {
  readonly name: string;
  readonly route: readonly string[];
  readonly options?: VisitOptions;
  /** Brings the screen into the state that is looked at. */
  readonly prepare?: (visit: Visit) => Promise<void>;
}

/**
 * One screen in every circumstance: that axe finds nothing, that it does not scroll sideways, and a picture of each where
 * TOCSIN_PICTURES names a folder. Gives what is wrong.
 */
export async function look(
  browser: Browser,
  { name, route, options = {}, prepare }: Looked,
): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const around of circumstances) {
    const shown = await visit(browser, { ...options, ...around });
    await shown.go(...route);
    await prepare?.(shown);
    const title = `${name}-${around.locale}-${around.scheme}-${around.width}`;
    await picture(shown.page, title);
    for (const fault of await axeFaults(shown.page)) faults.push({ title, ...fault });
    const over = await shown.page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (Number(over) > 0) faults.push({ title, over });
    for (const complaint of shown.complaints) faults.push({ title, complaint });
    await shown.close();
  }
  return faults;
}
