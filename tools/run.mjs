// Runs one exported function of a TypeScript script: `node tools/run.mjs tools/make-examples.ts makeExamples examples`.
import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { nodeBundle } from "./build.mjs";

const [script, name, ...values] = process.argv.slice(2);
if (script === undefined || name === undefined) {
  console.error("run: name a script and one of its functions");
  process.exit(64);
}
const folder = mkdtempSync(join("node_modules", ".tocsin-run-"));
try {
  const outfile = resolve(folder, "script.mjs");
  // The browser's driver finds its own files beside itself.
  const external = [...nodeBundle.external, "playwright-core"];
  await build({ ...nodeBundle, external, entryPoints: [script], outfile });
  const { [name]: run } = await import(pathToFileURL(outfile).href);
  await run(...values);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
