// The HTML edition: one static page that loads nothing and runs nothing. Every text is escaped where it is written.
import type { Translator } from "@tocsin/language";
import { escape, htmlPage } from "./html-page.ts";
import {
  printReport,
  type PrintedBlock,
  type PrintedFact,
  type PrintedReport,
  type PrintedSection,
  type PrintedSentence,
  type PrintedThread,
} from "./printed-report.ts";
import type { Report } from "./report.ts";
import type { PrintedStep } from "./step-words.ts";
import type { Words } from "./words.ts";

/** `twinSha256`: SHA-256 of the JSON edition, lower-case hexadecimal. */
export function reportToHtml(report: Report, translator: Translator, twinSha256: string): string {
  return printedToHtml(printReport(report, translator, twinSha256));
}

export function printedToHtml(printed: PrintedReport): string {
  const { title } = printed;
  return htmlPage({
    language: printed.language,
    direction: printed.direction,
    title: `${title.text} – ${printed.kind}`,
    body: `<header>
<p class="kind">${escape(printed.kind)}</p>
<h1${attributesOf(title)}>${escape(title.text)}</h1>
${factList(printed.facts)}
</header>
${contentsOf(printed)}
<main>
${printed.sections.map((section) => sectionHtml(section, printed)).join("\n")}
</main>
<footer aria-labelledby="colophon">
<h2 id="colophon">${escape(printed.colophon.heading)}</h2>
${factList(printed.colophon.facts)}
</footer>`,
  });
}

function contentsOf({ contents, sections }: PrintedReport): string {
  const items = sections.map(
    ({ name, heading }) => `<li><a href="#section-${name}">${escape(heading)}</a></li>`,
  );
  return `<nav aria-labelledby="contents">
<h2 id="contents">${escape(contents)}</h2>
<ol class="toc">${items.join("")}</ol>
</nav>`;
}

function factList(facts: readonly PrintedFact[]): string {
  const rows = facts.map(({ name, text, verbatim }) => {
    const value = verbatim ? `<code dir="ltr">${escape(text)}</code>` : escape(text);
    return `<div><dt>${escape(name)}</dt><dd>${value}</dd></div>`;
  });
  return `<dl>${rows.join("")}</dl>`;
}

function sectionHtml({ name, number, heading, blocks }: PrintedSection, printed: PrintedReport): string {
  const id = `section-${name}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${number}. ${escape(heading)}</h2>
${blocks.map((block) => blockHtml(block, printed)).join("\n")}
</section>`;
}

function blockHtml(block: PrintedBlock, printed: PrintedReport): string {
  const write = sentenceWriter(block, printed);
  const rows = block.rows.map(({ heading, sentences }) => {
    const said = sentences.map((sentence) => write(sentence)).join("");
    return `<div><dt>${escape(heading)}</dt><dd>${said}</dd></div>`;
  });
  const body = [
    ...(rows.length > 0 ? [`<dl>${rows.join("")}</dl>`] : []),
    ...block.sentences.map((sentence) => write(sentence)),
  ];
  const main = block.title && block.threads[0] ? [threadHtml(block.threads[0], printed)] : [];
  if (block.label === null) return [...body, ...main].join("\n");
  const record =
    block.record === null
      ? []
      : [
          `<p class="rec">${escape(printed.recordHeading)} <code dir="ltr">${escape(block.record)}</code></p>`,
        ];
  return `<article id="e-${escape(block.label)}">
${headHtml(block)}
${[...body, ...main, ...record].join("\n")}
</article>`;
}

function headHtml({ label, title, mark }: PrintedBlock): string {
  const heading = title
    ? `<h3 id="${escape(title.id)}"${attributesOf(title)}>${escape(title.text)}</h3>`
    : "";
  const tone = mark ? `<span class="mark ${mark.tone}">${escape(mark.text)}</span>` : "";
  return `<div class="head"><span class="label" dir="ltr">${escape(label ?? "")}</span>${heading}${tone}</div>`;
}

/**
 * The thread of a sentence follows it; where an entry has a title, the thread that most of its sentences share
 * stands once, at its end.
 */
function sentenceWriter(block: PrintedBlock, printed: PrintedReport): (sentence: PrintedSentence) => string {
  const order = [...block.rows.flatMap(({ sentences }) => sentences), ...block.sentences];
  const last = new Map(order.map(({ thread, id }) => [thread, id]));
  return (sentence) => {
    const thread = block.threads[sentence.thread];
    const own = !(block.title && sentence.thread === 0) && last.get(sentence.thread) === sentence.id;
    return `${sentenceHtml(sentence)}${own && thread ? threadOrLinks(thread, printed) : ""}`;
  };
}

function sentenceHtml(sentence: PrintedSentence): string {
  const { id, kind, text } = sentence;
  const attributes = `id="${escape(id)}"${attributesOf(sentence)}`;
  if (kind === "verbatim") return `<p ${attributes}><code>${escape(text)}</code></p>`;
  if (kind === "quoted" && text.length > 120) return `<blockquote ${attributes}>${escape(text)}</blockquote>`;
  return `<p ${attributes}${kind === "quoted" ? ' class="q"' : ""}>${escape(text)}</p>`;
}

function attributesOf({ kind, language, direction }: Words): string {
  if (kind === "verbatim") return ' dir="ltr"';
  return language === null ? "" : ` lang="${escape(language)}" dir="${direction}"`;
}

/** Where a thread begins at entries of this page, these have the rest of it. */
function threadOrLinks(thread: PrintedThread, printed: PrintedReport): string {
  const first = thread.steps.filter(({ depth }) => depth === 1);
  if (first.some(({ label }) => label === null)) return threadHtml(thread, printed);
  const links = [...new Set(first.map(({ label }) => label ?? ""))].map(labelLink);
  return `<p class="t">${escape(printed.threadHeading)}: ${links.join(" ")}</p>`;
}

function labelLink(label: string): string {
  return `<a href="#e-${escape(label)}" dir="ltr">${escape(label)}</a>`;
}

function threadHtml({ steps, labels }: PrintedThread, { threadHeading }: PrintedReport): string {
  const shown = labels.length > 0 ? ` <span dir="ltr">${escape(labels.join(" · "))}</span>` : "";
  return `<details><summary>${escape(threadHeading)}${shown}</summary><ol>${untilEntries(steps).map(stepHtml).join("")}</ol></details>`;
}

/** Below the entry itself, an incident that the thread passes has its own entry, with the rest of the thread. */
function untilEntries(steps: readonly PrintedStep[]): readonly PrintedStep[] {
  let closed = Number.POSITIVE_INFINITY;
  return steps.filter(({ depth, label }) => {
    if (depth > closed) return false;
    closed = depth > 1 && label !== null && label.startsWith("I") ? depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

function stepHtml({ depth, label, text, sha256 }: PrintedStep): string {
  const link = label === null ? "" : `${labelLink(label)} `;
  const hash = sha256 === null ? "" : ` <code dir="ltr">${sha256}</code>`;
  return `<li class="d${Math.min(depth, 6)}">${link}${escape(text)}${hash}</li>`;
}
