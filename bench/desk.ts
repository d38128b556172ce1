// How long a person waits for the desk: from the start of the program to its address, and from the address to a
// screen that answers, against an empty page of the same browser from the same computer.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../tests/browser/chromium.ts";
import { measureSizes } from "../tools/sizes.mjs";

const runs = 9;
const longestInteractive = 1000;
const longestStart = 10_000;

export async function bench() {
  const browserPath = chromiumPath();
  const figures = [...(await scriptFigures())];
  const started = performance.now();
  const child = spawn(process.execPath, ["bin/tocsin.mjs", "desk", "--no-open"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const address = await addressOf(child);
    figures.push(startFigure(performance.now() - started));
    if (browserPath !== undefined) figures.push(await screenFigure(browserPath, address));
  } finally {
    child.kill("SIGTERM");
  }
  return { name: "Desk", figures };
}

interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: { readonly label: string; readonly value: number; readonly unit: string };
  readonly ratio?: number;
  readonly target: string;
  readonly met: boolean;
}

function startFigure(value: number): Figure {
  const met = value <= longestStart;
  return {
    label: "start of the program to its address",
    value: Math.round(value),
    unit: "ms",
    target: "at most 10 s",
    met,
  };
}

async function scriptFigures(): Promise<readonly Figure[]> {
  const all = await measureSizes(process.cwd());
  return all
    .filter(({ name }) => name.startsWith("desk, "))
    .map(({ name, bytes, limit, met }) => ({
      label: name.slice("desk, ".length),
      value: Math.round(bytes / 100) / 10,
      unit: "kB",
      target: limit === undefined ? "" : `at most ${String(limit / 1000)} kB`,
      met,
    }));
}

async function screenFigure(executablePath: string, address: string): Promise<Figure> {
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] });
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>x</title><button>Explore the example</button>");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  try {
    const bound = server.address();
    const empty = `http://127.0.0.1:${typeof bound === "object" ? (bound?.port ?? 0) : 0}/`;
    const context = await browser.newContext();
    await millisecondsTo(context, address);
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await millisecondsTo(context, new URL("/", address).href));
      bare.push(await millisecondsTo(context, empty));
    }
    const value = Math.round(median(ours));
    const against = { label: "an empty page", value: Math.round(median(bare)), unit: "ms" };
    const target = "at most 1 s";
    const label = `screen answers, median of ${runs}`;
    return {
      label,
      value,
      unit: "ms",
      against,
      ratio: value / against.value,
      target,
      met: value <= longestInteractive,
    };
  } finally {
    server.close();
    await browser.close();
  }
}

/** Until the first button can be pressed. Nothing is cached: every answer says no-store. */
async function millisecondsTo(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Explore the example" }).click({ trial: true });
  const took = performance.now() - start;
  await page.close();
  return took;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const match = /http:\S+token=\S+/.exec(said);
      if (match) resolve(match[0]);
    });
    child.once("exit", () => reject(new Error("Cannot measure desk: it ended early")));
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
