// The built program stretches a passphrase in the thread that lies beside it, and nowhere else.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const thread = "dist/cli/argon2-worker.mjs";
let place = "";

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "passphrase-thread-"));
  for (const part of ["bin", "dist/cli", "package.json"])
    cpSync(join(root, part), join(place, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function tocsin(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(place, "bin/tocsin.mjs"), ...words], {
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: place,
      TOCSIN_PASSPHRASE: "p",
      TOCSIN_VAULT: join(place, "vault"),
    },
  });
  return { status, said: stderr };
}

it("a broken thread is told as what it is, leaves no vault behind, and a whole one opens it", () => {
  expect(existsSync(join(place, thread))).toBe(true);
  writeFileSync(join(place, thread), "process.exit(0);");
  const create = ["vault", "create", join(place, "vault"), "--device", "laptop", "--no-recovery"];
  const broken = tocsin(...create);
  expect([broken.status, broken.said]).toEqual([
    70,
    expect.stringContaining("passphrase could not be tried"),
  ]);
  cpSync(join(root, thread), join(place, thread));
  expect(tocsin(...create)).toMatchObject({ status: 0 });
  expect(tocsin("vault", "verify")).toMatchObject({ status: 0 });
  writeFileSync(join(place, thread), "throw new Error('broken');");
  expect(tocsin("record", "list", "case").status).toBe(70);
});
