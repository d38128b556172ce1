// Every house rule is planted once in a copy of the house's outline, and the linter must find each of them.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const long = (count: number, line: string): string => Array.from({ length: count }, () => line).join("\n");

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const planted: readonly Planted[] = [
  {
    rule: "typescript(no-floating-promises)",
    file: "packages/node/src/floating.ts",
    code: "async function f() { return 1; }\nf();",
  },
  {
    rule: "typescript(switch-exhaustiveness-check)",
    file: "packages/core/src/open-switch.ts",
    code: `export function f(x: "a" | "b"): number { switch (x) { case "a": return 1; } return 2; }`,
  },
  {
    rule: "typescript(switch-exhaustiveness-check)",
    file: "packages/core/src/nullable-switch.ts",
    // Only found when the strict settings of our tsconfig are in force.
    code: `export function f(x: "a" | undefined): number { switch (x) { case "a": return 1; } return 2; }`,
  },
  {
    rule: "typescript(no-explicit-any)",
    file: "packages/core/src/any.ts",
    code: "export const f = (x: any) => x;",
  },
  {
    rule: "typescript(no-non-null-assertion)",
    file: "packages/core/src/bang.ts",
    code: "export const f = (x: string | undefined) => x!.length;",
  },
  {
    rule: "typescript(consistent-type-imports)",
    file: "packages/core/src/type-import.ts",
    code: `import { Any } from "./any-type.ts";\nexport type B = Any;`,
  },
  {
    rule: "eslint(max-lines)",
    file: "packages/core/src/long.ts",
    code: long(401, "console.assert(true);"),
  },
  {
    rule: "eslint(max-lines-per-function)",
    file: "packages/core/src/long-function.ts",
    code: `export function f() {\n${long(61, "f();")}\n}`,
  },
  {
    rule: "eslint(complexity)",
    file: "packages/core/src/complex.ts",
    code: `export function f(x: number) {\n${Array.from({ length: 12 }, (_, n) => `if (x === ${n}) return ${n + 1};`).join("\n")}\nreturn 0;\n}`,
  },
  {
    rule: "eslint(max-params)",
    file: "packages/core/src/params.ts",
    code: "export const f = (a: number, b: number, c: number, d: number) => a + b + c + d;",
  },
  {
    rule: "unicorn(filename-case)",
    file: "packages/core/src/camelCase.ts",
    code: "export const x = 1;",
  },
  {
    rule: "import(no-cycle)",
    file: "packages/core/src/cycle-a.ts",
    code: `import type { B } from "./cycle-b.ts";\nexport type A = { b?: B };`,
  },
  {
    rule: "import(no-default-export)",
    file: "packages/core/src/default-export.ts",
    code: "const x = 1;\nexport default x;",
  },
  {
    rule: "eslint(no-restricted-globals)",
    file: "packages/vault/src/environment.ts",
    code: "export const home = () => process;",
  },
  {
    rule: "eslint(no-restricted-globals)",
    file: "packages/network/src/socket.ts",
    code: `export const get = async () => fetch("http://127.0.0.1");`,
  },
  {
    rule: "eslint(no-restricted-globals)",
    file: "packages/network/src/timer.ts",
    code: "export const wait = (f: () => void) => setTimeout(f, 1);",
  },
  {
    rule: "house(no-clock)",
    file: "packages/cases/src/now.ts",
    code: "export const now = () => Date.now();",
  },
  {
    rule: "house(no-clock)",
    file: "packages/cases/src/today.ts",
    code: "export const today = () => new Date();",
  },
  {
    rule: "house(no-clock)",
    file: "packages/cases/src/dice.ts",
    code: "export const dice = () => Math.random();",
  },
  {
    rule: "house(own-door)",
    file: "packages/core/src/own-door.ts",
    code: `import { door } from "./index.ts";\nexport const x = door;`,
  },
  {
    rule: "house(own-door)",
    file: "packages/core/src/deep/door-above.ts",
    code: `export { door } from "../index.ts";`,
  },
  {
    rule: "house(own-door)",
    file: "packages/core/src/own-name.ts",
    code: `export { door } from "@tocsin/core";`,
  },
  {
    rule: "house(plain-door)",
    file: "packages/cases/src/index.ts",
    code: `export { now } from "./now.ts";\nexport const x = 1;`,
  },
  {
    rule: "house(ciphers-at-home)",
    file: "packages/node/src/files/cipher.ts",
    code: `import { createCipheriv } from "node:crypto";\nexport const x = createCipheriv;`,
  },
  {
    rule: "house(ciphers-at-home)",
    file: "packages/node/src/files/whole.ts",
    code: `import * as all from "node:crypto";\nexport const x = all;`,
  },
  {
    rule: "house(ciphers-at-home)",
    file: "packages/node/src/files/kdf.ts",
    code: `import { argon2id } from "hash-wasm";\nexport const x = argon2id;`,
  },
  {
    rule: "house(ciphers-at-home)",
    file: "apps/desk/server/src/subtle.ts",
    code: "export const s = (c: { subtle: unknown }) => c.subtle;",
  },
  ...[
    `import crypto from "node:crypto";\nexport const x = crypto;`,
    `export { createCipheriv } from "node:crypto";`,
    `export const x = () => import("node:crypto");`,
    `import { createRequire } from "node:module";\nexport const x = createRequire("/")("node:crypto");`,
    `export const x = process.getBuiltinModule("node:crypto");`,
    `import { webcrypto } from "node:crypto";\nexport const x = webcrypto;`,
    `import { scryptSync } from "crypto";\nexport const x = scryptSync;`,
    `export const { subtle } = globalThis.crypto;`,
    `export const s = (c: Record<string, unknown>) => c["subtle"];`,
    `export const x = () => import("@noble/ciphers/aes.js");`,
    `import sodium from "libsodium-wrappers";\nexport const x = sodium;`,
  ].map((code, at) => ({
    rule: "house(ciphers-at-home)",
    file: `packages/node/src/files/hidden-cipher-${at}.ts`,
    code,
  })),
  {
    rule: "house(telling-names)",
    file: "packages/core/src/utils/thing.ts",
    code: "export const x = 1;",
  },
  { rule: "house(no-module-state)", file: "packages/node/src/state.ts", code: "export let count = 0;" },
  {
    rule: "unicorn(no-process-exit)",
    file: "packages/node/src/leave.ts",
    code: "export const leave = () => process.exit(1);",
  },
];

