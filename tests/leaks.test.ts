// The search of the protective rules over finished files: every template of documents, the public library, redacted pictures.
// What each file holds compressed or cut into pieces is put together first. Each sort of file is shown to be read, and to be
// where the search finds what was put in on purpose. The open export is the owner's own and holds everything.
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { LibraryInput } from "@tocsin/library";
import { createPictureRedaction } from "@tocsin/node";
import { documentTemplates } from "@tocsin/publish";
import { releaseLibrary, type Workspace } from "@tocsin/workspace";
import { beforeAll, describe, expect, it } from "vitest";
import { misreading } from "../packages/workspace/src/protection/careless.fake.ts";
import { remembering, type Piece } from "../packages/workspace/src/protection/everything.fake.ts";
import { rulesOfContents } from "../packages/workspace/src/protection/rules-of-contents.fake.ts";
import { rulesOfNames } from "../packages/workspace/src/protection/rules-of-names.fake.ts";
import { secretsIn } from "../packages/workspace/src/protection/search.fake.ts";
import { tellStory, type Told } from "../packages/workspace/src/protection/story.fake.ts";
import { approver, canary, marks, names } from "../packages/workspace/src/protection/story-words.fake.ts";
import { sha256Of } from "../packages/workspace/src/small-workspace.fake.ts";
import {
  documentForms,
  documentPieces,
  tellFinished,
  type FinishedDraft,
} from "./leaks/finished-documents.fake.ts";
import { libraryPieces, withPlanted } from "./leaks/finished-library.fake.ts";
import { picturesWith } from "./leaks/pictures.fake.ts";
import { bytesText } from "./leaks/read-finished.fake.ts";
import { hasPoppler } from "./pdf.fake.ts";
import { aboutWith } from "../packages/workspace/src/library/about.fake.ts";

const rules = [...rulesOfNames, ...rulesOfContents];
const slow = { timeout: 180_000 };
const languages = ["en", "ar"];
const forms = documentForms.filter((form) => form !== "pdf" || hasPoppler);
const { never, childArabic } = names;

let told: Told;
let workspace: Workspace;
let translators: ReadonlyMap<string, Translator>;
let drafts: readonly FinishedDraft[];

beforeAll(async () => {
  told = await tellStory();
  drafts = await tellFinished(told);
  workspace = remembering(told.small.workspace);
  const made = languages.map(
    async (locale) => [locale, createTranslator(locale, await loadCatalogues(locale))] as const,
  );
  translators = new Map(await Promise.all(made));
}, 120_000);

/** As if what people are called stood nowhere: no text is struck, whoever may be named. */
const careless = (): Workspace =>
  misreading(workspace, "person", () => ({ name: undefined, names: undefined, pseudonym: undefined }));

async function everyDraft(from: Workspace, of: readonly FinishedDraft[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const each of of) pieces.push(...(await documentPieces(from, each, translators)));
  return pieces;
}

describe(
  "documents of all eleven templates, in English for whom each is meant and in Arabic for the public",
  slow,
  () => {
    let pieces: readonly Piece[];
    beforeAll(async () => {
      pieces = await everyDraft(workspace, drafts);
    }, 180_000);

    it("are all looked into, in each form that they have, and each can be read", () => {
      for (const { name } of documentTemplates)
        for (const language of languages)
          for (const form of forms.filter((each) => each !== "csv")) {
            const way = `document ${name} ${language} ${form}`;
            expect(pieces.find((piece) => piece.way === way)?.text.includes(canary), way).toBe(true);
          }
      const tables = pieces.filter(({ way }) => way.endsWith(" csv"));
      expect(tables.length).toBeGreaterThanOrEqual(8);
      expect(tables.every(({ text }) => text.length > 20)).toBe(true);
    });

    it.each(rules)("let nothing out that must not leave: $name", ({ find }) => {
      expect(find(pieces)).toEqual([]);
    });

    it("are where the search finds a name that was let out, in each form and in either language", async () => {
      const planted = ["shadow-report", "slapp-brief", "open-letter"];
      const leaking = await everyDraft(
        careless(),
        drafts.filter(({ template }) => planted.includes(template)),
      );
      const found = (secret: string): readonly string[] =>
        secretsIn([secret])(leaking).map((leak) =>
          leak.slice(leak.indexOf(": document ")).split(" ").slice(3, 5).join(" "),
        );
      const wanted = languages.flatMap((language) => forms.map((form) => `${language} ${form}`));
      expect([...new Set(found(never))].toSorted()).toEqual(wanted.toSorted());
      expect([...new Set(found(childArabic))].toSorted()).toEqual(wanted.toSorted());
    });
  },
);

