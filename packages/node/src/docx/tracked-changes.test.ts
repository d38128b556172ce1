// Recorded changes in the hands of another program: accepted in LibreOffice, all of them leave the newer text to the letter.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { compareDrafts, readDraft, readParagraph, trackedParagraphs } from "@tocsin/texts";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packTrackedChanges } from "./tracked-changes.ts";

const office = "/usr/bin/soffice";

const english = {
  language: "en",
  direction: "ltr",
  older: [
    "PP1 Recalling its resolutions,",
    "OP1 Demands that all States end the use of spyware against human rights defenders;",
    "OP2 Urges States to repeal laws that criminalise association, and to refrain from reprisals against those who cooperate;",
    "OP3 Calls upon business enterprises to carry out due diligence;",
    "OP4 Requests the High Commissioner to convene workshops;",
    "OP5 Condemns shutdowns of networks during elections, protests and armed conflict;",
    "OP6 Decides.",
  ],
  newer: [
    "PP1 Recalling its resolutions & decisions,",
    "OP0 Condemns shutdowns of networks during elections, protests and armed conflict;",
    "OP1 Urges all States to end [, where appropriate,] the use of spyware against human rights defenders;",
    "OP2 Urges States to repeal laws that criminalise association;",
    "OP2 bis Also urges States to refrain from reprisals against those who cooperate;",
    "OP4 Requests the High Commissioner to convene workshops;",
    "OP7 Welcomes <the> report;",
  ],
} as const;
const arabic = {
  language: "ar",
  direction: "rtl",
  older: ["1- يهيب بجميع الدول أن تحمي المدافعين عن حقوق الإنسان؛", "2- يقرر أن يبقي المسألة قيد نظره."],
  newer: [
    "1- يدعو جميع الدول إلى أن تحمي المدافعات عن حقوق الإنسان (A/HRC/58/1)؛",
    "2- يقرر أن يبقي المسألة قيد نظره.",
  ],
} as const;

function pack({ language, direction, older, newer }: typeof english | typeof arabic): Promise<Uint8Array> {
  const sides = { before: older.map(readParagraph), after: newer.map(readParagraph), language };
  const comparison = compareDrafts(sides.before, sides.after, { language });
  const paragraphs = trackedParagraphs(comparison, sides);
  return packTrackedChanges({
    paragraphs,
    language,
    direction,
    author: "Example Author",
    date: "2026-03-27",
  });
}

function documentOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

/**
 * What ECMA-376 part 1, 17.13.5 makes of the file: `gone` and what is inside it goes, the other kind stays, and a paragraph
 * whose end goes is put together with the one behind it.
 */
function without(gone: "ins" | "del", bytes: Uint8Array): readonly string[] {
  const paragraphs: string[] = [];
  let open = "";
  for (const [, inside = ""] of documentOf(bytes).matchAll(/<w:p>(.*?)<\/w:p>/gsu)) {
    const [head = ""] = /<w:pPr>.*?<\/w:pPr>/su.exec(inside) ?? [];
    const kept = inside.replace(head, "").replaceAll(new RegExp(`<w:${gone}\\b.*?</w:${gone}>`, "gsu"), "");
    const texts = [...kept.matchAll(/<w:(?:t|delText)\b[^>]*>(.*?)<\/w:(?:t|delText)>/gsu)];
    open += texts.map(([, text = ""]) => text).join("");
    if (new RegExp(`<w:${gone}\\b`, "u").test(head)) continue;
    paragraphs.push(open.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
    open = "";
  }
  return open === "" ? paragraphs : [...paragraphs, open];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-tracked-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** In an OpenDocument text what is removed stands apart from the body: the body is the text with every change accepted. */
async function accepted(bytes: Uint8Array): Promise<readonly string[]> {
  const place = await mkdtemp(join(folder, "office-"));
  const file = join(place, "tracked.docx");
  await writeFile(file, bytes);
  const home = `-env:UserInstallation=${pathToFileURL(join(folder, "home")).href}`;
  const args = [home, "--headless", "--convert-to", "odt", "--outdir", place, file];
  await promisify(execFile)(office, args, { timeout: 110_000 });
  const parts = unzipSync(await readFile(join(place, "tracked.odt")));
  const content = strFromU8(parts["content.xml"] ?? new Uint8Array());
  const removed = /<text:tracked-changes.*<\/text:tracked-changes>/su;
  expect(content).toMatch(removed);
  return [...content.replace(removed, "").matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gsu)].map(
    ([, inside = ""]) =>
      inside
        .replaceAll(/<[^>]+>/gu, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&"),
  );
}

describe("packTrackedChanges", () => {
  it("gives the same bytes for the same texts, without a time of this computer", async () => {
    expect(await pack(english)).toEqual(await pack(english));
  });

  it.each([
    ["en", english],
    ["ar", arabic],
  ])("holds the newer text with all accepted, and the older one with all refused (%s)", async (_, texts) => {
    const bytes = await pack(texts);
    expect(without("del", bytes)).toEqual(texts.newer);
    expect(without("ins", bytes).toSorted()).toEqual([...texts.older].toSorted());
  });

  it("says the author and the day that it was given beside each change, and no other", async () => {
    const xml = documentOf(await pack(english));
    const said = (name: string): readonly string[] => [
      ...new Set([...xml.matchAll(new RegExp(`w:${name}="(.*?)"`, "gu"))].map(([, value = ""]) => value)),
    ];
    expect(said("author")).toEqual(["Example Author"]);
    expect(said("date")).toEqual(["2026-03-27T00:00:00Z"]);
  });

  it("is read by our own reader as if it were accepted", async () => {
    for (const texts of [english, arabic]) {
      const { paragraphs } = readDraft(await pack(texts));
      expect(paragraphs.map(({ printed }) => printed)).toEqual(texts.newer);
    }
  });

  it.skipIf(!existsSync(office)).each([
    ["en", english],
    ["ar", arabic],
  ])("leaves exactly the newer text in LibreOffice when all is accepted (%s)", async (_, texts) => {
    expect(await accepted(await pack(texts))).toEqual(texts.newer);
  });
});
