import { describe, expect, it } from "vitest";
import { build, editionWith, fileOf, itemWith, libraryOf } from "../library.fake.ts";

const original = editionWith("ar", { title: "عنوان", body: "نص" });
const machine = editionWith("es", {
  isOriginal: false,
  translatedBy: "machine",
  title: "Título",
  body: "Texto",
});

async function pageOf(path: string, editions = [original, machine]): Promise<string> {
  const built = await build(libraryOf([itemWith({ editions })], {}, ["en", "ar", "fr", "es"]));
  return fileOf(built, path).replace(/[\u2066-\u2069]/g, "");
}

describe("an item that is not there in the reader's language", () => {
  it("is shown in the original, and the notice says so in the reader's language and what else there is", async () => {
    const text = await pageOf("fr/items/example-1.html");
    expect(text).toContain(
      "Ce document n’est pas ici en français. Il est affiché en arabe, sa langue d’origine.",
    );
    expect(text).toContain(`<a href="example-1.es.html" hreflang="es">Espagnol</a> (traduction automatique)`);
    expect(text).toContain(`<h1 lang="ar" dir="rtl">عنوان</h1>`);
    expect(text).toContain(`<article lang="ar" dir="rtl">`);
    expect(text).toContain(`<html lang="fr" dir="ltr">`);
  });

  it("says of the other edition that a machine translated it, and leads back", async () => {
    const text = await pageOf("fr/items/example-1.es.html");
    expect(text).toContain("Une machine l’a traduit depuis cette langue");
    expect(text).toContain(`<article lang="es" dir="ltr">`);
    expect(text).toContain(`href="example-1.html" hreflang="ar"`);
  });

  it("comes in a language that the library declares as near, before the original", async () => {
    const { head } = libraryOf([], {}, ["fr"]);
    const built = await build(
      libraryOf([itemWith({ editions: [original, machine] })], {
        head: { ...head, relatives: { fr: ["es"] } },
      }),
    );
    expect(fileOf(built, "fr/items/example-1.html")).toContain(`<article lang="es" dir="ltr">`);
  });

  it("comes in English where there is no original, and in whatever there is otherwise", async () => {
    const english = editionWith("en", { isOriginal: false, translatedBy: "person" });
    expect(await pageOf("fr/items/example-1.html", [machine, english])).toContain(
      `<article lang="en" dir="ltr">`,
    );
    expect(await pageOf("fr/items/example-1.html", [machine])).toContain(`<article lang="es" dir="ltr">`);
  });
});

describe("an item in the reader's language", () => {
  it("has no notice but names the other languages", async () => {
    const text = await pageOf("ar/items/example-1.html");
    expect(text).not.toContain(`class="notice"`);
    expect(text).toContain(`class="also"`);
  });

  it("of another region needs no notice", async () => {
    const text = await pageOf("fr/items/example-1.html", [editionWith("fr-CH")]);
    expect(text).not.toContain(`class="notice"`);
    expect(text).toContain(`<article lang="fr-CH" dir="ltr">`);
  });

  it("says when nobody noted its language", async () => {
    const text = await pageOf("en/items/example-1.html", [editionWith("")]);
    expect(text).toContain("Nobody noted the language of this text.");
    expect(text).toContain(`<article dir="auto">`);
  });
});
