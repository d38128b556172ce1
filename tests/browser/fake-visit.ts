// A browser on the screen with the fake desk behind it: every test gets its own page, and hears what went wrong in it.
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath, patience } from "./chromium.ts";
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
  /** Goes on with the same page on another ground and in another width. */
  turn(shape: Shape): Promise<void>;
  close(): Promise<void>;
}

/** Ground and width of a page, which it can take on without being loaded again. */
export interface Shape {
  readonly scheme: "light" | "dark";
  readonly width: number;
}

export interface VisitOptions extends Partial<Omit<FakeDeskOptions, "screen">> {
  readonly scheme?: "light" | "dark";
  readonly width?: number;
}

const height = 900;

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
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
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
      await drawn(page);
      // The new screen is there when nothing says that it is loading.
      await page.locator("main h1").waitFor();
      await page.locator("main output.note").first().waitFor({ state: "detached" });
    },
    turn: async ({ scheme: ground, width: wide }) => {
      await page.emulateMedia({ colorScheme: ground });
      await page.setViewportSize({ width: wide, height });
      await drawn(page);
    },
    close: async () => {
      await context.close();
      await desk.close();
    },
  };
}

/** Two drawings later what was asked for has begun. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}

/** Every language with every ground and width in two shapes each, so that each meets each. */
export const circumstances: readonly { readonly locale: string; readonly shapes: readonly Shape[] }[] = [
  {
    locale: "en",
    shapes: [
      { scheme: "light", width: 1280 },
      { scheme: "dark", width: 360 },
    ],
  },
  {
    locale: "ar",
    shapes: [
      { scheme: "dark", width: 1280 },
      { scheme: "light", width: 360 },
    ],
  },
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
  for (const { locale, shapes } of circumstances) {
    // A page that was only looked at can show the next screen too: loading the desk takes longer than looking at it.
    const isFresh = prepare !== undefined;
    const shown = await (isFresh ? visit : lookingVisit)(browser, { ...options, locale });
    const before = shown.complaints.length;
    await shown.go(...route);
    await prepare?.(shown);
    for (const shape of shapes) {
      await shown.turn(shape);
      const title = `${name}-${locale}-${shape.scheme}-${String(shape.width)}`;
      await picture(shown.page, title);
      for (const fault of await faultsOf(shown.page)) faults.push({ title, ...fault });
    }
    for (const complaint of shown.complaints.slice(before)) faults.push({ locale, complaint });
    if (isFresh) await shown.close();
  }
  return faults;
}

const looking = new WeakMap<Browser, Map<string, Promise<Visit>>>();

/** One page for each kind of visit, for as long as the browser is open. */
function lookingVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const visits = looking.get(browser) ?? new Map<string, Promise<Visit>>();
  if (!looking.has(browser)) {
    looking.set(browser, visits);
    browser.once("disconnected", () => {
      for (const each of visits.values()) void each.then(({ desk }) => desk.close());
    });
  }
  const key = JSON.stringify(options);
  const known = visits.get(key) ?? visit(browser, options);
  visits.set(key, known);
  return known;
}

/** What axe finds on a page, and how far it can be scrolled sideways. */
export async function faultsOf(page: Page): Promise<readonly object[]> {
  const over = Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
  return over > 0 ? [...(await axeFaults(page)), { over }] : axeFaults(page);
}
