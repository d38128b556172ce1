import { createTranslator, loadCatalogues } from "@tocsin/language";
import { formOf, kindOf } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { languageNotices } from "./language-notices.ts";

const { fields } = formOf(kindOf(createBuiltInRegistry(), "incident"));
const values = {
  title: { text: "Phone taken", lang: "en" },
  narrative: { text: "أُخذ الهاتف", lang: "ar" },
  narrativeIn: [{ text: "Se llevaron el teléfono", lang: "es", origin: "machine-translation" }],
};

async function noticesIn(locale: string): Promise<readonly string[]> {
  const words = createTranslator(locale, await loadCatalogues(locale), { isolate: false });
  return languageNotices(words, fields, values);
}

describe("the notices of a record", () => {
  it("say in the reader's language what is shown and what else there is", async () => {
    expect(await noticesIn("en")).toEqual([
      "What happened: Not there in English. Shown in Arabic, the original. Also there: Spanish (Translated by a machine · reviewed by nobody yet).",
    ]);
  });

  it("give the translation into the reader's language, and who reviewed it", async () => {
    const [title, notice, text] = await noticesIn("es");
    expect(title).toMatch(/^Título: No está en español\. Se muestra en inglés, el original\./);
    expect(notice).toContain("una traducción (Traducido por una máquina · aún sin revisar por nadie)");
    expect(text).toBe("  Se llevaron el teléfono");
  });

  it("leave out texts that are in the reader's language", async () => {
    const arabic = await noticesIn("ar");
    expect(arabic).toHaveLength(1);
    expect(arabic[0]).toMatch(/^العنوان: /);
  });
});
