// The example publishes a library: documents of others in four languages unevenly, and of its own what consents allow.
import { existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import type { LibraryProblem } from "@tocsin/library";
import { releaseLibrary, type ReleasedLibrary } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLibrary, writeLibrary } from "../library/index.ts";
import { makeExample } from "./make-example.ts";
import type { OpenProgram } from "./open-program.ts";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");
const locales = ["en", "ar", "es", "fr"];
/** Who agreed that the case be published, and not the name. */
const unnamed = ["Zuhair", "زهير", "Xiomara", "Pavel"];
/** How a title says that nothing of it happened. */
const invented: Readonly<Record<string, string>> = {
  en: "Invented: ",
  ar: "قضية مختلقة",
  es: "Caso inventado",
  fr: "Cas inventé",
};

describe.skipIf(!existsSync(worker))("the example's library", { timeout: 120_000 }, () => {
  let program: OpenProgram;
  let folder: string;
  let released: ReleasedLibrary;
  const problems: LibraryProblem[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-example-library-"));
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    ({ program } = await makeExample({ inputs: "examples", worker, cost }));
    const made = locales.map(
      async (locale) =>
        [locale, createTranslator(locale, await loadCatalogues(locale), { isolate: false })] as const,
    );
    const translators = new Map(await Promise.all(made));
    const { workspace } = program;
    released = await releaseLibrary(workspace, {
      about: {
        title: [{ text: "Library of Example Watch", lang: "en" }],
        about: [],
        publisher: "Example Watch",
        locales,
        address: null,
        onion: null,
        mirrors: [],
      },
      translators,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      approvedBy: { text: "A. Lead", lang: "en" },
    });
    await writeLibrary(join(folder, "site"), {
      input: released.input,
      translators,
      vault: workspace.vault,
      program: "test",
      onProblem: (problem) => void problems.push(problem),
    });
  }, 120_000);

  afterAll(async () => {
    await program.close();
    await rm(join(program.folder, ".."), { recursive: true });
    await rm(folder, { recursive: true });
  });

  it("has at least 60 documents, each with its source, and says that nobody compared them", () => {
    const documents = released.plan.leaving.filter(({ kind }) => kind === "resource");
    expect(documents.length).toBeGreaterThanOrEqual(60);
    const items = new Map(released.plan.items.map((item) => [item.slug, item]));
    for (const { slug, title } of documents)
      for (const { lang, body } of items.get(slug)?.editions ?? [])
        expect(body, `${title} in ${lang}`).toMatch(/https?:\/\//);
  });

  it("has some in four languages, some in one, and an original that is not English", () => {
    const counts = new Set(released.plan.items.map(({ editions }) => editions.length));
    expect([...counts]).toEqual(expect.arrayContaining([1, 2, 4]));
    expect(
      released.plan.items.some(({ editions }) =>
        editions.some(({ lang, isOriginal }) => isOriginal && lang === "es"),
      ),
    ).toBe(true);
  });

  it("has six cases in which everybody agreed, each marked as invented, in four languages unevenly", () => {
    const items = new Map(released.plan.items.map((item) => [item.slug, item]));
    const cases = released.plan.leaving
      .filter(({ kind }) => kind === "case")
      .flatMap(({ slug }) => items.get(slug) ?? []);
    expect(cases.flatMap(({ editions }) => editions.map(({ lang }) => lang)).toSorted()).toEqual([
      "ar",
      "en",
      "en",
      "en",
      "es",
      "fr",
    ]);
    for (const { editions, facets } of cases) {
      for (const { lang, title, body } of editions) {
        expect(title).toContain(invented[lang]);
        // A country by its name, never by its code.
        expect(body).toMatch(/\((?:invented|inventé|inventado|متخيَّلة)\)/u);
        expect(body).not.toMatch(/\bX[ABC]\b/u);
      }
      for (const name of ["country", "act", "commitment", "theme", "year"] as const)
        expect(facets[name], `${editions[0]?.title} by ${name}`).not.toEqual(undefined);
    }
    expect(new Set(cases.flatMap(({ facets }) => facets.country ?? []))).toEqual(new Set(["XA", "XB", "XC"]));
    expect(cases.filter(({ facets }) => facets.technology !== undefined).length).toBeGreaterThan(2);
  });

  it("says why the other cases stay inside", () => {
    const reasons = released.plan.withheld.filter(({ kind }) => kind === "case").map(({ reason }) => reason);
    expect(reasons).toHaveLength(11);
    expect(new Set(reasons)).toEqual(new Set(["flags", "no-consent"]));
  });

  it("shows a reader of each language every case, and says which language it is in where it is another", async () => {
    const french = released.plan.items.find(
      ({ kind, editions }) => kind === "case" && editions[0]?.lang === "fr",
    );
    const page = (locale: string) =>
      readFile(join(folder, "site", locale, "items", `${french?.slug}.html`), "utf8");
    const title = "Cas inventé : une radio associative poursuivie pour une émission";
    for (const locale of locales) expect(await page(locale), locale).toContain(title);
    for (const locale of ["en", "ar", "es"]) expect(await page(locale), locale).toContain('lang="fr"');
    expect(await page("en")).toContain("SLAPP");
  });

  it("holds when it is checked, and nothing in it was left out or was too heavy", async () => {
    expect((await verifyLibrary(join(folder, "site"))).failures).toEqual([]);
    expect(problems.filter(({ code }) => code !== "no-related")).toEqual([]);
  });

  it("names nobody who did not agree, in any byte of any file", async () => {
    const files = await readdir(join(folder, "site"), { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")),
    );
    const whole = texts.join("\n");
    expect(/.{0,60}‹U\+.{0,80}/u.exec(whole)?.[0]).toBeUndefined();
    for (const name of [
      "Alex Example",
      "Robin Example",
      "Mira",
      "Tilde",
      "Farid",
      "Yusra",
      "Dorothea",
      ...unnamed,
    ])
      expect(whole.includes(name), name).toBe(false);
  });
});
