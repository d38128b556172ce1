// Makes the program that `bin/tocsin.mjs` starts: the command line with its workers, and the desk's screen.
// Runs after every `npm install`. A part whose source is not there is named and left out; anything else fails.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOfInputs, note, readNotes } from "./build-notes.mjs";

/** What carries native code, WebAssembly or font files, and decoders, stay packages, found in node_modules at run time. */
const leftOutside = [
  "@myriaddreamin/typst-ts-node-compiler",
  "@journeyapps/wa-sqlite",
  "@expo-google-fonts/*",
  "@hyzyla/pdfium",
  "@jsquash/webp",
  "omggif",
];

/** Some packages still call `require` for modules of Node; a bundle of modules has none of its own. */
const requireForGuests =
  'import { createRequire as createRequireForGuests } from "node:module";\n' +
  "const require = createRequireForGuests(import.meta.url);";

/** @type {import("esbuild").BuildOptions} */
export const nodeBundle = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: leftOutside,
  // Of its many digests only Argon2 is wanted: 30 kB instead of 284.
  alias: { "hash-wasm": "hash-wasm/dist/argon2.umd.min.js" },
  banner: { js: requireForGuests },
  logLevel: "warning",
  metafile: true,
  minifyWhitespace: true,
};

/**
 * Writes into a fresh folder and puts it in the place of the old one only when it is whole.
 * @param {string} place
 * @param {(folder: string) => Promise<void>} fill
 */
async function replaceFolder(place, fill) {
  const fresh = `${place}.${process.pid}.new`;
  const old = `${place}.${process.pid}.old`;
  try {
    await mkdir(fresh, { recursive: true });
    await fill(fresh);
    if (existsSync(place)) await rename(place, old);
    await rename(fresh, place);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/**
 * Bundles each worker as one file into `folder`: programs look for them beside themselves.
 * @param {string} root
 * @param {string} folder
 */
export async function buildWorkers(root, folder) {
  const { build } = await import("esbuild");
  const workers = join(root, "packages/node/src/workers");
  const files = existsSync(workers)
    ? (await readdir(workers)).filter((name) => name.endsWith("-worker.ts"))
    : [];
  for (const name of files) {
    await build({
      ...nodeBundle,
      entryPoints: [join(workers, name)],
      outfile: join(folder, name.replace(/\.ts$/, ".mjs")),
      absWorkingDir: root,
    });
  }
}

/** Bundles the command line, split so that `--help` loads almost nothing, with its workers. */
async function buildCommandLine(root) {
  const { build } = await import("esbuild");
  await replaceFolder(join(root, "dist/cli"), async (folder) => {
    const { metafile } = await build({
      ...nodeBundle,
      entryPoints: { main: join(root, "apps/cli/src/main.ts") },
      outdir: folder,
      splitting: true,
      absWorkingDir: root,
    });
    await buildWorkers(root, folder);
    // Goes along with every open export, as it stands.
    await copyFile(join(import.meta.dirname, "vault-read.mjs"), join(folder, "vault-read.mjs"));
    // tools/sizes.mjs reads from it what a start loads.
    await writeFile(join(folder, "meta.json"), JSON.stringify(metafile));
  });
}

/** Builds the desk's screen; its own vite.config.ts, if there is one, adds to what stands here. */
async function buildScreen(root) {
  // Vite and React look here, and a test run has set it to something else: the program is always the real one.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await buildScreenIn(root);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function buildScreenIn(root) {
  const { build } = await import("vite");
  const { default: react } = await import("@vitejs/plugin-react");
  const screen = join(root, "apps/desk/screen");
  const hasConfig = existsSync(join(screen, "vite.config.ts"));
  await replaceFolder(join(root, "dist/desk"), async (folder) => {
    await build({
      root: screen,
      ...(hasConfig ? {} : { configFile: false, plugins: [react()] }),
      logLevel: "warn",
      build: {
        outDir: folder,
        emptyOutDir: true,
        // Nothing inline: the desk's content security policy allows files of its own and nothing else.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
      },
    });
  });
}

/** Pages that stand alone: the folder of each in packages/web/src, and the file that it becomes. */
const pages = [
  { folder: "verify-page", file: "verify.html" },
  { folder: "form-page", file: "form.html" },
];

/**
 * A page as one file: script and style stand in it, and its policy names their hashes and allows nothing else, no
 * connection above all.
 */
async function buildPage(root, folder) {
  const { build } = await import("esbuild");
  const source = join(root, "packages/web/src", folder);
  const { outputFiles } = await build({
    entryPoints: [join(source, "main.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    write: false,
    absWorkingDir: root,
  });
  const script = outputFiles[0].text;
  const styles = [join(root, "packages/web/src/page-parts/base.css"), join(source, "page.css")];
  const style = (await Promise.all(styles.map((each) => readFile(each, "utf8")))).join("");
  const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const template = await readFile(join(source, "page.html"), "utf8");
  const parts = { policy, style, script };
  const page = template.replaceAll(/\{\{(policy|style|script)\}\}/g, (_, name) => parts[name]);
  // A formatter that breaks the template apart would leave a page whose policy forbids its own script.
  if (!page.includes(`<script type="module">${script}</script>`) || !page.includes(`<style>${style}</style>`))
    throw new Error(`Cannot build ${folder}: its template does not hold its parts as they are hashed`);
  return page;
}

async function buildPages(root) {
  await replaceFolder(join(root, "dist/web"), async (folder) => {
    for (const each of pages)
      if (existsSync(join(root, "packages/web/src", each.folder, "main.ts")))
        await writeFile(join(folder, each.file), await buildPage(root, each.folder));
  });
}

const everyPart = [
  { name: "command line", source: "apps/cli/src/main.ts", place: "dist/cli", build: buildCommandLine },
  {
    name: "pages",
    source: "packages/web/src/verify-page/main.ts",
    place: "dist/web",
    build: buildPages,
  },
  { name: "desk", source: "apps/desk/screen/index.html", place: "dist/desk", build: buildScreen },
];

/**
 * Builds every wanted part that exists.
 * @param {string} root the project's folder
 * @param {readonly string[]} wanted names of parts
 * @param {{ readonly isForced?: boolean }} how unless forced, a part that was made of the same sources stays as it is
 * @returns {Promise<{ readonly built: readonly string[], readonly missing: readonly string[] }>}
 */
export async function buildAll(root, wanted = everyPart.map(({ name }) => name), { isForced = true } = {}) {
  const built = [];
  const missing = [];
  // Taken before: what changes during the build counts as changed.
  const inputs = await digestOfInputs(root);
  const notes = isForced ? {} : await readNotes(root);
  for (const { name, source, place, build } of everyPart.filter((part) => wanted.includes(part.name))) {
    if (!existsSync(join(root, source))) {
      missing.push(`${name} (${source})`);
      continue;
    }
    if (notes[name] === inputs && existsSync(join(root, place))) continue;
    await build(root);
    await note(root, name, inputs);
    built.push(name);
  }
  return { built, missing };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built, missing } = await buildAll(resolve(import.meta.dirname, ".."));
  for (const part of missing) console.error(`build: left out, not there yet: ${part}`);
  if (built.length > 0) console.error(`build: made ${built.join(", ")}`);
}
