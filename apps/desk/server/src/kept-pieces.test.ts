import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createTestDesk } from "./desk.fake.ts";
import { keepPieces } from "./kept-pieces.ts";

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (const text of ["one ", "two ", "three"]) yield new TextEncoder().encode(text);
}
const sha256 = createHash("sha256").update("one two three").digest("hex");
const { signal } = new AbortController();

describe("a file that is made piece by piece", () => {
  it("is held in memory where it is small", async () => {
    const kept = await keepPieces(pieces(), { again: pieces, signal });
    expect(kept.sha256).toBe(sha256);
    expect(new TextDecoder().decode(kept.bytes as Uint8Array)).toBe("one two three");
  });

  it("is made once more while it is fetched where it is large, to the same bytes, and noted by its length", async () => {
    const test = createTestDesk();
    await test.createVault();
    const kept = await keepPieces(pieces(), { again: pieces, signal, most: 6 });
    expect([kept.bytes instanceof Uint8Array, kept.bytes.length, kept.sha256]).toEqual([false, 13, sha256]);
    const clear = { sha256: kept.sha256 };
    const output = { name: "made.zip", type: "application/zip", bytes: kept.bytes, clear };
    const url = test.desk.outputs.add(output, signal);
    const fetched = await test.raw(url, { headers: test.headers });
    expect([await fetched.text(), fetched.headers.get("content-length")]).toEqual(["one two three", "13"]);
    const { body } = await test.ask("POST", "/api/query/clear.copies", { input: {} });
    expect(body.rows).toMatchObject([{ title: "made.zip", bytes: 13, sha256 }]);
    await test.close();
  });

  it("is given up where the work is stopped", async () => {
    const controller = new AbortController();
    controller.abort(new Error("stopped"));
    const kept = keepPieces(pieces(), { again: pieces, signal: controller.signal });
    await expect(kept).rejects.toThrow("stopped");
  });
});
