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

  it("has the one case in which everybody agreed, and says why the others stay inside", () => {
    expect(released.plan.leaving.filter(({ kind }) => kind === "case")).toHaveLength(1);
    const reasons = released.plan.withheld.filter(({ kind }) => kind === "case").map(({ reason }) => reason);
    expect(reasons).toHaveLength(11);
    expect(new Set(reasons)).toEqual(new Set(["flags", "no-consent"]));
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
    for (const name of ["Alex Example", "Robin Example", "Mira", "Tilde", "Farid", "Yusra", "Dorothea"])
      expect(whole.includes(name), name).toBe(false);
  });
});
