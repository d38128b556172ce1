// Two drafts compared, as one static page that loads nothing and runs nothing. Every text is escaped where it is written.
import { withVisibleCharacters } from "@tocsin/core";
import { directionOf, type Translator } from "@tocsin/language";
import {
  labelText,
  type ComparedRun,
  type Comparison,
  type ComparisonRow,
  type DraftParagraph,
} from "@tocsin/texts";
import { escape, htmlPage } from "../html-page.ts";

export interface ComparedText {
  readonly paragraphs: number;
  /** Of its bytes: what was compared can be told from it, and no name of a file. */
  readonly sha256: string;
}

export interface ComparisonPage {
  readonly comparison: Comparison;
  readonly older: ComparedText;
  readonly newer: ComparedText;
  /** BCP 47, of the texts. */
  readonly language: string;
  /** Whether a person confirmed which paragraph belongs to which; otherwise the editions say that it is a proposal. */
  readonly isConfirmed?: boolean;
}

export function comparisonToHtml(page: ComparisonPage, translator: Translator): string {
  const { t, locale } = translator;
  const { comparison, older, newer } = page;
  const heads = ["older-label", "newer-label", "what", "words"].map(
    (name) => `<th scope="col">${escape(t(`comparison.column.${name}`))}</th>`,
  );
  return htmlPage({
    language: locale,
    direction: directionOf(locale),
    title: t("comparison.title"),
    style,
    body: `<header>
<h1>${escape(t("comparison.title"))}</h1>
<dl>${fact(t("comparison.older"), textFact(older, translator))}${fact(t("comparison.newer"), textFact(newer, translator))}</dl>
<p>${escape(countsText(comparison, translator))}</p>
<p>${escape(t("comparison.legend"))}${page.isConfirmed === true ? "" : ` ${escape(t("comparison.proposed"))}`}</p>
</header>
<main>
<div class="scroll" tabindex="0" role="region" aria-label="${escape(t("comparison.title"))}"><table>
<caption>${escape(t("comparison.caption"))}</caption>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${comparison.rows.map((row) => rowHtml(row, page, translator)).join("\n")}
</tbody>
</table></div>
</main>`,
  });
}

const style = `
main,header{max-inline-size:68rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%}
caption{text-align:start;font-weight:600;padding-block:.3rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-block-end:1px solid var(--line)}
th{color:var(--soft)}
td:nth-child(-n+3){inline-size:6.5rem;font-variant-numeric:tabular-nums}
td:nth-child(4){min-inline-size:16rem;white-space:pre-line}
html[dir=rtl] td[dir=ltr],html[dir=ltr] td[dir=rtl]{text-align:end}
ins{color:var(--act);text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.2em}
del{color:var(--danger)}
@media (max-width:36rem){thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;padding-block:.5rem;border-block-end:1px solid var(--line)}
td{border:0;padding:.1rem 0}td:nth-child(-n+3){display:inline-block;inline-size:auto;padding-inline-end:1rem}
td:nth-child(4){display:block;min-inline-size:0}}
`.trim();

function fact(name: string, value: string): string {
  return `<div><dt>${escape(name)}</dt><dd>${value}</dd></div>`;
}

function textFact({ paragraphs, sha256 }: ComparedText, { t }: Translator): string {
  return `${escape(t("comparison.paragraphs", { count: paragraphs }))} <code>${escape(sha256)}</code>`;
}

/** What happened how often; what did not happen is left out. */
export function countsText({ counts }: Comparison, { t }: Translator): string {
  return (["same", "changed", "split", "merged", "added", "removed", "moved"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t("comparison.count", { what: t(`comparison.row.${kind}`), count: counts[kind] }))
    .join(" · ");
}

/** What happened to the paragraphs of a row, in words. */
export function rowWords({ kind, moved }: ComparisonRow, { t }: Translator): string {
  const words = t(`comparison.row.${kind}`);
  return moved ? t("comparison.row.and-moved", { what: words }) : words;
}

function rowHtml(row: ComparisonRow, { language }: ComparisonPage, translator: Translator): string {
  const labels = (side: readonly DraftParagraph[]): string =>
    `<bdi>${escape(side.flatMap(({ label }) => (label === null ? [] : labelText(label))).join(", "))}</bdi>`;
  const of =
    language === "und" ? ' dir="auto"' : ` lang="${escape(language)}" dir="${directionOf(language)}"`;
  return `<tr><td>${labels(row.before)}</td><td>${labels(row.after)}</td><td>${escape(rowWords(row, translator))}</td><td${of}>${row.runs.map(runHtml).join("")}</td></tr>`;
}

function runHtml({ kind, text }: ComparedRun): string {
  const words = escape(withVisibleCharacters(text));
  if (kind === "same") return words;
  return kind === "added" ? `<ins>${words}</ins>` : `<del>${words}</del>`;
}
