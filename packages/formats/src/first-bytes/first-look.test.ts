// Made-up hostile files: each is a few bytes that begin like the real thing. None of them does anything.
import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { createLooker, lookAt, type FirstLook } from "./first-look.ts";
import { mediaTypeOfName } from "./kind-of-name.ts";

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
const exe = Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0);
const elf = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0);
const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0);
const pdf = encodeUtf8("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj");
const video = Uint8Array.of(0, 0, 0, 0x18, ...encodeUtf8("ftypmp42"), 0, 0);
const page = encodeUtf8("<!DOCTYPE html><title>x</title><script>fetch('/')</script>");

function looked(name: string, content: Uint8Array | string): FirstLook {
  return lookAt(name, typeof content === "string" ? encodeUtf8(content) : content);
}

describe("a picture that is a script", () => {
  it.each([
    ["photo.jpg", page, "text/html", ["differs", "active"]],
    ["photo.png", "\ufeff  <!-- a --><HTML><body onload=x>", "text/html", ["differs", "active"]],
    ["photo.jpg", "<?php system($_GET['c']); ?>", "text/plain", ["differs", "active"]],
    ["drawing.svg", '<?xml version="1.0"?><svg><script>x</script></svg>', "image/svg+xml", ["active"]],
    ["photo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", ["differs", "active"]],
    ["photo.jpg", exe, "application/x-msdownload", ["differs", "program"]],
    ["letter.pdf", elf, "application/x-elf", ["differs", "program"]],
    ["letter.pdf", zip, "application/zip", ["differs"]],
    ["film.mp4", "#!/bin/sh\nrm x", "application/x-shellscript", ["differs", "program"]],
    ["letter.txt", page, "text/html", ["differs", "active"]],
    ["photo.jpg.exe", exe, "application/x-msdownload", ["program", "double-ending"]],
    ["photo.jpg      .scr", exe, "application/x-msdownload", ["program", "double-ending"]],
    ["letter.pdf.html", page, "text/html", ["active", "double-ending"]],
    ["photo_\u202egpj.exe", exe, "application/x-msdownload", ["program", "hidden-characters"]],
    ["photo.jp\u200bg", jpeg, "image/jpeg", ["hidden-characters"]],
    ["photo.jpg", "\u0000\u0001\u0002\u0003 nothing known", null, ["differs"]],
  ] as const)("is noticed: %s", (name, content, looksLike, signs) => {
    expect(looked(name, content)).toEqual({ looksLike, signs });
  });

  it("is noticed where the picture is real and a script stands in its beginning", () => {
    const both = Uint8Array.of(...jpeg, ...encodeUtf8("/*<script>alert(1)</script>*/"));
    expect(looked("photo.jpg", both)).toEqual({ looksLike: "image/jpeg", signs: ["active"] });
  });

  it("is noticed in UTF-16, which a browser reads too", () => {
    const wide = [...encodeUtf8("<html><script>")].flatMap((byte) => [byte, 0]);
    expect(looked("photo.gif", Uint8Array.of(0xff, 0xfe, ...wide))).toMatchObject({ looksLike: "text/html" });
  });
});

describe("a file that is what it says", () => {
  it.each([
    ["photo.JPG", jpeg],
    ["photo.png", png],
    ["letter.pdf", pdf],
    ["film.mp4", video],
    ["film.mov", video],
    ["voice.mp3", Uint8Array.of(0xff, 0xf3, 0x44, 0xc4, 0)],
    ["table.csv", encodeUtf8("MZ,ID3\n1,2\n")],
    ["piece.html", encodeUtf8("<section>Words</section>")],
    ["page.xml", encodeUtf8("<feed><entry/></feed>")],
    ["letter.docx", zip],
    ["archive.tar.gz", Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ["notes.txt", "She said: <script> is a word."],
    ["table.csv", "a,b\n1,2\n"],
    ["data.json", '{"a":1}'],
    ["old.txt", Uint8Array.of(0xc7, 0xe1, 0xd3, 0xe1, 0xc7, 0xe3)],
    ["nothing.jpg", ""],
    ["without-an-ending", jpeg],
    ["رسالة ١.pdf", pdf],
  ] as const)("has no sign: %s", (name, content) => {
    expect(looked(name, content).signs).toEqual([]);
  });
});

describe("the looker", () => {
  it("sees the same whatever the pieces, and lets the rest pass", () => {
    const whole = Uint8Array.of(...page, ...new Uint8Array(10_000).fill(120));
    for (const size of [1, 7, 4096, whole.length]) {
      const looker = createLooker("photo.jpg");
      for (let at = 0; at < whole.length; at += size) looker.take(whole.subarray(at, at + size));
      expect(looker.look(), String(size)).toEqual(looked("photo.jpg", whole.subarray(0, 4096)));
    }
  });

  it("gives an answer for whatever bytes come in, however they are cut", () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 500; round += 1) {
      const bytes = Uint8Array.from({ length: random() % 64 }, () => random() % 256);
      const { looksLike, signs } = lookAt("photo.jpg", bytes);
      expect(looksLike === null || /^[a-z]+\/[\w.+-]+$/.test(looksLike)).toBe(true);
      const isAsNamed = looksLike === "image/jpeg" || bytes.length === 0;
      expect(signs.includes("differs")).toBe(!isAsNamed);
    }
  });
});

describe("the name", () => {
  it("says what the file claims to be, and nothing where it claims nothing", () => {
    expect(mediaTypeOfName("/home/x/a.b/photo.JPEG")).toBe("image/jpeg");
    expect(mediaTypeOfName("constructor")).toBe("application/octet-stream");
    expect(mediaTypeOfName("a.constructor")).toBe("application/octet-stream");
    expect(mediaTypeOfName("jpg")).toBe("application/octet-stream");
  });
});
