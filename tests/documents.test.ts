import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "@tocsin/formats";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { createTranslator, loadCatalogues } from "../packages/language/src/index.ts";
import { documentTemplates, publishDocument, textsOf } from "../packages/publish/src/index.ts";
import type { DocumentInput, DocumentModel, PublishedDocument } from "../packages/publish/src/index.ts";
import { withheldNames } from "../packages/publish/src/report-case.fake.ts";
import { createNameFinder } from "../packages/publish/src/index.ts";
import { arabicWords, documentInput, titles } from "./documents.fake.ts";
import { wholeDocument, wholeLanguages, type WholeLanguage } from "./whole-documents/input.ts";
import { hasPoppler, inflated, textOfPdf } from "./pdf.fake.ts";

const typesetter = createTypesetter();
const wordWriter = createWordWriter();
const unpacking = { part: 16 * 1024 * 1024, packedFrom: 1024 * 1024, packedRatio: 200 };
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const text = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString("utf8");
const names = /ouedraogo|salma|benali|ودراوغو|سلمى|بنعلي/iu;

async function publish(input: DocumentInput, language: string, archive = false) {
  const translator = createTranslator(language, await loadCatalogues(language));
  return publishDocument(input, { translator, sha256, typesetter, wordWriter, archive });
}

function partsOf({ docx }: PublishedDocument): Readonly<Record<string, string>> {
  const archive = openArchive(docx ?? new Uint8Array(), unpacking);
  return Object.fromEntries(archive.names.map((name) => [name, text(archive.read(name) ?? null)]));
}

/** Of the text of a DOCX, without its marks. */
function wordsOf(parts: Readonly<Record<string, string>>): string {
  return (parts["word/document.xml"] ?? "").replaceAll(/<[^>]*>/gu, "");
}

/** Every byte that leaves, with what is compressed in it opened. */
function bytesOf(published: PublishedDocument): readonly string[] {
  const { html, json, csv, pdf } = published;
  return [
    text(html),
    text(json),
    text(csv),
    inflated(pdf ?? new Uint8Array()),
    ...Object.values(partsOf(published)),
  ];
}

const each = documentTemplates.flatMap(({ name }) =>
  wholeLanguages.map((language): [string, WholeLanguage] => [name, language]),
);

describe.each(each)("%s in %s", (name, language) => {
  let published: PublishedDocument;
  beforeAll(async () => {
    published = await publish(documentInput(name, language), language);
  });

  it("gives the same bytes for the same input", async () => {
    const again = await publish(documentInput(name, language), language);
    for (const edition of ["json", "html", "pdf", "docx", "csv"] as const)
      expect(sha256(again[edition] ?? new Uint8Array())).toBe(sha256(published[edition] ?? new Uint8Array()));
  });

  it("keeps a withheld name out of every byte of every edition", () => {
    expect(bytesOf(published).filter((bytes) => names.test(bytes))).toEqual([]);
  });

  it("runs nothing of a hostile text, and shows it", () => {
    const page = text(published.html);
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    const parts = partsOf(published);
    expect(wordsOf(parts).includes("#panic(&quot;x&quot;) $a$ *b*")).toBe(true);
    // No control and no direction character is left in any of them.
    for (const bytes of [page, ...Object.values(parts)])
      expect(/[\p{Cc}\u202a-\u202e]/u.test(bytes.replaceAll(/[\t\n\r]/gu, ""))).toBe(false);
  });

  it("says in the DOCX how each run and paragraph goes", () => {
    const body = partsOf(published)["word/document.xml"] ?? "";
    const styles = partsOf(published)["word/styles.xml"] ?? "";
    expect(styles).toContain('w:cs="Times New Roman"');
    expect(styles).toContain("w:eastAsia=");
    expect(body.includes('<w:pStyle w:val="Title"/><w:bidi/>')).toBe(language === "ar");
    expect(body.includes("<w:bidiVisual/>")).toBe(language === "ar");
    expect(styles.includes('w:bidi="ar"')).toBe(language === "ar");
    expect(/<w:rtl\/>.*<w:t xml:space="preserve">[^<]*[\u0600-\u06ff]/u.test(body) || language === "en").toBe(
      true,
    );
    // A symbol among Arabic words is one run from left to right.
    expect(body.includes('<w:t xml:space="preserve">A/HRC/RES/58/23</w:t>') || language === "en").toBe(true);
  });

  it.skipIf(!hasPoppler)("keeps its words in the text of the PDF", () => {
    const words = textOfPdf(published.pdf ?? new Uint8Array());
    expect(words).toContain("A/HRC/RES/58/23");
    expect(words).toContain("2025");
    expect(words).not.toContain("5202");
    const expected = language === "ar" ? arabicWords : (titles["en"] ?? "").split(" ");
    const kept = expected.filter((word) => words.includes(word)).length;
    expect(kept).toBeGreaterThanOrEqual(expected.length === 20 ? 18 : expected.length);
  });
});

