import { encodeUtf8, parseBase64 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { encodeNote, keyIdOf, noteLimits, readNote, verifyNote } from "./signed-note.ts";

const primitives = createFakePrimitives("notes");

// The key and the note that the Go package golang.org/x/mod/sumdb/note publishes, so that others read ours.
const known = {
  name: "PeterNeumann",
  id: "c74f20a3",
  publicKey: parseBase64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").subarray(1),
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};
const whole = `${known.text}\n${known.line}`;

describe("a signed note", () => {
  it("is read, verified and written as another implementation writes it", () => {
    const { note } = readNote(encodeUtf8(whole));
    expect(note?.text).toBe(known.text);
    expect(Buffer.from(keyIdOf(primitives, known)).toString("hex")).toBe(known.id);
    expect(note && verifyNote(primitives, note, known)).toBeNull();
    expect(note && encodeNote(note)).toBe(whole);
  });

  it("may carry lines of others, which are not looked at", () => {
    const other = `\u2014 example.org/witness ${Buffer.alloc(76, 7).toString("base64")}\n`;
    for (const text of [`${whole}${other}`, `${known.text}\n${other}${known.line}`]) {
      const { note } = readNote(text);
      expect(note?.signatures).toHaveLength(2);
      expect(note && verifyNote(primitives, note, known)).toBeNull();
    }
  });

  it("is not by a key whose name or number no line has, and is refused with a wrong line beside a right one", () => {
    const { note } = readNote(whole);
    expect(note && verifyNote(primitives, note, { ...known, name: "another" })).toBe("unsigned");
    const stranger = { ...known, publicKey: primitives.ed25519.publicKey(primitives.random(32)) };
    expect(note && verifyNote(primitives, note, stranger)).toBe("unsigned");
    const forged = readNote(`${whole}${known.line.replace("IuG", "IuH")}`).note;
    expect(forged && verifyNote(primitives, forged, known)).toBe("bad-signature");
  });

  it("is refused for its reason when it is not of its form", () => {
    const long = "x".repeat(noteLimits.bytes);
    const cases = {
      "too-large": [`${long}\n\n${known.line}`, "é".repeat(noteLimits.bytes / 2 + 1)],
      "not-text": [Uint8Array.of(0xff, 0x0a), `a\r\n\n${known.line}`, `a\u0000\n\n${known.line}`],
      "no-signatures": [
        "",
        "text\n",
        `text\n${known.line}`,
        "text\n\n",
        `\n\n${known.line}`,
        whole.slice(0, -1),
      ],
      "bad-signature-line": [
        `text\n\n-${known.line.slice(1)}`,
        `text\n\n${known.line.replace(" Peter", "  Peter")}`,
        `text\n\n${known.line.replace("Peter", "Pe+er")}`,
        `text\n\n${known.line.replace("Peter", "Pe\u2003er")}`,
        `text\n\n${known.line.replace("=", "")}`,
        "text\n\n\u2014 name AAAA\n",
      ],
      "too-many-signatures": [`text\n\n${known.line.repeat(noteLimits.signatures + 1)}`],
    };
    for (const [problem, sources] of Object.entries(cases))
      for (const source of sources) expect(readNote(source)).toEqual({ note: null, problem });
    expect(readNote(`text\n\n${known.line.repeat(16)}`).note?.signatures).toHaveLength(16);
  });
});
