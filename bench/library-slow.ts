// Pages of a public library over a line of 64 kbit/s with a round trip of 300 ms, as a browser shows them: when the first
// words stand there, and when all is. Served plainly and with gzip; the heaviest pages and the ones that people begin with.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { buildLibrary } from "@tocsin/library";
import { chromium, type Browser } from "playwright-core";
import { heavyItems, heavyTables } from "../packages/library/src/heavy-library.fake.ts";
import { countries, madeUpHead } from "../packages/library/src/made-up-library.fake.ts";
import { chromiumFlags, chromiumPath } from "../tests/browser/chromium.ts";
import { portOf, startSlowLine } from "../tools/slow-line.ts";

const locales = ["en", "ar"];
const speed = { bitsPerSecond: 64_000, roundTrip: 300 } as const;
const targets = { readable: 5, whole: 8 } as const;

type Files = ReadonlyMap<string, Uint8Array>;

async function makeLibrary(): Promise<Files> {
  const translators = new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const files = new Map<string, Uint8Array>();
  for await (const file of buildLibrary(
    { head: madeUpHead(locales), items: heavyItems(countries, 1_000, 1), tables: heavyTables(countries) },
    {
      translators,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      onProblem: () => undefined,
    },
  )) {
    if ("bytes" in file) files.set(file.path, file.bytes);
  }
  return files;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
};

async function serve(files: Files, isCompressed: boolean): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x.test").pathname.slice(1);
    const bytes = files.get(path);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", types[path.split(".").at(-1) ?? ""] ?? "text/plain");
    if (isCompressed) response.setHeader("content-encoding", "gzip");
    response.end(isCompressed ? gzipSync(bytes) : bytes);
  });
  await new Promise<void>((settle) => {
    server.listen(0, "127.0.0.1", settle);
  });
  return server;
}

interface Page {
  readonly name: string;
  readonly path: string;
}

function pagesOf(files: Files, locale: string): readonly Page[] {
  const own = [...files].filter(([path]) => path.startsWith(`${locale}/`) && path.endsWith(".html"));
  const [heaviest] = own.toSorted(([, one], [, other]) => other.length - one.length);
  return [
    { name: "start", path: `${locale}/index.html` },
    { name: "the resolution", path: `${locale}/resolution.html` },
    { name: "map", path: `${locale}/map.html` },
    { name: "list of a theme", path: `${locale}/theme/slapp.html` },
    { name: "heaviest of all", path: heaviest?.[0] ?? "" },
  ];
}

interface Times {
  /** Seconds from the click to the first words, and until nothing more comes. */
  readonly readable: number;
  readonly whole: number;
}

/** In a browser that was here for the first time: nothing is in its store. */
async function timesOf(browser: Browser, address: string): Promise<Times> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "load", timeout: 120_000 });
    return await page.evaluate<Times>(`new Promise((settle) => {
      new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName("first-contentful-paint");
        const [own] = performance.getEntriesByType("navigation");
        if (first) settle({ readable: first.startTime / 1000, whole: own.loadEventEnd / 1000 });
      }).observe({ type: "paint", buffered: true });
    })`);
  } finally {
    await context.close();
  }
}

function figuresOf(label: string, bytes: number, { readable, whole }: Times) {
  const one = (what: "readable" | "whole", value: number) => ({
    label: `${label}, ${what}`,
    value: Number(value.toFixed(1)),
    unit: "s",
    against: { label: "its bytes as it lies there", value: Math.round(bytes / 100) / 10, unit: "kB" },
    target: `at most ${targets[what]} s`,
    met: value <= targets[what],
  });
  return [one("readable", readable), one("whole", whole)];
}

export async function bench() {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("Cannot measure pages: there is no Chromium");
  const files = await makeLibrary();
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] });
  const figures = [];
  try {
    for (const isCompressed of [false, true]) {
      const server = await serve(files, isCompressed);
      const line = await startSlowLine(portOf(server), speed);
      for (const locale of locales) {
        for (const { name, path } of pagesOf(files, locale)) {
          const label = `${locale}, ${name}, ${isCompressed ? "gzip" : "not compressed"}`;
          const times = await timesOf(browser, `${line.origin}/${path}`);
          figures.push(...figuresOf(label, files.get(path)?.length ?? 0, times));
        }
      }
      await line.close();
      server.close();
    }
  } finally {
    await browser.close();
  }
  return {
    name: "Public library over a line of 64 kbit/s with 300 ms there and back",
    figures,
    note: "Each page in a browser that was never there, with its style, which it then keeps. Readable: the first words stand there.",
  };
}
