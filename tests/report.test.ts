import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createTranslator, loadCatalogues } from "../packages/language/src/index.ts";
import { createTypesetter } from "@tocsin/node";
import { reportCase } from "../packages/publish/src/report-case.fake.ts";
import { publishReport, type ReportInput } from "../packages/publish/src/index.ts";
import { hasPoppler, inflated, textOfPdf } from "./pdf.fake.ts";

const typesetter = createTypesetter();
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

async function publish(language: string, input: ReportInput = reportCase) {
  const translator = createTranslator(language, await loadCatalogues(language));
  const published = await publishReport({ ...input, language }, { translator, sha256, typesetter });
  if (published.pdf === null) throw new Error("no PDF");
  return { ...published, pdf: published.pdf };
}

describe("publishing a report", () => {
  it.each(["en", "ar"])("gives the same bytes for the same input, in %s", async (language) => {
    const [first, second] = [await publish(language), await publish(language)];
    expect(sha256(first.pdf)).toBe(sha256(second.pdf));
    expect(sha256(first.html)).toBe(sha256(second.html));
    expect(sha256(first.json)).toBe(sha256(second.json));
  });

  it.each(["en", "ar"])("prints the hash of the JSON edition in the page, in %s", async (language) => {
    const { html, json, jsonSha256 } = await publish(language);
    expect(sha256(json)).toBe(jsonSha256);
    expect(text(html)).toContain(jsonSha256);
  });

  it.each(["en", "ar"])("keeps a withheld name out of every byte, in %s", async (language) => {
    const { html, json, pdf } = await publish(language);
    const names = /ouedraogo|salma|benali|ودراوغو|سلمى|بنعلي/iu;
    expect(names.test(text(html))).toBe(false);
    expect(names.test(text(json))).toBe(false);
    expect(names.test(inflated(pdf))).toBe(false);
  });

  it.skipIf(!hasPoppler)("keeps a withheld name out of the text of the PDF", async () => {
    const words = textOfPdf((await publish("en")).pdf);
    expect(words).toContain("Journalists of the River Valley Bulletin");
    expect(words).toMatch(/name withheld/u);
    expect(words).not.toMatch(/ouedraogo|salma|benali|ودراوغو/iu);
  });

  it.skipIf(!hasPoppler)("prints hashes whole, so that they can be copied out of the PDF", async () => {
    const words = textOfPdf((await publish("en")).pdf);
    const hashes = reportCase.evidence.flatMap((item) => item.sha256 ?? []);
    expect(hashes.filter((hash) => !words.includes(hash))).toEqual([]);
  });

  it.skipIf(!hasPoppler)("keeps symbols and years in reading order in an Arabic PDF", async () => {
    const words = textOfPdf((await publish("ar")).pdf);
    expect(words).toContain("A/HRC/RES/58/23");
    expect(words).toContain("2026");
    expect(words).not.toContain("6202");
  });

  it("tags the PDF, names its language and its standard", async () => {
    const { pdf } = await publish("ar");
    const all = inflated(pdf);
    expect(all).toContain("/StructTreeRoot");
    expect(all).toMatch(/\/Lang ?\(ar\)/u);
    expect(all).toMatch(/pdfuaid:part/u);
  });

  it("stops at an aborted signal", async () => {
    const translator = createTranslator("en", await loadCatalogues("en"));
    const signal = AbortSignal.abort();
    await expect(publishReport(reportCase, { translator, sha256, typesetter, signal })).rejects.toThrow(
      "aborted",
    );
  });
});

describe("a report with hostile texts", () => {
  const hostile = [
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
    "$ x $ *bold* _it_ `raw` <label> @ref // /* ",
    "\u202egnp.exe\u202c",
    "a\u0000b\u0007c",
    "\ud800 lone",
    `${"x".repeat(6000)}`,
    "한국어 မြန်မာ 😀",
    "]]></style><img src=x>",
    ".input {$x} {{boo}} {$name}",
  ].join("\n");
  const input = planted(reportCase, hostile);

  it.each(["en", "ar"])("still becomes all editions, in %s", async (language) => {
    const { html, pdf, json } = await publish(language, input);
    const page = text(html);
    expect(page).not.toMatch(/<(?:script|img|iframe|link|object)\b/iu);
    expect(page.match(/<style>/gu)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]+\son\w+=/iu);
    expect(page).not.toMatch(/href="(?!#)/u);
    expect(page).not.toMatch(/[\u202a-\u202e\u0000\u0007]/u);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("‹U+202E›");
    expect(text(json)).not.toContain("\\ud800");
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it.skipIf(!hasPoppler)("shows them as text in the PDF, and says what its fonts cannot show", async () => {
    const words = textOfPdf((await publish("en", input)).pdf);
    expect(words).toContain('#import "@preview/evil:1.0.0": *');
    expect(words).toContain("<script>alert(1)</script>");
    expect(words).toContain("‹U+1F600›");
    expect(words).toContain("Some characters cannot be shown");
    expect(words).not.toContain("root:");
  });
});

describe("the page of a report", () => {
  it.each(["en", "ar"])("is one static page of less than 50 kB, in %s", async (language) => {
    const { html } = await publish(language);
    expect(html.length).toBeLessThan(50_000);
  });

  it("says its language, its direction and what it may load", async () => {
    const page = text((await publish("ar")).html);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/https?:\/\/(?!bulletin\.example|example\.org)/u);
  });

  it("has an anchor for every sentence, and every link leads to one", async () => {
    const { html, report } = await publish("en");
    const page = text(html);
    const ids = [...page.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const { blocks } of report.sections)
      for (const { sentences } of blocks) for (const { id } of sentences) expect(ids).toContain(id);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
  });
});

/** The case with `text` in every field that somebody writes freely. */
function planted(input: ReportInput, hostile: string): ReportInput {
  const value = { text: hostile, language: "en" };
  return {
    ...input,
    case: { ...input.case, title: value, organisation: hostile },
    release: { ...input.release, approvedBy: hostile },
    incidents: input.incidents.map((incident) => ({
      ...incident,
      title: value,
      narrative: value,
      where: { label: value, precision: "region" },
    })),
    findings: input.findings.map((finding) =>
      finding.kind === "verdict"
        ? { ...finding, verdict: { ...finding.verdict, file: hostile, input: hostile } }
        : {
            ...finding,
            finding: {
              ...finding.finding,
              value: hostile,
              place: { file: hostile, table: hostile, row: 1 },
              indicators: [{ campaign: hostile, source: hostile, pattern: hostile }],
            },
          },
    ),
    evidence: input.evidence.map((item) => ({
      ...item,
      title: value,
      obtainedNote: value,
      mediaType: hostile,
    })),
    people: input.people.map((person) => ({ ...person, name: { shown: true, names: [value] } })),
    commitments: input.commitments.map((one) => ({
      ...one,
      text: value,
      sources: [{ title: hostile, url: hostile }],
    })),
  };
}
