// Recommendations as JSON, some of them broken, from their bytes into the log of a vault and the tables behind it.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createProgram, createTableComposer } from "@tocsin/node";
import { createBuiltInRegistry, importTable, parseMapping } from "@tocsin/workspace";
import { makeRecommendations } from "../tools/make-recommendations.ts";

const usualSize = 100_000;
const wantedMemory = 700;
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

export async function bench(size?: string) {
  const count = Number(size ?? usualSize);
  const folder = await mkdtemp(join(tmpdir(), "bench-recommendations-"));
  const registry = createBuiltInRegistry();
  const mapping = parseMapping(
    JSON.parse(await readFile(resolve("examples/mappings/uhri.json"), "utf8")),
    registry,
  );
  const program = await createProgram(join(folder, "vault"), {
    passphrase: "only for measuring",
    deviceName: "bench",
    cost,
  });
  const compose = createTableComposer({ takesBytes: true });
  try {
    const { broken, odd } = await writeList(join(folder, "made-up.json"), count);
    const bytes = await readFile(join(folder, "made-up.json"));
    const megabytes = bytes.length / 1e6;
    let [inLog, logMemory] = [0, 0];
    const began = performance.now();
    const done = await importTable(program.workspace, {
      files: [{ name: "made-up.json", bytes }],
      mapping,
      dryRun: false,
      ...(compose === undefined ? {} : { compose }),
      sha256: (each) => createHash("sha256").update(each).digest("hex"),
      onTables: () => {
        if (inLog > 0) return;
        inLog = performance.now();
        logMemory = mostMemory();
      },
    });
    const whole = performance.now() - began;
    const { counts, records } = done;
    const isRight =
      records["recommendation"] === count - broken &&
      counts["bad-item"] === broken &&
      (counts["unknown-value"] ?? 0) + (counts["not-a-date"] ?? 0) === odd;
    if (!isRight) throw new Error(`Cannot measure: ${JSON.stringify({ records, counts, broken, odd })}`);
    return told(count, {
      rate: count / ((inLog - began) / 1000),
      whole: count / (whole / 1000),
      logMemory,
      wholeMemory: mostMemory(),
      broken,
      megabytes,
    });
  } finally {
    await program.close();
    await rm(folder, { recursive: true });
  }
}

/** The text is let go of before anything is measured. */
async function writeList(path: string, count: number) {
  const { text, broken, odd } = makeRecommendations(count);
  await writeFile(path, text);
  return { broken, odd };
}

/** Megabytes, of the whole process from its start. */
function mostMemory(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

interface Measured {
  /** Items a second into the log, and with the tables behind it. */
  readonly rate: number;
  readonly whole: number;
  /** Megabytes. */
  readonly logMemory: number;
  readonly wholeMemory: number;
  readonly megabytes: number;
  readonly broken: number;
}

function told(count: number, { rate, whole, logMemory, wholeMemory, broken, megabytes }: Measured) {
  const memory = (label: string, value: number) => ({
    label,
    value,
    unit: "MB",
    target: `at most ${wantedMemory}`,
    met: value <= wantedMemory,
  });
  return {
    name: `Recommendations (${count} items of JSON, ${Math.round(megabytes)} MB, ${broken} of them broken)`,
    figures: [
      { label: "items into the log", value: rate, unit: "items/s", met: true },
      memory("most memory until then", logMemory),
      { label: "the same, with the tables that follow", value: whole, unit: "items/s", met: true },
      memory("most memory with the tables", wholeMemory),
    ],
    note: "Each broken item was told by its place, and every other one is a record. The memory is the whole process's.",
  };
}
