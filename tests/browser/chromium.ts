// Where Chromium is and how browser tests start it. Where there is none they are counted as skipped:
// `it.skipIf(chromiumPath() === undefined)`.
import { existsSync } from "node:fs";

const wholeBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
// The headless shell draws the same pages without a browser around them, in two thirds of the processor time.
const usualPlaces = ["/usr/bin/chromium-headless-shell", ...wholeBrowsers];

/** Milliseconds that a page may take to show what was asked for, on a machine that does much else at once. */
export const patience = 120_000;

/** The executable that draws pages, or undefined. `TOCSIN_CHROMIUM` names another one, and then only that counts. */
export function chromiumPath(): string | undefined {
  return firstOf(usualPlaces);
}

/** As `chromiumPath`, but a browser with all that people have around a page: for what it writes to the disk. */
export function wholeChromiumPath(): string | undefined {
  return firstOf(wholeBrowsers);
}

function firstOf(places: readonly string[]): string | undefined {
  const named = process.env["TOCSIN_CHROMIUM"];
  return (named === undefined || named === "" ? places : [named]).find((place) => existsSync(place));
}

/** Flags for a browser that talks to nobody but the page under test. */
export function chromiumFlags(): readonly string[] {
  const quiet = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  // Chromium refuses its sandbox to root, as in most containers; elsewhere the sandbox stays.
  return process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
}
