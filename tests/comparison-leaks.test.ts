// What leaves when two drafts are compared, byte by byte and unpacked: their words, and nothing that people of the vault wrote
// about them. A draft of the informals leaves to nobody else, whatever form is asked for.
import { audiences, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createTypesetter, packTrackedChanges } from "@tocsin/node";
import { comparisonFormats, writeComparison, type ComparisonFormat } from "@tocsin/publish";
import { captureDraft, releaseComparison } from "@tocsin/workspace";
import { beforeEach, describe, expect, it } from "vitest";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  type SmallWorkspace,
} from "../packages/workspace/src/small-workspace.fake.ts";
import { archiveText, htmlText, pdfText } from "./leaks/read-finished.fake.ts";

const en = (text: string) => ({ text, lang: "en" });
/** One word for each place in which people write about a draft. */
const marks = {
  negotiation: "Hushnegotiation",
  title: "Hushtitle",
  givenBy: "Hushgiver",
  notes: "Hushnotes",
  ask: "Hushask",
  reading: "Hushreading",
  delegation: "Hushdelegation",
  letOut: "Hushticked",
  source: "Hushsource",
  mover: "Hushmover",
  reader: "Hushreader",
  approver: "Hushapprover",
};
const slow = { timeout: 120_000 };

let small: SmallWorkspace;
let negotiation: RecordId;
beforeEach(async () => {
  small = await createSmallWorkspace();
  negotiation = await small.create("negotiation", { title: marks.negotiation, body: "Example Council" });
});

async function capture(text: string, sharing?: string): Promise<RecordId> {
  const { draft } = await captureDraft(small.workspace, {
    negotiation,
    bytes: new TextEncoder().encode(text),
    title: en(marks.title),
    language: "en",
    givenBy: en(marks.givenBy),
    dated: "2026-03-02",
    symbol: "EXAMPLE/L.1",
    ...(sharing === undefined ? {} : { sharing }),
  });
  await small.workspace.run("record.change", { record: draft, patch: { notes: { set: en(marks.notes) } } });
  return draft;
}

async function writeAbout(draft: RecordId): Promise<void> {
  const ask = await small.create("ask", { title: marks.ask, negotiation, words: marks.ask });
  await small.create("ledgerEntry", {
    ask,
    draft,
    standing: "weaker",
    reasons: marks.reading,
    likelyBy: marks.mover,
  });
  await small.create("amendment", { title: marks.mover, negotiation, draft, sponsors: [marks.mover] });
  const said = { negotiation, stance: "oppose", source: marks.source, confidence: "doubted" };
  await small.create("position", { ...said, delegation: marks.delegation });
  const position = await small.create("position", { ...said, delegation: marks.letOut });
  await small.workspace.run("position.let-out", { position, by: en(marks.reader), why: en(marks.reader) });
}

async function release(drafts: { older: RecordId; newer: RecordId }, audience: Audience) {
  const translator = createTranslator("en", await loadCatalogues("en"));
  const ports = { translator, typesetter: createTypesetter(), packTracked: packTrackedChanges };
  return releaseComparison(small.workspace, {
    ...drafts,
    audience,
    approvedBy: en(marks.approver),
    formats: comparisonFormats,
    write: (source, format) => writeComparison(source, format, ports),
    sha256: sha256Of,
  });
}

function textOf(format: ComparisonFormat, bytes: Uint8Array): string {
  if (format === "docx") return archiveText(bytes);
  return format === "pdf" ? pdfText(bytes) : htmlText(bytes);
}

describe("a comparison that leaves", slow, () => {
  it("holds the words of both drafts in every form, and nothing that was written about them", async () => {
    const older = await capture("1. Urges States to protect lanterns;\n\n2. Decides.", "open");
    const newer = await capture("1. Invites States to protect candles;\n\n2. Decides.", "open");
    await small.workspace.run("draft.align", { older, newer, by: en(marks.reader) });
    await writeAbout(newer);
    const released = await release({ older, newer }, "public");
    for (const format of comparisonFormats) {
      const text = textOf(format, released[format] ?? new Uint8Array());
      for (const word of ["lanterns", "candles"]) expect(text, format).toContain(word);
      for (const mark of Object.values(marks)) expect(text.includes(mark), `${format}: ${mark}`).toBe(false);
    }
  });

  it("is where the search finds what stands in a draft, in every form", async () => {
    const older = await capture("1. Urges States to act;", "open");
    const newer = await capture(`1. Urges ${marks.delegation} to act;`, "open");
    const released = await release({ older, newer }, "public");
    for (const format of comparisonFormats)
      expect(textOf(format, released[format] ?? new Uint8Array()), format).toContain(marks.delegation);
  });

  it("is written for nobody outside of whom one draft must not leave, and leaves no release behind", async () => {
    const informal = await capture("1. Urges States to protect lanterns;");
    const open = await capture("1. Urges States to protect candles;", "open");
    const outside = audiences.terms.map(({ code }) => code).filter((code) => code !== "internal");
    for (const audience of outside)
      for (const drafts of [
        { older: informal, newer: open },
        { older: open, newer: informal },
      ])
        expect(await codeOf(() => release(drafts, audience as Audience)), audience).toBe(
          "workspace.stays-inside",
        );
    expect(await small.workspace.view.count("release")).toBe(0);
  });
});
