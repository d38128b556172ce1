// Two drafts compared as a table in a PDF: what came is underlined, what went is struck through. Colour adds to it, no more.
import { encodeCanonicalText, parseEdtf } from "@tocsin/core";
import { directionOf, type Translator } from "@tocsin/language";
import { labelText, type DraftParagraph } from "@tocsin/texts";
import type { TypesetDocument } from "../typesetter.ts";
import { countsText, rowWords, type ComparisonPage } from "./comparison-html.ts";

/** `madeAt`: ISO 8601 in UTC; the only time that the document states. */
export function comparisonToTypst(
  page: ComparisonPage,
  translator: Translator,
  madeAt: string,
): TypesetDocument {
  const { t, locale } = translator;
  const { comparison, older, newer, language } = page;
  const [primary = ""] = language.toLowerCase().split("-");
  const labels = (side: readonly DraftParagraph[]): string =>
    side.flatMap(({ label }) => (label === null ? [] : labelText(label))).join(", ");
  const data = {
    language: locale.split("-")[0] ?? "en",
    direction: directionOf(locale),
    textLanguage: /^[a-z]{2,3}$/u.test(primary) ? primary : "und",
    textDirection: directionOf(language),
    title: t("comparison.title"),
    facts: (
      [
        [t("comparison.older"), older],
        [t("comparison.newer"), newer],
      ] as const
    ).map(([name, { paragraphs, sha256 }]) => ({
      name,
      text: t("comparison.paragraphs", { count: paragraphs }),
      code: sha256,
    })),
    notes: [
      countsText(comparison, translator),
      t("comparison.legend"),
      ...(page.isConfirmed === true ? [] : [t("comparison.proposed")]),
    ],
    caption: t("comparison.caption"),
    columns: ["older-label", "newer-label", "what", "words"].map((name) => t(`comparison.column.${name}`)),
    rows: comparison.rows.map((row) => ({
      before: labels(row.before),
      after: labels(row.after),
      what: rowWords(row, translator),
      runs: row.runs.map(({ kind, text }) => ({ kind, text })),
    })),
    characters: t("report.characters"),
  };
  encodeCanonicalText(data);
  return { template, data, createdAt: Math.floor((parseEdtf(madeAt).earliest ?? 0) / 1000) };
}

const template = String.raw`
#let d = json("/data.json")
#let ink = rgb("#1d2430")
#let soft = rgb("#4d5765")
#let line-colour = rgb("#cfc8ba")
#let act = rgb("#0b5d60")
#let gone = rgb("#9b1c1c")
#let rtl-page = d.direction == "rtl"
#let rtl-text = d.textDirection == "rtl"
#let latin = ("Noto Sans", "Amiri") + d.faces
#let arabic = ("Amiri", "Noto Sans") + d.faces
#let side = if rtl-page { right } else { left }
#set document(title: d.title, author: (), keywords: (), date: auto)
#set page(paper: "a4", margin: (x: 18mm, top: 20mm, bottom: 20mm), footer: context {
  set text(size: 8pt, fill: soft)
  align(center, str(counter(page).get().first()) + " / " + str(counter(page).final().at(0)))
})
#set text(
  font: if rtl-page { arabic } else { latin }, fallback: false, size: if rtl-page { 11pt } else { 9pt },
  fill: ink, lang: d.language, dir: if rtl-page { rtl } else { ltr }, hyphenate: false,
)
#set par(leading: 0.7em, spacing: 0.9em, justify: false)
#set align(side)
#heading(level: 1, outlined: false, text(size: 18pt, d.title))
#for f in d.facts [
  #text(fill: soft, f.name): #f.text \
  #text(font: latin, dir: ltr, lang: "en", size: 7pt, f.code)

]
#for n in d.notes { par(n) }
#if d.missing > 0 { block(inset: 8pt, stroke: 0.6pt + gone, width: 100%, d.characters) }
// An end of a paragraph begins a new line.
#let lines(s) = s.split("\n").join(linebreak())
#let run(r) = {
  if r.kind == "added" { underline(text(fill: act, lines(r.text))) }
  else if r.kind == "removed" { strike(text(fill: gone, lines(r.text))) }
  else { lines(r.text) }
}
#let words(row) = align(if rtl-text { right } else { left }, text(
  lang: d.textLanguage, dir: if rtl-text { rtl } else { ltr }, font: if rtl-text { arabic } else { latin },
  size: if rtl-text and not rtl-page { 1.16em } else if rtl-page and not rtl-text { 0.84em } else { 1em },
  row.runs.map(run).join(),
))
#block(above: 1.2em, below: 0.6em, sticky: true, text(weight: 700, d.caption))
#table(
  columns: (17mm, 17mm, 24mm, 1fr),
  align: side + top,
  stroke: (x, y) => (bottom: 0.5pt + line-colour),
  inset: (x: 4pt, y: 5pt),
  table.header(..d.columns.map(c => text(weight: 700, fill: soft, c))),
  ..d.rows.map(r => (
    text(dir: ltr, r.before), text(dir: ltr, r.after), r.what, words(r),
  )).flatten(),
)
`;
