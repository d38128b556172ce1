import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parseFontCoverage } from "./font-coverage.ts";
import { familiesFor, readFurtherFont, readUsualFont } from "./fonts.ts";
import { makeShowable } from "./showable-text.ts";
import { createTypesetter } from "./typesetter.ts";

const template = [
  '#let d = json("/data.json")',
  "#set document(title: d.title, date: auto)",
  '#set text(font: ("Noto Sans", "Amiri") + d.faces, fallback: false)',
  "#d.title",
  "#d.missing",
].join("\n");
const document = { template, data: { title: "One #import 한" }, createdAt: 1_763_892_000 };

function codesOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

function fontOf(file: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`));
}

describe("createTypesetter", () => {
  it("writes the same PDF twice, also after another document", async () => {
    const typesetter = createTypesetter();
    const first = await typesetter.typeset(document);
    await typesetter.typeset({ ...document, data: { title: "Other" } });
    expect(Buffer.from(await typesetter.typeset(document)).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("writes the time that it was given and no other", async () => {
    const pdf = Buffer.from(await createTypesetter().typeset(document)).toString("latin1");
    expect(pdf).toContain("(D:20251123100000Z)");
  });

  it("says that the compiler refused, without the words of the document", async () => {
    const broken = { ...document, template: `${template}\n#panic("a" + d.title)` };
    const failure: unknown = await createTypesetter()
      .typeset(broken)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "publish.typesetter" });
    expect(String(failure)).not.toContain("One");
  });

  it("cannot read a file of the computer from its template", async () => {
    const reaching = ['#read("/etc/passwd")', '#read("../../etc/passwd")'];
    for (const line of reaching)
      await expect(
        createTypesetter().typeset({ ...document, template: `${template}\n${line}` }),
      ).rejects.toMatchObject({ code: "publish.typesetter" });
  });

  it("refuses a template that imports a package before the compiler sees it", async () => {
    const importing = { ...document, template: '#import "@preview/cetz:0.3.4"' };
    await expect(createTypesetter().typeset(importing)).rejects.toThrow(/may not import packages/u);
  });

  it("stops at an aborted signal", async () => {
    await expect(createTypesetter().typeset(document, AbortSignal.abort())).rejects.toThrow("aborted");
  });
});

/** Faces of further scripts are optional packages; without them a document says that it lacks characters. */
const hasScripts = (() => {
  try {
    return fontOf("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf").length > 0;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasScripts)(
  "names in further scripts (left out where their fonts are not installed)",
  () => {
    const wide = {
      template: [
        '#let d = json("/data.json")',
        "#set document(title: [a], date: auto)",
        '#set text(font: ("Noto Sans", "Amiri") + d.faces, fallback: false)',
        "#d.title #d.missing #d.faces.len()",
      ].join("\n"),
      data: {
        title:
          "김예시 示例 テスト ምሳሌ နမူနာ पाठ পাঠ ตัวอย่าง דוגמה ឧទាហរណ៍ მაგალითი օրինակ மாதிரி උදාහරණ پژوهشگر Łódź Hà Nội",
      },
      createdAt: 1_763_892_000,
    };

    it("have a glyph for every character, which PDF/UA asks for", async () => {
      expect(familiesFor(wide.data.title)).toHaveLength(13);
      const fonts = await Promise.all(familiesFor(wide.data.title).map(readFurtherFont));
      const covered = [await readUsualFont(), ...fonts.flatMap((font) => font ?? [])];
      expect(makeShowable(wide.data, covered).missing).toBe(0);
      expect((await createTypesetter().typeset(wide)).length).toBeGreaterThan(10_000);
    });

    it("leave no trace in the next document", async () => {
      const plain = { ...document, data: { title: "One ① 한" } };
      const first = await createTypesetter().typeset(plain);
      const typesetter = createTypesetter();
      await typesetter.typeset(wide);
      expect(Buffer.from(await typesetter.typeset(plain)).equals(Buffer.from(first))).toBe(true);
    });
  },
);

describe("parseFontCoverage", () => {
  it("knows what a font can show", () => {
    const amiri = parseFontCoverage(fontOf("amiri/400Regular/Amiri_400Regular.ttf"));
    expect(codesOf("ابتپگA7").every((code) => amiri.has(code))).toBe(true);
    expect(amiri.has(0xd55c)).toBe(false);
  });

  it("refuses a damaged font with our error", () => {
    const font = fontOf("amiri/400Regular/Amiri_400Regular.ttf");
    for (const length of [0, 3, 11, 40, 500, 2000])
      expect(() => parseFontCoverage(font.subarray(0, length))).toThrow(
        expect.objectContaining({ code: "publish.typesetter" }),
      );
  });
});

describe("makeShowable", () => {
  it("replaces what cannot be shown by its code, and counts it", () => {
    const covered = new Set(codesOf("abc‹›U+"));
    expect(makeShowable({ a: ["abc 한", null, 3], b: "😀" }, [{ covered }])).toEqual({
      data: { a: ["abc ‹U+D55C›", null, 3], b: "‹U+1F600›" },
      missing: 2,
    });
  });
});