describe("the public library", slow, () => {
  let input: LibraryInput;
  let pieces: readonly Piece[];
  const secrets = [
    ...Object.entries(names).flatMap(([who, name]) => (who === "agreed" || who === "senior" ? [] : [name])),
    marks.locality,
    marks.translator,
    marks.guardian,
    marks.childView,
    marks.task,
    marks.retention,
  ];
  beforeAll(async () => {
    input = await libraryOf(workspace);
    pieces = await libraryPieces(workspace, input, translators);
  }, 180_000);

  async function libraryOf(from: Workspace): Promise<LibraryInput> {
    const released = await releaseLibrary(from, {
      about: aboutWith({ locales: languages, address: "https://library.example/" }),
      translators,
      sha256: sha256Of,
      approvedBy: { text: approver, lang: "en" },
      acceptDifferences: true,
    });
    return released.input;
  }

  it("can be read, and lets nothing out in any byte or name of a file", () => {
    expect(pieces.length).toBeGreaterThan(40);
    expect(secretsIn(secrets)(pieces)).toEqual([]);
    expect(pieces.some(({ way, text }) => way === "library page" && text.includes("</main>"))).toBe(true);
  });

  it("is where the search finds a word that was put in: pages, search, feeds, tables, names of files, ZIP, one page", async () => {
    const leaking = await libraryPieces(workspace, withPlanted(input, never), translators);
    const found = new Set(
      secretsIn([never])(leaking).map((leak) => leak.replace(/^.*: library (.*) for .*$/, "$1")),
    );
    const sorts = {
      item: /^(?:en|ar)\/items\/[^/]+\.html$/,
      list: /^ar\/all\.html$/,
      "start page": /^index\.html$/,
      search: /^search\/\d+\.js$/,
      "found rows": /^en\/found\/\d+\.js$/,
      feed: /^ar\/all\.xml$/,
      "feed of a code": /^en\/year\/2025\.xml$/,
      words: /^en\/words\/\d+\.html$/,
      table: /^en\/numbers\/planted\.html$/,
      csv: /^en\/numbers\/planted\.csv$/,
      json: /^en\/numbers\/planted\.json$/,
      picture: /^en\/numbers\/planted\.svg$/,
      sitemap: /^sitemap.*\.xml$/,
      list_of_files: /^library\.(?:json|txt)|manifest/,
      "name of a file": /^name en\/items\//,
      ZIP: /^zip$/,
      "one page": /^page$/,
    };
    const missed = Object.entries(sorts).filter(
      ([, pattern]) => ![...found].some((way) => pattern.test(way)),
    );
    expect(missed.map(([sort]) => sort)).toEqual([]);
  });
});

describe("redacted pictures", slow, () => {
  const redact = createPictureRedaction({
    worker: new URL("../dist/cli/redact-picture-worker.mjs", import.meta.url),
  });

  it.each(Object.entries(picturesWith(never)))(
    "hold nothing of what the original carries: %s",
    async (format, bytes) => {
      const { bytes: copy } = await redact(bytes, [{ x: 0, y: 0, width: 500, height: 500 }]);
      const piece = (way: string, of: Uint8Array): Piece => ({
        way,
        audience: "public",
        text: bytesText(of),
      });
      expect(secretsIn([never])([piece("original", bytes)])).not.toEqual([]);
      expect(secretsIn([never])([piece(`copy ${format}`, copy)])).toEqual([]);
    },
  );
});
