// Injects every fault of tests/endurance, 200 rounds each unless told, and writes docs/endurance.md.
// `npm run endure -- <rounds> [words of a name]` runs fewer, or some, and only prints.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, release, totalmem, type } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { nodeBundle } from "./build.mjs";

const everyRound = 200;

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");

/** @param {readonly { readonly name: string, readonly checks: string, readonly rounds: number, readonly failures: readonly string[], readonly skipped: string | null }[]} results */
export function summaryOf(results) {
  const rows = results.map(({ name, checks, rounds, failures, skipped }) => {
    const said = skipped === null ? String(failures.length) : `not run: ${skipped}`;
    return `| ${[name, rounds, said, checks].map(cell).join(" | ")} |`;
  });
  return [
    "| fault | rounds | failures | what was held against what |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function machine() {
  const cores = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `${cores[0]?.model.trim() || "unknown processor"}, ${cores.length} cores, ${memory} GiB, ${type()} ${release()}, Node ${process.version}`;
}

async function load() {
  const folder = await mkdtemp(join("node_modules", ".tocsin-endure-"));
  const outfile = resolve(folder, "all.mjs");
  try {
    await build({
      ...nodeBundle,
      external: [...nodeBundle.external, "esbuild"],
      entryPoints: ["tests/endurance/all.ts"],
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [given, ...words] = process.argv.slice(2);
  const rounds = given === undefined ? everyRound : Number(given);
  const { scenarios, endure } = await load();
  const wanted = scenarios.filter(({ name }) => words.every((word) => name.includes(word)));
  const results = [];
  // As many at once as there are cores: each works in folders of its own.
  const waiting = [...wanted.entries()];
  const runSome = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, scenario] = next;
      const start = performance.now();
      const result = await endure(scenario, rounds);
      results[at] = result;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.error(
        `${result.name}: ${result.skipped ?? `${result.failures.length} of ${result.rounds} failed`} (${seconds} s)`,
      );
      for (const failure of result.failures.slice(0, 5)) console.error(`  ${failure}`);
    }
  };
  await Promise.all(cpus().map(runSome));
  console.log(summaryOf(results));
  if (given === undefined) {
    const head =
      `# Endurance\n\nMade by \`npm run endure\` on ${machine()}.\n\n` +
      "Each round chooses its place or instant by a seed. A failure would stand here with its number; the seed is printed.\n" +
      "A killed process is not a power cut: what the disk itself loses is simulated only where the table says so.\n";
    await writeFile("docs/endurance.md", `${head}\n${summaryOf(results)}\n`);
  }
  if (results.some(({ failures }) => failures.length > 0) || results.length === 0) process.exitCode = 1;
}
