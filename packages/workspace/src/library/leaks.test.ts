// Looks into every byte of every file of a built library for what must not be there, and shows that the search finds it
// where one rule alone fails.
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { buildLibrary, singleFile } from "@tocsin/library";
import { beforeAll, describe, expect, it } from "vitest";
import { misreading } from "../protection/careless.fake.ts";
import type { Piece } from "../protection/everything.fake.ts";
import { secretsIn } from "../protection/search.fake.ts";
import { tellStory, type Told } from "../protection/story.fake.ts";
import { approver, canary, marks, names } from "../protection/story-words.fake.ts";
import { sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { releaseLibrary } from "./release-library.ts";
import { aboutWith } from "./about.fake.ts";

/** Who agreed, and who answers for a high office, may be named to the public. */
const { agreed } = names;
const withheld = Object.entries(names).flatMap(([who, name]) =>
  who === "agreed" || who === "senior" ? [] : [name],
);
const secrets = [
  ...withheld,
  marks.locality,
  marks.translator,
  marks.guardian,
  marks.childView,
  marks.task,
  marks.retention,
  marks.copy,
];
const all = Object.values(names).join(", ");
const text = { text: `${all} ${canary}`, lang: "en" };

let told: Told;
let translators: ReadonlyMap<string, Translator>;

beforeAll(async () => {
  told = await tellStory();
  const { create } = told.small;
  await create("resource", {
    title: text,
    summary: text,
    authors: Object.values(names),
    publisher: text,
    licence: all,
    sources: [all],
    address: `https://example.org/${names.never.replace(" ", "-")}`,
    notes: { text: `${marks.task} ${all}`, lang: "en" },
    summaryIn: [{ text: `Ici ${all}`, lang: "fr", origin: "human-translation", by: marks.translator }],
    shown: true,
  });
  await create("resource", { title: text, shown: true, withdrawn: "2026-02-03", withdrawnReason: text });
  await create("commitment", { title: text, words: text, sources: [all] });
  const made = ["en", "fr", "ar"].map(
    async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
  );
  translators = new Map(await Promise.all(made));
}, 60_000);

/** Names of files are looked into too. */
async function everyFile(workspace: Workspace): Promise<readonly Piece[]> {
  const { input } = await releaseLibrary(workspace, {
    about: aboutWith({ locales: [...translators.keys()] }),
    translators,
    sha256: sha256Of,
    approvedBy: { text: approver, lang: "en" },
    acceptDifferences: true,
  });
  const options = { translators, sha256: sha256Of, onProblem: () => undefined };
  const pieces: Piece[] = [];
  for await (const file of buildLibrary(input, options))
    if ("bytes" in file)
      pieces.push({
        way: `library ${file.path}`,
        audience: "public",
        text: `${file.path}\n${new TextDecoder().decode(file.bytes)}`,
      });
  let page = "";
  for await (const part of singleFile(input, options)) page += part;
  return [...pieces, { way: "library in one page", audience: "public", text: page }];
}

describe("a built library", { timeout: 120_000 }, () => {
  it("holds no withheld name and nothing that stays inside in any byte of any file", async () => {
    const pieces = await everyFile(told.small.workspace);
    expect(pieces.length).toBeGreaterThan(20);
    for (const way of ["library in one page", "library en/all.html"])
      expect(pieces.find((piece) => piece.way === way)?.text, way).toContain(canary);
    expect(secretsIn([agreed])(pieces)).not.toEqual([]);
    expect(secretsIn(secrets)(pieces)).toEqual([]);
  });

  it("says nothing of a case in which somebody did not agree", async () => {
    const pieces = await everyFile(told.small.workspace);
    expect(pieces.filter(({ text: each }) => each.includes(told.case.slice(0, 16)))).toEqual([]);
  });

  it.each([
    ["names of people are not known", "person", { name: undefined, names: undefined, pseudonym: undefined }],
    ["who must never be named is not known", "person", { flags: undefined, child: undefined }],
    ["what a source is called is not known", "source", { title: undefined }],
    ["who obtained evidence is not known", "evidence", { obtainedBy: undefined }],
  ] as const)("is found to leak where %s", async (_what, kind, change) => {
    const careless = misreading(told.small.workspace, kind, () => change);
    expect(secretsIn(secrets)(await everyFile(careless))).not.toEqual([]);
  });
});
