// What each part of the program was last built of, kept beside the parts: a digest over everything that a build reads.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Folders and files of the project from which parts are built, the installed packages by their list. */
const inputs = [
  "packages",
  "apps",
  "tools/build.mjs",
  "tools/build-notes.mjs",
  "tools/vault-read.mjs",
  "package.json",
  "node_modules/.package-lock.json",
];
const settings = /^tsconfig.*\.json$/;
const away = /^(?:node_modules|dist|.*\.test\.tsx?)$/;

async function filesBelow(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const kept = entries.filter(({ name }) => !away.test(name));
  return (await Promise.all(kept.map(({ name }) => filesBelow(root, `${path}/${name}`)))).flat();
}

/**
 * SHA-256 in hexadecimal digits over names and bytes of all inputs, and the version of Node that builds.
 * @param {string} root the project's folder
 */
export async function digestOfInputs(root) {
  const own = (await readdir(root)).filter((name) => settings.test(name));
  const paths = (await Promise.all([...inputs, ...own].map((path) => filesBelow(root, path)))).flat();
  paths.sort((one, other) => (one < other ? -1 : 1));
  const digest = createHash("sha256").update(process.version);
  for (const path of paths) {
    const bytes = await readFile(join(root, path)).catch(() => null);
    digest.update(`\0${path}\0${bytes?.length ?? "none"}\0`).update(bytes ?? "");
  }
  return digest.digest("hex");
}

const noteIn = (root) => join(root, "dist/built-of.json");

/**
 * Digests by name of part; none where nobody has noted any.
 * @param {string} root
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
export async function readNotes(root) {
  const text = await readFile(noteIn(root), "utf8").catch(() => "{}");
  return JSON.parse(text);
}

/**
 * Notes what a part was built of.
 * @param {string} root
 * @param {string} part
 * @param {string} digest
 */
export async function note(root, part, digest) {
  const notes = { ...(await readNotes(root)), [part]: digest };
  await mkdir(join(root, "dist"), { recursive: true });
  const fresh = `${noteIn(root)}.${process.pid}.new`;
  await writeFile(fresh, JSON.stringify(notes));
  await rename(fresh, noteIn(root));
}
