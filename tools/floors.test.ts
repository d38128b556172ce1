import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFloors } from "./floors.mjs";

const project = resolve(import.meta.dirname, "..");
const folders: string[] = [];
const packages = ["core", "records", "language", "vault", "phone", "index", "workspace", "node"];

/** A small house that keeps the rules, with `planted` files on top. */
function house(planted: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "tocsin-floors-"));
  folders.push(root);
  const files: Record<string, string> = {
    "apps/cli/package.json": `{"name":"@tocsin/cli","dependencies":{"@tocsin/workspace":"0.1.0","@tocsin/node":"0.1.0"}}`,
    "apps/cli/src/main.ts": `import { store } from "@tocsin/node";\nexport const main = store;`,
    "apps/desk/screen/package.json": `{"name":"@tocsin/desk-screen","dependencies":{"@tocsin/core":"0.1.0","@tocsin/workspace":"0.1.0"}}`,
    "apps/desk/screen/src/main.tsx": `import type { Command } from "@tocsin/workspace";\nexport type C = Command;`,
    "packages/core/src/id.ts": `export type Id = string;`,
    "packages/core/src/index.ts": `export type { Id } from "./id.ts";`,
    "packages/vault/src/log.ts": `import type { Id } from "@tocsin/core";\nexport type Log = Id;`,
    "packages/vault/src/log.test.ts": `import { readFileSync } from "node:fs";\nexport const x = readFileSync;`,
    "packages/vault/src/index.ts": `export type { Log } from "./log.ts";`,
    "packages/workspace/src/index.ts": `export type { Command } from "./command.ts";\nexport { run } from "./command.ts";`,
    "packages/workspace/src/command.ts": `import type { Log } from "@tocsin/vault";\nexport type Command = Log;\nexport const run = 1;`,
    "packages/node/src/store.ts": `import { readFileSync } from "node:fs";\nimport type { Log } from "@tocsin/vault";\nexport const store = (): Log => readFileSync("x", "utf8");`,
    "packages/node/src/index.ts": `export { store } from "./store.ts";`,
    ...planted,
  };
  for (const name of packages) {
    const guests = packages.map((other) => `"@tocsin/${other}":"0.1.0"`).join(",");
    files[`packages/${name}/package.json`] =
      `{"name":"@tocsin/${name}","type":"module","exports":{".":"./src/index.ts"},"dependencies":{${guests}}}`;
    files[`packages/${name}/src/index.ts`] ??= "export {};";
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), `${text}\n`);
  }
  for (const name of [".dependency-cruiser.cjs", "tsconfig.base.json", "tsconfig.node.json"]) {
    cpSync(join(project, name), join(root, name));
  }
  mkdirSync(join(root, "node_modules/@tocsin"), { recursive: true });
  for (const name of packages)
    symlinkSync(join(root, "packages", name), join(root, "node_modules/@tocsin", name));
  // Any package from outside will do.
  mkdirSync(join(root, "node_modules/hash-wasm"));
  writeFileSync(join(root, "node_modules/hash-wasm/package.json"), `{"name":"hash-wasm","main":"index.js"}`);
  writeFileSync(join(root, "node_modules/hash-wasm/index.js"), "exports.argon2id = 1;");
  return root;
}

async function complaintsOf(planted: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await checkFloors(house(planted), { leastFiles: 10, leastCrossings: 5 })).complaints;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("the floors", { timeout: 30_000 }, () => {
  it("stand when every arrow points down", async () => {
    expect(await complaintsOf({})).toEqual([]);
  });

  it.each([
    {
      wrong: "an upward import",
      file: "packages/core/src/up.ts",
      text: `export type { Log } from "@tocsin/vault";`,
      rule: "packages/core imports only from below floor 1",
    },
    {
      wrong: "an upward import that only takes a type",
      file: "packages/vault/src/up.ts",
      text: `import type { Command } from "@tocsin/workspace";\nexport type X = Command;`,
      rule: "packages/vault imports only from below floor 3",
    },
    {
      wrong: "an import on the same floor",
      file: "packages/phone/src/aside.ts",
      text: `export type { Log } from "@tocsin/vault";`,
      rule: "packages/phone imports only from below floor 3",
    },
    {
      wrong: "a circle in types",
      file: "packages/core/src/id.ts",
      text: `import type { Id as Door } from "./index.ts";\nexport type Id = string | Door;`,
      rule: "no circles, not even in types",
    },
    {
      wrong: "a package entered by its window",
      file: "packages/vault/src/window.ts",
      text: `export type { Id } from "../../core/src/id.ts";`,
      rule: "a package is entered by its door",
    },
    {
      wrong: "a module of Node below the adapters",
      file: "packages/vault/src/disk.ts",
      text: `export { readFileSync } from "node:fs";`,
      rule: "no modules of Node below the adapters",
    },
    {
      wrong: "a guest that this package has no leave for",
      file: "packages/vault/src/guest.ts",
      text: `export { argon2id } from "hash-wasm";`,
      rule: "packages/vault uses no package from outside but none",
    },
    {
      wrong: "a guest that no package.json names",
      file: "packages/node/src/guest.ts",
      text: `export { argon2id } from "hash-wasm";`,
      rule: "what the product uses its package.json names",
    },
    {
      wrong: "code of workspace in the screen",
      file: "apps/desk/screen/src/run.ts",
      text: `export { run } from "@tocsin/workspace";`,
      rule: "the screen takes only types from workspace",
    },
    {
      wrong: "an adapter in the screen",
      file: "apps/desk/screen/src/disk.ts",
      text: `export { store } from "@tocsin/node";`,
      rule: "the screen imports core, records, language and types of workspace",
    },
    {
      wrong: "a package entered by its window from a journey",
      file: "tests/window.test.ts",
      text: `export { store } from "../packages/node/src/store.ts";`,
      rule: "journeys, benchmarks and examples enter a package by its door, its fakes or its suites",
    },
    {
      wrong: "a test imported by the product",
      file: "packages/vault/src/tested.ts",
      text: `export { x } from "./log.test.ts";`,
      rule: "the product does not import tests, fakes or suites",
    },
    {
      wrong: "an import that leads nowhere",
      file: "packages/vault/src/nowhere.ts",
      text: `export { x } from "./gone.ts";`,
      rule: "every import leads somewhere",
    },
  ])("fall on $wrong", async ({ file, text, rule }) => {
    const complaints = await complaintsOf({ [file]: text });
    expect(complaints.some((line) => line.startsWith(`${rule}: ${file}`))).toBe(true);
  });

  it("fall when the check looked at nothing", async () => {
    const root = house({});
    const config = join(root, ".dependency-cruiser.cjs");
    writeFileSync(config, readFileSync(config, "utf8").replace(`"(^|/)dist/"`, `"."`));
    const { complaints } = await checkFloors(root, { leastFiles: 10, leastCrossings: 5 });
    expect(complaints).toContain("packages/core/src/id.ts was not looked at");
  });

  it("fall when imports between packages were not followed", async () => {
    const root = house({});
    rmSync(join(root, "node_modules/@tocsin"), { recursive: true });
    const { complaints } = await checkFloors(root, { leastFiles: 10, leastCrossings: 5 });
    expect(complaints).toContain(
      "packages/vault/src/log.ts imports another package, and the check did not follow it",
    );
    expect(complaints).toContain("only 0 imports between packages, expected 5 or more");
  });

  it("fall in an empty house", async () => {
    const { complaints } = await checkFloors(house({}), { leastFiles: 1000, leastCrossings: 5 });
    expect(complaints.some((line) => line.endsWith("expected 1000 or more"))).toBe(true);
  });
});
