// The real program with a real browser: starts `tocsin desk` in a home of its own, opens its address, looks and walks.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";

export interface RealDesk {
  readonly home: string;
  /** With the one-time token. */
  readonly address: string;
  readonly browser: Browser;
  /** The program ends without notice; its home stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Built by the test run itself (tools/fresh-build.ts). */
const program = "bin/tocsin.mjs";

/** In a home of its own, or in that of one that was killed; `environment` can name a vault that it opens. */
export async function startRealDesk(
  before?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RealDesk> {
  const home = before ?? mkdtempSync(join(tmpdir(), "tocsin-walk-"));
  if (before === undefined) cpSync("examples", join(home, "inputs"), { recursive: true });
  const child = spawn(process.execPath, [program, "desk", "--no-open"], {
    env: { ...process.env, ...environment, HOME: home, LANG: "en" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await addressOf(child);
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...chromiumFlags()],
  });
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    await browser.close();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => {
      child.once("exit", resolve);
    });
    child.kill(signal);
    await ended;
  };
  return {
    home,
    address,
    browser,
    kill: () => end("SIGKILL"),
    close: async () => {
      await end("SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", () => reject(new Error(`The desk ended before it gave an address: ${said}`)));
  });
}

export interface AxeFault {
  readonly id: string;
  readonly where: readonly string[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Faults that axe finds on the page once its heading stands; what still loads has none. Run through the debugger, which the content policy does not bind. */
export async function axeFaults(page: Page): Promise<readonly AxeFault[]> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(axeSource);
  const faults: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) })))",
  );
  return Array.isArray(faults) ? faults : [];
}

/** A picture of the page, kept where TOCSIN_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["TOCSIN_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Does with the recovery sheet on the page what it asks for, and gives its words. */
export async function keepSheet(page: Page): Promise<readonly string[]> {
  const words = await page.locator(".sheet-words code").allInnerTexts();
  await page.locator(".recovery-sheet input[type=checkbox]").check();
  for (const field of await page.locator(".recovery-sheet form input:not([type=checkbox])").all()) {
    const label = (await field.getAttribute("aria-labelledby")) ?? "";
    const asked = await page.locator(`[id="${label.split(" ")[0] ?? ""}"]`).innerText();
    await field.fill(words[Number(/\d+/.exec(asked)?.[0]) - 1] ?? "");
  }
  await page.locator(".recovery-sheet button[type=submit]").click();
  return words;
}