describe("a document", () => {
  it("is not released with a planted leak unnoticed: a finder that misses a name leaves it in every edition", async () => {
    const input = documentInput("open-letter", "en");
    const leaking = await publish({ ...input, finder: createNameFinder([]) }, "en");
    expect(names.test(text(leaking.html))).toBe(true);
    expect(names.test(text(leaking.json))).toBe(true);
    expect(names.test(partsOf(leaking)["word/document.xml"] ?? "")).toBe(true);
  });

  it("strikes a withheld name wherever a person can write one", async () => {
    const name = withheldNames[0] ?? "";
    const input = documentInput("shadow-report", "en");
    const there = await publish(
      {
        ...input,
        title: { text: `About ${name}`, language: "en" },
        organisation: { text: name, language: "en" },
        addressee: { text: name, language: "en" },
        release: { ...input.release, approvedBy: name },
        claims: new Map(
          [...input.claims].map(([id, claim]) => [id, { ...claim, title: { text: name, language: "en" } }]),
        ),
        tables: new Map([
          [
            "state-measures",
            [
              {
                name: "state-measures",
                columns: ["measure"],
                rows: [[{ kind: "text", text: { text: name, language: "en" } }]],
              },
            ],
          ],
        ]),
      },
      "en",
    );
    expect(bytesOf(there).filter((bytes) => names.test(bytes))).toEqual([]);
    expect(text(there.html)).toContain("[name withheld]");
  });

  it("traces a claim to the finding, its place and the hash of the evidence", async () => {
    const { document } = await publish(documentInput("allegation-letter", "en"), "en");
    const notes = document.notes.map(({ steps }) => steps.map((step) => step.text).join(" "));
    expect(notes.some((note) => note.includes("F1") && /SHA-256 [0-9a-f]{64}/u.test(note))).toBe(true);
    expect(notes.some((note) => note.includes("gate.jpg"))).toBe(true);
    const annex = document.parts.find(({ name }) => name === "hashes");
    expect(JSON.stringify(annex)).toContain("sha256sum FILE");
  });

  it("keeps a full stop of an English sentence on its own side in an Arabic DOCX", async () => {
    const inside =
      partsOf(await publish(documentInput("case-report", "ar"), "ar"))["word/document.xml"] ?? "";
    expect(inside).toContain("own computer.\u200e</w:t>");
    const alone = partsOf(await publish(documentInput("case-report", "en"), "en"))["word/document.xml"] ?? "";
    expect(alone).toContain("own computer.</w:t>");
  });

  it("is PDF/UA-1, and PDF/A-2b on request", async () => {
    const input = documentInput("open-letter", "ar");
    expect(inflated((await publish(input, "ar")).pdf ?? new Uint8Array())).toMatch(/pdfuaid:part/u);
    const archived = inflated((await publish(input, "ar", true)).pdf ?? new Uint8Array());
    expect(archived).toMatch(/pdfaid:part>2/u);
    expect(archived).toContain("/StructTreeRoot");
  });
});

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

describe.skipIf(soffice === undefined)("in LibreOffice (left out where it is not installed)", () => {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-docx-"));
  const models = new Map<string, DocumentModel>();
  const opened = new Map<string, string>();
  beforeAll(async () => {
    for (const [name, language] of each) {
      const { docx, document } = await publish(wholeDocument(name, language), language);
      models.set(`${name}-${language}`, document);
      writeFileSync(join(folder, `${name}-${language}.docx`), docx ?? new Uint8Array());
    }
    const files = [...models.keys()].map((name) => join(folder, `${name}.docx`));
    const home = `-env:UserInstallation=file://${join(folder, "home")}`;
    const ran = spawnSync(soffice ?? "", [
      home,
      "--headless",
      "--convert-to",
      "fodt",
      "--outdir",
      folder,
      ...files,
    ]);
    if (ran.status !== 0) throw new Error(`LibreOffice failed: ${String(ran.stderr)}`);
    for (const name of models.keys()) opened.set(name, readFileSync(join(folder, `${name}.fodt`), "utf8"));
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(each)("opens %s in %s with every word and every note of it", (name, language) => {
    const document = models.get(`${name}-${language}`);
    const words = plainWords((opened.get(`${name}-${language}`) ?? "").replaceAll(/<[^>]*>/gu, ""));
    const texts =
      document === undefined ? [] : textsOf(document).map(({ text }) => plainWords(unescaped(text)));
    // The heading of all notes is for pages that have them at their end.
    const missing = texts.filter(
      (text) => text !== "" && text !== plainWords(document?.notesHeading.text ?? ""),
    );
    expect(missing.filter((text) => !words.includes(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(20);
  });

  it.each(each)(
    "opens %s in %s with its paragraphs in their direction, and its notes as notes",
    (name, language) => {
      const file = opened.get(`${name}-${language}`) ?? "";
      // An English document that quotes Arabic has such paragraphs too.
      expect(file.includes('style:writing-mode="rl-tb"') || language === "en").toBe(true);
      expect(file).toContain('style:writing-mode="lr-tb"');
      const notes = file.match(/<text:note /gu)?.length ?? 0;
      expect(notes).toBe(models.get(`${name}-${language}`)?.notes.length);
    },
  );
});

/** Letters, digits and marks alone: what is between them is each format's own. */
function plainWords(text: string): string {
  return text.replaceAll(/[\s\u00a0\u200b-\u200f\u2066-\u2069]+/gu, "");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
