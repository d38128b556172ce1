// Runs every benchmark of bench/, each bundled like the product and in a process of its own, from the project's
// folder. A full run writes docs/benchmarks.md; `npm run bench -- <name>...` runs some and only prints; `<name>=<size>` in a size of its own.
//
// A benchmark exports `bench(size?: string): Promise<Bench>` with
//   Bench  = { name: string, figures: Figure[], note?: string }
//   Figure = { label: string, value: number, unit: string, against?: { label, value, unit },
//              ratio?: number, target?: string, met: boolean }
import { fork } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { cpus, release, totalmem, type } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildWorkers, nodeBundle } from "./build.mjs";

const plain = (value) =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(value >= 100 ? 4 : 3)));

const cellsOf = ({ label, value, unit, against, ratio, target, met }) => [
  label,
  `${plain(value)} ${unit}`,
  against === undefined ? "" : `${against.label}: ${plain(against.value)} ${against.unit}`,
  ratio === undefined ? "" : plain(ratio),
  target ?? "",
  met ? "yes" : "NO",
];

/** @param {readonly { readonly name: string, readonly figures: readonly object[], readonly note?: string }[]} results */
export function tableOf(results) {
  const head = ["figure", "value", "against", "ratio", "target", "met"];
  const row = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return results
    .map(({ name, figures, note }) =>
      [
        `## ${name}`,
        "",
        row(head),
        row(head.map(() => "---")),
        ...figures.map((figure) => row(cellsOf(figure))),
        ...(note === undefined ? [] : ["", note]),
      ].join("\n"),
    )
    .join("\n\n");
}

function machine() {
  const cores = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `${cores[0]?.model.trim() || "unknown processor"}, ${cores.length} cores, ${memory} GiB, ${type()} ${release()}, Node ${process.version}`;
}

/** Runs one bundled benchmark; rejects when it ends without a result. */
function runAlone(root, bundle, size) {
  return new Promise((settle, fail) => {
    let result;
    const child = fork(join(root, "tools/bench-one.mjs"), size === undefined ? [bundle] : [bundle, size], {
      cwd: root,
    });
    child.once("message", (message) => {
      result = message;
    });
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0 && result !== undefined) settle(result);
      else
        fail(new Error(`Cannot run ${bundle}: it ended with code ${code} and ${result ? "a" : "no"} result`));
    });
  });
}

/** Bundles one file of bench/; undefined when it exports no `bench`, because others only share it. */
async function bundleOne(root, name, folder) {
  const bundle = join(folder, `${name}.mjs`);
  const source = join(root, "bench", `${name}.ts`);
  const { metafile } = await build({
    ...nodeBundle,
    external: [...nodeBundle.external, "playwright-core", "vite", "esbuild"],
    entryPoints: [source],
    outfile: bundle,
    absWorkingDir: root,
  });
  const exported = Object.values(metafile.outputs).flatMap((output) => output.exports);
  return exported.includes("bench") ? bundle : undefined;
}

/**
 * Bundles and runs the benchmarks of `root` whose names are wanted, or all of them. One that breaks stops no other.
 * @param {string} root
 * @param {readonly string[]} wanted
 */
export async function runBenchmarks(root, wanted) {
  const files = (await readdir(join(root, "bench"))).filter((name) => name.endsWith(".ts")).sort();
  const names = files.map((file) => file.slice(0, -3));
  const sizes = new Map(wanted.map((each) => each.split("=")));
  const missing = [...sizes.keys()].find((name) => !names.includes(name));
  if (missing !== undefined)
    throw new Error(`Cannot run benchmark "${missing}": there are ${names.join(", ")}`);
  const folder = join(root, "dist", `bench.${process.pid}`);
  await mkdir(folder, { recursive: true });
  const results = [];
  const broken = [];
  try {
    await buildWorkers(root, folder);
    for (const name of sizes.size > 0 ? sizes.keys() : names) {
      try {
        const bundle = await bundleOne(root, name, folder);
        if (bundle !== undefined) results.push(await runAlone(root, bundle, sizes.get(name)));
      } catch (error) {
        broken.push({ name, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return { results, broken };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(import.meta.dirname, "..");
  const wanted = process.argv.slice(2);
  const { results, broken } = await runBenchmarks(root, wanted);
  console.log(tableOf(results));
  for (const { name, reason } of broken) console.error(`bench: ${name} broke: ${reason}`);
  if (wanted.length === 0 && broken.length === 0) {
    const head =
      `# Benchmarks\n\nMade by \`npm run bench\` on ${machine()}.\n` +
      "Times of a shared machine wander; ratios to a peer in the same run are what to read.\n";
    await writeFile(join(root, "docs/benchmarks.md"), `${head}\n${tableOf(results)}\n`);
  }
  const missed = results.flatMap(({ figures }) => figures).filter(({ met }) => !met);
  if (results.length === 0 || broken.length > 0 || missed.length > 0) process.exitCode = 1;
}
