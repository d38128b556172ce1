// Every package that npm installs must carry a licence that lets people use, study, change and pass on Tocsin.
// What only builds and tests may also carry a few licences that bind the files themselves.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const free = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
];
const freeToBuildWith = [...free, "CC-BY-4.0", "MPL-2.0"];

/** Packages that state their licence only in a file, which a person has read; one exact version each. */
const readByAPerson = { "node_modules/@journeyapps/wa-sqlite 2.0.6": "MIT" };

/**
 * Whether an SPDX expression can be met with `allowed`: OR is a choice, AND is both, AND binds tighter.
 * @param {string} expression
 * @param {readonly string[]} allowed
 */
export function isAllowed(expression, allowed) {
  const words = expression.replaceAll("(", " ( ").replaceAll(")", " ) ").split(" ").filter(Boolean);
  let at = 0;
  const either = () => {
    let met = both();
    while (words[at] === "OR") {
      at += 1;
      met = both() || met;
    }
    return met;
  };
  const both = () => {
    let met = one();
    while (words[at] === "AND") {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const one = () => {
    const word = words[at];
    at += 1;
    if (word !== "(") return allowed.includes(word ?? "");
    const met = either();
    at += 1;
    return met;
  };
  return either() && at === words.length;
}

/** The licence of an installed package: the lock file's word, or the package's own. */
async function licenceOf(root, path, entry) {
  if (typeof entry.license === "string") return entry.license;
  const text = await readFile(join(root, path, "package.json"), "utf8").catch(() => "{}");
  const { license, licenses } = JSON.parse(text);
  return (
    license?.type ??
    license ??
    licenses?.map(({ type }) => type).join(" OR ") ??
    readByAPerson[`${path} ${entry.version}`] ??
    "none stated"
  );
}

/**
 * @param {string} root
 * @returns {Promise<{ readonly complaints: readonly string[], readonly checked: number }>}
 */
export async function checkLicences(root) {
  const { packages } = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const guests = Object.entries(packages).filter(
    ([path, entry]) => path.includes("node_modules/") && entry.link !== true,
  );
  const complaints = [];
  for (const [path, entry] of guests) {
    const licence = await licenceOf(root, path, entry);
    const onlyBuilds = entry.dev === true;
    if (isAllowed(licence, onlyBuilds ? freeToBuildWith : free)) continue;
    complaints.push(`${path} ${entry.version} (${onlyBuilds ? "builds" : "ships"}): ${licence}`);
  }
  if (guests.length === 0) complaints.push("package-lock.json names no package: nothing was checked");
  return { complaints, checked: guests.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { complaints, checked } = await checkLicences(resolve(import.meta.dirname, ".."));
  for (const complaint of complaints) console.error(`licences: ${complaint}`);
  console.error(`licences: ${checked} packages, ${complaints.length} complaints`);
  if (complaints.length > 0) process.exitCode = 1;
}
