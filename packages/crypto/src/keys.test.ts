import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createKey } from "./keys.ts";

describe("a secret key", () => {
  const key = createKey("epoch", new Uint8Array(32).fill(0xab));

  it("prints as [key] however it is printed", () => {
    expect(key.toString()).toBe("[key]");
    expect(String(key)).toBe("[key]");
    expect(JSON.stringify({ key })).toBe('{"key":"[key]"}');
    expect(inspect({ key }, { depth: 9, showHidden: true })).toBe("{ key: [key] }");
    expect(Object.values(key)).toEqual(["epoch"]);
  });

  it("refuses a wrong length, and every use after it was wiped", () => {
    expect(() => createKey("epoch", new Uint8Array(31))).toThrow("Cannot use key: 31 bytes, expected 32");
    const bytes = new Uint8Array(32).fill(7);
    const brief = createKey("operation", bytes);
    brief.wipe();
    expect(bytes).toEqual(new Uint8Array(32));
    expect(() => brief.expose()).toThrow("Cannot use key: it was wiped");
  });
});
