// Building a public library in four languages, and building it again after one item changed. The items are made up by a
// generator that imports nothing of the product; what is made is counted and let go, as a writer to a disk would.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { buildLibrary, type LibraryInput, type LibraryItem, type LibraryProblem } from "@tocsin/library";
import { madeUpHead, madeUpItem, madeUpTables } from "../packages/library/src/made-up-library.fake.ts";

const usualSize = 10_000;
const locales = ["en", "ar", "fr", "es"];
const targets = { seconds: 60, memory: 500 } as const;

function inputOf(count: number, changed: number | null): LibraryInput {
  const itemAt = (number: number): LibraryItem => {
    const item = madeUpItem(number, count);
    return number === changed ? { ...item, licence: "Changed" } : item;
  };
  return {
    head: madeUpHead(locales),
    tables: madeUpTables(),
    items: {
      async *[Symbol.asyncIterator]() {
        for (let number = 0; number < count; number += 1) yield itemAt(number);
      },
    },
  };
}

interface Run {
  readonly seconds: number;
  readonly made: number;
  readonly unchanged: number;
  readonly bytes: number;
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly LibraryProblem[];
}

async function run(input: LibraryInput, before: ReadonlyMap<string, string> | null): Promise<Run> {
  const translators = new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
      ),
    ),
  );
  const files = new Map<string, string>();
  const problems: LibraryProblem[] = [];
  let [made, unchanged, bytes] = [0, 0, 0];
  const start = performance.now();
  for await (const file of buildLibrary(input, {
    translators,
    before: before && { files: before },
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    gzipSize: (text) => gzipSync(text).length,
    onProblem: (problem) => problems.push(problem),
  })) {
    files.set(file.path, file.madeFrom);
    if ("bytes" in file) {
      made += 1;
      bytes += file.bytes.length;
    } else unchanged += 1;
  }
  return { seconds: (performance.now() - start) / 1000, made, unchanged, bytes, files, problems };
}

export async function bench(size = String(usualSize)) {
  const count = Number(size);
  const first = await run(inputOf(count, null), null);
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  const again = await run(inputOf(count, count - 1), first.files);
  const over = first.problems.filter(({ code }) => code === "over-budget").length;
  return {
    name: `Public library (${count} items, ${locales.length} languages, not written to a disk)`,
    figures: [
      {
        label: "made anew",
        value: Number(first.seconds.toFixed(1)),
        unit: "s",
        target: `at most ${targets.seconds}`,
        met: first.seconds <= targets.seconds,
      },
      { label: "files", value: first.made, unit: "files", met: true },
      { label: "all of them", value: Math.round(first.bytes / 1e6), unit: "MB", met: true },
      { label: "pages over their budget", value: over, unit: "pages", target: "none", met: over === 0 },
      {
        label: "memory of the whole process, at its highest",
        value: memory,
        unit: "MB",
        target: `at most ${targets.memory}`,
        met: memory <= targets.memory,
      },
      {
        label: "made again after one item changed",
        value: Number(again.seconds.toFixed(1)),
        unit: "s",
        against: { label: "made anew", value: Number(first.seconds.toFixed(1)), unit: "s" },
        ratio: first.seconds / again.seconds,
        met: again.seconds < first.seconds,
      },
      { label: "files made then", value: again.made, unit: "files", met: again.made < first.made / 10 },
    ],
  };
}