/** Files that keep the rules, and the other halves of the planted ones. */
const innocent: Readonly<Record<string, string>> = {
  "packages/core/src/any-type.ts": "export type Any = string;",
  "packages/core/src/cycle-b.ts": `import type { A } from "./cycle-a.ts";\nexport type B = { a?: A };`,
  "packages/core/src/index.ts": `export const door = 1;`.replace(
    "const door = 1",
    "{ door } from './door.ts'",
  ),
  "packages/core/src/door.ts": "export const door = 1;",
  "packages/core/src/messages/en.ts": long(500, "export {};"),
  "packages/core/src/clock.test.ts": "export const now = () => Date.now();",
  "packages/node/src/files/digest.ts": `import { createHash } from "node:crypto";\nexport const x = createHash;`,
  "packages/node/src/crypto/cipher.ts": `import { createCipheriv } from "node:crypto";\nexport const x = createCipheriv;`,
  "packages/node/src/time.ts": "export const now = () => Date.now();",
  "packages/core/src/value.ts": "export const day = (at: number) => new Date(at);",
};

/** Violations as `rule file`, the file relative to the copy. */
async function lint(folder: string): Promise<readonly string[]> {
  const run = promisify(execFile);
  const command = [join(root, "node_modules/oxlint/bin/oxlint"), "--type-aware", "--format=json"];
  const output = await run(process.execPath, command, { cwd: folder, maxBuffer: 1 << 26 }).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
  const report: { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] } =
    JSON.parse(output);
  return report.diagnostics.map(({ code, filename }) => `${code} ${filename}`);
}

describe("the linter's rules", () => {
  let folder = "";
  let found: readonly string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-lint-"));
    for (const name of [".oxlintrc.json", "tsconfig.json", "tools/house-rules.mjs"]) {
      await cp(join(root, name), join(folder, name));
    }
    for (const name of ["base", "pure", "node", "screen"]) {
      await cp(join(root, `tsconfig.${name}.json`), join(folder, `tsconfig.${name}.json`));
    }
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    const files = Object.entries(innocent).concat(planted.map(({ file, code }) => [file, code]));
    for (const [file, code] of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `${code}\n`);
    }
    found = await lint(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(planted)("find $rule planted in $file", ({ rule, file }) => {
    expect(found).toContain(`${rule} ${file}`);
  });

  it("leave alone the files that keep them", () => {
    const wrongly = found.filter((line) => Object.keys(innocent).some((file) => line.endsWith(` ${file}`)));
    expect(wrongly.filter((line) => !line.includes("no-cycle"))).toEqual([]);
  });
});
