// Holds the imports of the whole house against its floors (.dependency-cruiser.cjs), and the check against itself:
// with a compiler that it cannot use, dependency-cruiser looks at nothing and reports that all is well.
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const houses = ["packages", "apps", "tests", "bench", "examples"];
const passedOver = new Set(["node_modules", "dist"]);

/** Every TypeScript file under `folder`, relative to `root`, found without the tool under test. */
async function sourcesUnder(root, folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !passedOver.has(entry.name)) found.push(...(await sourcesUnder(root, path)));
    else if (/\.tsx?$/.test(entry.name)) found.push(relative(root, path).split(sep).join("/"));
  }
  return found;
}

const isBetweenPackages = ({ resolved }, source) =>
  /^(?:packages|apps)\//.test(resolved) && resolved.split("/")[1] !== source.split("/")[1];

/**
 * What the check has not looked at: files on disk that it never read, and imports of our packages, found as plain
 * text, that it did not follow.
 */
async function overlooked(root, modules) {
  const complaints = [];
  const bySource = new Map(modules.map((module) => [module.source, module]));
  let files = 0;
  let crossings = 0;
  for (const house of houses) {
    if (!existsSync(join(root, house))) continue;
    for (const source of await sourcesUnder(root, join(root, house))) {
      files += 1;
      const module = bySource.get(source);
      if (module === undefined) {
        complaints.push(`${source} was not looked at`);
        continue;
      }
      const followed = module.dependencies.filter((dependency) =>
        isBetweenPackages(dependency, source),
      ).length;
      crossings += followed;
      const text = await readFile(join(root, source), "utf8");
      if (/^(?:import|export|\}) .*from "@tocsin\//m.test(text) && followed === 0) {
        complaints.push(`${source} imports another package, and the check did not follow it`);
      }
    }
  }
  return { complaints, files, crossings };
}

const arrow = ({ rule, from, to, cycle }) =>
  `${rule.name}: ${from} -> ${cycle ? cycle.map((step) => step.name ?? step).join(" -> ") : to}`;

/**
 * Cruises the house at `root`.
 * @param {string} root
 * @param {{ readonly leastFiles: number, readonly leastCrossings: number }} least fewer than this means that the check is broken
 * @returns {Promise<{ readonly complaints: readonly string[], readonly files: number, readonly crossings: number }>}
 */
export async function checkFloors(root, least) {
  const { cruise } = await import("dependency-cruiser");
  const { default: extractTSConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");
  const { forbidden, options } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs"));
  const { output } = await cruise(
    houses.filter((house) => existsSync(join(root, house))),
    { ...options, baseDir: root, ruleSet: { forbidden }, validate: true, outputType: undefined },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, options.tsConfig.fileName)) },
  );
  if (typeof output === "string") throw new Error("Cannot check floors: expected a graph, got text");
  const { complaints, files, crossings } = await overlooked(root, output.modules);
  if (files < least.leastFiles)
    complaints.push(`only ${files} files found, expected ${least.leastFiles} or more`);
  if (crossings < least.leastCrossings) {
    complaints.push(`only ${crossings} imports between packages, expected ${least.leastCrossings} or more`);
  }
  return { complaints: [...complaints, ...output.summary.violations.map(arrow)], files, crossings };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(import.meta.dirname, "..");
  process.chdir(root);
  const { complaints, files, crossings } = await checkFloors(root, { leastFiles: 40, leastCrossings: 10 });
  for (const complaint of complaints) console.error(`floors: ${complaint}`);
  console.error(
    `floors: ${files} files, ${crossings} imports between packages, ${complaints.length} complaints`,
  );
  if (complaints.length > 0) process.exitCode = 1;
}
