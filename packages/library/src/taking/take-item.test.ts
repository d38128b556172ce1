import { describe, expect, it } from "vitest";
import { build, editionWith, fileOf, itemWith, libraryOf } from "../library.fake.ts";
import type { LibraryItem } from "../library-input.ts";

async function builtWith(changes: Partial<LibraryItem>) {
  const built = await build(libraryOf([itemWith(changes)], {}, ["en"]));
  return {
    ...built,
    page: built.files.get("en/items/example-1.html") ?? "",
    codes: built.problems.map(({ code }) => code),
  };
}

describe("hostile items", () => {
  it("show script in titles, authors and texts as text, in pages, feeds and data", async () => {
    const bad = `</script><script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="x`;
    const { files } = await builtWith({
      editions: [editionWith("en", { title: bad, excerpt: bad, body: bad })],
      authors: [bad],
      source: { text: bad, lang: "en" },
      licence: bad,
    });
    for (const [path, text] of files) {
      expect(text.includes("<script>alert"), path).toBe(false);
      expect(text.includes("<img"), path).toBe(false);
      expect(/[^\\]" onmouseover/.test(text), path).toBe(false);
    }
    expect(files.get("en/items/example-1.html")).toContain("&lt;script&gt;alert(1)");
  });

  it("show characters that turn the direction or are not seen, and the build tells", async () => {
    const { page, codes } = await builtWith({
      editions: [editionWith("en", { title: "Report\u202efdp.exe\u0000" })],
    });
    expect(page).toContain("Report‹U+202E›fdp.exe‹U+0000›");
    expect(page).not.toContain("\u202e");
    expect(codes).toContain("hidden-characters");
  });

  it("go on from page to page with five megabytes, and have the whole beside them", async () => {
    const body = "Somebody wrote a very long account of what happened.\n\n".repeat(95_000);
    const { page, files, codes } = await builtWith({ editions: [editionWith("en", { body })] });
    expect(page.length).toBeLessThan(30_000);
    expect(page).toContain(`rel="next" href="example-1/2.html"`);
    expect(page).toContain(`href="../../text/example-1.en.txt"`);
    expect(files.get("text/example-1.en.txt")).toBe(`${body.trim()}\n`);
    expect(codes).toEqual([]);
    const parts = [...files].filter(([path]) => /^en\/items\/example-1(?:\/\d+)?\.html$/.test(path));
    for (const [path, text] of parts) expect(text.length, path).toBeLessThan(50_000);
    const sentences = parts.map(([, text]) => text.match(/Somebody wrote a very long account/g)?.length ?? 0);
    expect(sentences.reduce((sum, each) => sum + each, 0)).toBe(95_000);
  });

  it.each([
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["https://somebody:secret@example.org/a", "https://example.org/a"],
    ["data:text/html,<b>x</b>", "data:text/html"],
    ["no address", "no address"],
  ])("show the address %s without a link", async (address, shown) => {
    const { page, codes, files } = await builtWith({ address });
    expect(page).toContain(shown);
    expect(page).not.toContain(`href="${address}"`);
    expect([...files.values()].some((text) => text.includes("secret"))).toBe(false);
    expect(codes).toEqual(["bad-address"]);
  });

  it.each(["../escape.png", "picture.svg", "a/b.png", "picture.html", ""])(
    "leave out the picture %s",
    async (file) => {
      const { page, codes } = await builtWith({
        pictures: [{ file, bytes: 10, width: 1, height: 1, alt: [] }],
      });
      expect(page).not.toContain("../../files/");
      expect(codes).toEqual(["bad-picture"]);
    },
  );

  it("offer a picture as a link with its size, and load none", async () => {
    const picture = {
      file: "square.png",
      bytes: 48_000,
      width: 640,
      height: 480,
      alt: [{ text: "A square", lang: "en" }],
    };
    const { page } = await builtWith({ pictures: [picture] });
    expect(page).toMatch(/<a href="..\/..\/files\/square.png"><span>A square<\/span><\/a>\s*<small>.*48/s);
  });

  it.each(["../up", "Upper", "", "a b", "x".repeat(200)])(
    "are left out where the slug is %j",
    async (slug) => {
      const { codes, files } = await builtWith({ slug });
      expect(codes).toContain("bad-slug");
      expect([...files.keys()].some((path) => path.includes("/items/"))).toBe(false);
    },
  );

  it("are left out where nothing can be shown, or where the address is taken", async () => {
    expect((await builtWith({ editions: [] })).codes).toContain("no-edition");
    const twice = await build(libraryOf([itemWith({}), itemWith({})]));
    expect(twice.problems).toEqual([{ code: "slug-twice", where: "example-1", detail: null }]);
  });

  it("lose codes that could leave their folder, and dates that are none", async () => {
    const { codes, files } = await builtWith({
      facets: { theme: ["../../up", "slapp"], country: ["ug"] },
      dated: "next week",
    });
    expect(codes).toEqual(["bad-date", "bad-code", "bad-code"]);
    expect(files.has("en/theme/slapp.html")).toBe(true);
    expect([...files.keys()].some((path) => path.includes(".."))).toBe(false);
  });
});

describe("a withdrawn item", () => {
  it("keeps its page, which says so and shows nothing else", async () => {
    const built = await build(
      libraryOf([
        itemWith({
          editions: [editionWith("en", { title: "Known title", excerpt: "gone-excerpt", body: "gone-body" })],
          address: "https://example.org/gone-address",
          withdrawn: {
            when: "2026-10-01T00:00:00Z",
            reason: { text: "The source asked for it.", lang: "en" },
          },
        }),
      ]),
    );
    const page = fileOf(built, "en/items/example-1.html");
    expect(page).toContain("Withdrawn on");
    expect(page).toContain("The source asked for it.");
    for (const [path, text] of built.files)
      expect(/gone-(?:excerpt|body|address)/.test(text), path).toBe(false);
    expect(fileOf(built, "en/all.xml")).not.toContain("Known title");
  });
});
