// One page holds every item in every language that it has, and needs nothing.
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { editionWith, itemWith, libraryOf } from "./library.fake.ts";
import type { LibraryItem } from "./library-input.ts";
import { singleFile } from "./single-file.ts";

async function pageOf(items: readonly LibraryItem[], locale = "en"): Promise<string> {
  const translators = new Map([[locale, createTranslator(locale, await loadCatalogues(locale))]]);
  const pieces: string[] = [];
  for await (const piece of singleFile(libraryOf(items, {}, [locale]), {
    translators,
    onProblem: () => undefined,
  }))
    pieces.push(piece);
  return pieces.join("");
}

describe("the library as one page", () => {
  it("has every item in every language, each marked, with a link to each", async () => {
    const page = await pageOf(
      [
        itemWith({
          slug: "example-1",
          editions: [
            editionWith("en", { title: "An English title" }),
            editionWith("ar", { title: "عنوان", isOriginal: false }),
          ],
        }),
      ],
      "ar",
    );
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<a href="#example-1" lang="ar" dir="rtl">عنوان</a>');
    expect(page).toContain('<div lang="en" dir="ltr"><h3>An English title</h3>');
    expect(page).toContain('<article id="example-1">');
  });

  it("loads nothing and runs nothing, whatever stands in it", async () => {
    const bad = `<script>alert(1)</script><img src="https://example.org/x">" onload="x`;
    const page = await pageOf([
      itemWith({ editions: [editionWith("en", { title: bad, body: bad })], authors: [bad] }),
    ]);
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(|" onload/);
    expect(page).toContain("default-src &#39;none&#39;");
    expect([...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, href]) => href)).toEqual(
      [...page.matchAll(/href="(https?:[^"]*)"/g)].map(([, href]) => href),
    );
  });

  it("says of what was withdrawn nothing but that it was", async () => {
    const page = await pageOf([
      itemWith({
        editions: [editionWith("en", { title: "A title", body: "Bodymark" })],
        withdrawn: { when: "2026-02-03T00:00:00Z", reason: { text: "Wrong facts", lang: "en" } },
      }),
    ]);
    expect(page).toContain("Wrong facts");
    expect(page).not.toContain("Bodymark");
  });
});
