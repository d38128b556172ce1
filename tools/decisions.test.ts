// Every dependency has earned a line in docs/decisions, with the exact version, and no line outlives its dependency.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `name version` of every package from outside that a package.json asks for. */
function guests(): readonly string[] {
  const rooms = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
  const folders = [".", ...rooms, "apps/cli", "apps/desk/server", "apps/desk/screen"];
  const found = new Set<string>();
  for (const folder of folders.filter((each) => existsSync(join(root, each, "package.json")))) {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    for (const [name, wanted] of Object.entries(all)) {
      // An alias like "npm:typescript@7.0.2" is told by its version.
      if (!name.startsWith("@tocsin/")) found.add(`${name} ${wanted.replace(/^npm:.*@/, "")}`);
    }
  }
  return [...found].sort();
}

describe("the decisions", () => {
  it("have a line for every dependency, in its exact version, and for nothing else", () => {
    const page = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
    const rows = [...page.matchAll(/^\| (\S+) +\| (\d\S*) +\|/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    expect(rows.sort()).toEqual(guests());
  });
});
