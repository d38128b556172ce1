// A statement is signed by one key, about one thing, and is never taken for a checkpoint.
import { createKey, signingKeyPairOf } from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { parseCheckpoint } from "./checkpoint.ts";
import type { ChainId, VaultId } from "./ids.ts";
import { signStatement, verifyStatement, type Statement } from "./statement.ts";

const primitives = createFakePrimitives("statements");
const keys = signingKeyPairOf(primitives, createKey("ed25519", primitives.random(32)));
const { publicKey } = keys;
const said: Statement = {
  about: "library",
  vault: "ab".repeat(32) as VaultId,
  chain: "cd".repeat(16) as ChainId,
  lines: ["sha256 00", "2026-11-24T00:00:00Z"],
};
const note = signStatement(primitives, keys, said);

describe("a statement", () => {
  it("comes back as it was signed", () => {
    expect(verifyStatement(primitives, note, { about: "library", publicKey })).toEqual({
      state: "signed",
      statement: said,
      problem: null,
    });
  });

  it.each([
    ["altered", note.replace("sha256 00", "sha256 01"), "bad-signature"],
    ["about something else", signStatement(primitives, keys, { ...said, about: "mirrors" }), "bad-origin"],
    ["no note", "sha256 00\n", "no-signatures"],
  ])("is refused when it is %s", (_what, source, problem) => {
    expect(verifyStatement(primitives, source, { about: "library", publicKey }).problem).toBe(problem);
  });

  it("is refused by another key", () => {
    const other = signingKeyPairOf(primitives, createKey("ed25519", primitives.random(32)));
    const verdict = verifyStatement(primitives, note, { about: "library", publicKey: other.publicKey });
    expect(verdict.problem).toBe("unsigned");
  });

  it("is no checkpoint", () => {
    const three = signStatement(primitives, keys, { ...said, lines: ["1", "A".repeat(43) + "="] });
    expect(parseCheckpoint(three).problem).toBe("bad-origin");
  });

  it("carries no line that would begin another one", () => {
    expect(() => signStatement(primitives, keys, { ...said, lines: ["a\nb"] })).toThrow(RangeError);
  });
});
