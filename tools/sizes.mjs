// What people wait for has a limit in bytes: the desk's script, compressed, until its first screen and in all, what the command line loads to start, and the
// offline verifier, which travels with every bundle.
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { build } from "esbuild";
import { nodeBundle } from "./build.mjs";

const limits = {
  deskStart: 220_000,
  deskWhole: 420_000,
  commandLineStart: 160_000,
  verifier: 300_000,
  form: 150_000,
};

/** Scripts of the desk, each compressed by itself as a server would: those that its page names, and all of them. */
async function deskScripts(root) {
  const folder = join(root, "dist/desk");
  const page = await readFile(join(folder, "index.html"), "utf8");
  const names = await readdir(folder, { recursive: true });
  const sums = { start: 0, whole: 0 };
  for (const name of names.filter((each) => /\.m?js$/.test(each))) {
    const { length: bytes } = await promisify(brotliCompress)(await readFile(join(folder, name)));
    sums.whole += bytes;
    if (page.includes(`"./${name}"`)) sums.start += bytes;
  }
  return sums;
}

/** Bytes of `main.js` and of everything that it imports at once; what it imports later is free. */
async function commandLineStart(root) {
  const { outputs } = JSON.parse(await readFile(join(root, "dist/cli/meta.json"), "utf8"));
  const entry = Object.keys(outputs).find((name) => name.endsWith("/main.js"));
  if (entry === undefined) throw new Error("Cannot measure the command line: its build names no main.js");
  const reached = new Set([entry]);
  for (const name of reached) {
    for (const { path, kind } of outputs[name].imports) {
      if (kind === "import-statement" && path in outputs) reached.add(path);
    }
  }
  return [...reached].reduce((sum, name) => sum + outputs[name].bytes, 0);
}

/**
 * What a made-up library weighs, file by file, against its budgets (tools/measure-library.ts); or, of a library that lies in
 * a folder, its heaviest page and which files are over.
 */
async function libraryFigures(root, built = null) {
  const folder = join(root, "dist", `sizes.${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    const outfile = join(folder, "measure-library.mjs");
    await build({
      ...nodeBundle,
      entryPoints: [join(root, "tools/measure-library.ts")],
      outfile,
      absWorkingDir: root,
    });
    const { measureLibrary, measureFolder } = await import(pathToFileURL(outfile).href);
    return built === null ? await measureLibrary() : await measureFolder(built);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page with the questionnaire of the program in all of its languages, as it is handed over. */
async function formFigure(root) {
  const questionnaire = "packages/voices/src/built-in/defenders-and-technology.json";
  const page = await readFile(join(root, "dist/web/form.html"));
  const asked = JSON.stringify(JSON.parse(await readFile(join(root, questionnaire), "utf8")));
  const bytes = page.length + Buffer.byteLength(asked);
  const limit = limits.form;
  return { name: "offline form with its questionnaire", bytes, limit, met: bytes <= limit };
}

/**
 * Measures each part whose source exists.
 * @param {string} root
 * @returns {Promise<readonly { readonly name: string, readonly bytes: number, readonly limit?: number, readonly met: boolean }[]>}
 */
export async function measureSizes(root) {
  const figures = [];
  if (existsSync(join(root, "apps/desk/screen/index.html"))) {
    const { start, whole } = await deskScripts(root);
    const { deskStart, deskWhole } = limits;
    figures.push({
      name: "desk, script until its first screen, brotli",
      bytes: start,
      limit: deskStart,
      met: start > 0 && start <= deskStart,
    });
    figures.push({
      name: "desk, all scripts, brotli",
      bytes: whole,
      limit: deskWhole,
      met: whole <= deskWhole,
    });
  }
  if (existsSync(join(root, "packages/web/src/verify-page/main.ts"))) {
    const { length: bytes } = await readFile(join(root, "dist/web/verify.html"));
    figures.push({
      name: "offline verifier, as it lies there",
      bytes,
      limit: limits.verifier,
      met: bytes <= limits.verifier,
    });
  }
  if (existsSync(join(root, "packages/web/src/form-page/main.ts"))) figures.push(await formFigure(root));
  if (existsSync(join(root, "apps/cli/src/main.ts"))) {
    const bytes = await commandLineStart(root);
    const limit = limits.commandLineStart;
    figures.push({ name: "command line, loaded at start", bytes, limit, met: bytes <= limit });
  }
  if (existsSync(join(root, "tools/measure-library.ts"))) figures.push(...(await libraryFigures(root)));
  return figures;
}

// `npm run sizes -- --library FOLDER` measures a library that was built, and nothing else.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(import.meta.dirname, "..");
  const { library } = parseArgs({ options: { library: { type: "string" } } }).values;
  const figures =
    library === undefined ? await measureSizes(root) : await libraryFigures(root, resolve(library));
  for (const { name, bytes, limit, met } of figures) {
    const bound = limit === undefined ? "" : `, limit ${limit / 1000} kB${met ? "" : ": TOO LARGE"}`;
    console.error(`sizes: ${name}: ${(bytes / 1000).toFixed(1)} kB${bound}`);
  }
  if (figures.some(({ met }) => !met)) process.exitCode = 1;
}
