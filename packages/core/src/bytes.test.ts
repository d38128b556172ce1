import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as bytes from "./bytes.ts";
import { createId, isId, parseId } from "./ids.ts";

describe("spellings of bytes", () => {
  it("come back as they went", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        expect(bytes.parseHex(bytes.encodeHex(data))).toEqual(data);
        expect(bytes.parseBase64Url(bytes.encodeBase64Url(data))).toEqual(data);
        expect(bytes.parseBase64(bytes.encodeBase64(data))).toEqual(data);
        expect(bytes.encodeBase64(data)).toBe(Buffer.from(data).toString("base64"));
        expect(bytes.encodeHex(data)).toBe(Buffer.from(data).toString("hex"));
        expect(bytes.encodeBase64Url(data)).toBe(Buffer.from(data).toString("base64url"));
      }),
    );
  });

  it("are refused when they are not what they claim to be", () => {
    expect(bytes.parseHex("00fFaB")).toEqual(Uint8Array.of(0, 255, 171));
    for (const text of ["0", "zz", "0x", "0\u0130", "\u{1d7d8}", "+1", " 1", "/:", "@G", "`g"])
      expect(() => bytes.parseHex(text)).toThrow(/hexadecimal/);
    for (const text of ["a", "a+b=", "é", "_wB", "_x", "AAAAA", "AAAA_wB"])
      expect(() => bytes.parseBase64Url(text)).toThrow(/base64url/);
    for (const text of ["a", "YQ", "YR==", "YQ= =", "Y-_x", "=YQ="])
      expect(() => bytes.parseBase64(text)).toThrow(/base64/);
    expect(() => bytes.parseUtf8(Uint8Array.of(0xff))).toThrow(/UTF-8/);
  });
});

describe("record ids", () => {
  it("are 128 random bits in 26 characters", () => {
    const id = createId((length) => new Uint8Array(length).fill(255));
    expect(id).toBe("zzzzzzzzzzzzzzzzzzzzzzzzzw");
    expect(isId(id)).toBe(true);
    expect(() => parseId("../../etc/passwd")).toThrowError(expect.objectContaining({ code: "core.bad-id" }));
  });
});
