// The standard `age` tool asks for a passphrase at a terminal only; `script` gives it one.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFilePassphrase, createSealedFileWriter } from "@tocsin/crypto";
import { describe, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";

const isInstalled = ["age", "script"].every((tool) => spawnSync(tool, ["--version"]).status === 0);

describe("the standard age tool", () => {
  it.skipIf(!isInstalled)("opens a sealed file with its passphrase, hash for hash", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-age-"));
    const primitives = createNodePrimitives();
    const passphrase = createFilePassphrase(primitives.random);
    const plain = primitives.random(200_000);
    const writer = createSealedFileWriter(primitives, passphrase);
    const [sealed, opened] = [join(folder, "sealed.age"), join(folder, "opened")];
    await writeFile(sealed, Buffer.concat([...writer.update(plain), ...writer.finish()]));
    const command = `age -d -o ${opened} ${sealed}`;
    // Typed once the prompt is there; typed earlier, the terminal's settings would swallow it.
    const typed = `sleep 0.5; printf '%s\\n' "$PASSPHRASE"; sleep 0.5`;
    const run = spawnSync("sh", ["-c", `(${typed}) | script -qec "${command}" /dev/null`], {
      env: { ...process.env, PASSPHRASE: passphrase },
      timeout: 10_000,
    });
    expect(run.status, String(run.stdout)).toBe(0);
    const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
    expect(hash(await readFile(opened))).toBe(hash(plain));
    await rm(folder, { recursive: true });
  });
});
