// The HTML edition of a document: one static page that loads nothing and runs nothing. Every text is escaped where it is
// written.
import { escape, htmlPage } from "../html-page.ts";
import type {
  DocumentBlock,
  DocumentFact,
  DocumentModel,
  DocumentPart,
  DocumentSpan,
  DocumentTable,
  DocumentText,
} from "./model.ts";

export function documentToHtml(document: DocumentModel): string {
  const { language, direction, title, kind, parts, colophon } = document;
  return htmlPage({
    language,
    direction,
    title: `${title.text} – ${kind.text}`,
    style,
    body: `<header>
<p class="kind">${escape(kind.text)}</p>
<h1${attributesOf(title, document)}>${escape(title.text)}</h1>
${facts(document.facts, document)}
</header>
<main>
${parts.map((part, at) => partHtml(part, `part-${at + 1}`, document)).join("\n")}
</main>
${notesHtml(document)}
<footer aria-labelledby="colophon">
<h2 id="colophon">${escape(colophon.heading.text)}</h2>
${facts(colophon.facts, document)}
</footer>`,
  });
}

const style = `
.n{color:var(--soft);font-variant-numeric:tabular-nums;padding-inline-end:.6em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;margin-block:.8rem;font-size:.92rem}
caption{text-align:start;font-weight:600;padding-block:.3rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft)}
html[dir=rtl] :is(td,li,blockquote)[dir=ltr],html[dir=ltr] :is(td,li,blockquote)[dir=rtl]{text-align:end}
sup a{text-decoration:none}.notes li{margin-block:.3rem;color:var(--soft);font-size:.9rem}
.notes li:target{outline:3px solid var(--act)}
`.trim();

function partHtml(part: DocumentPart, id: string, document: DocumentModel): string {
  const number = part.number === null ? "" : `<span>${part.number}.</span> `;
  const heading = `<h2 id="${id}">${number}${inline(part.heading, document)}</h2>\n`;
  return `<section${part.headed ? ` aria-labelledby="${id}"` : ""}>
${part.headed ? heading : ""}${part.blocks.map((block) => blockHtml(block, document)).join("\n")}
</section>`;
}

function blockHtml(block: DocumentBlock, document: DocumentModel): string {
  switch (block.kind) {
    case "paragraph": {
      const number = block.number === null ? "" : `<span class="n">${block.number}.</span>`;
      return `<p>${number}${spans(block.spans, document)}</p>`;
    }
    case "quote":
      return `<blockquote${attributesOf(block.spans[0]?.text, document)}>${spans(block.spans, document)}</blockquote>`;
    case "entry": {
      const label = block.label === null ? "" : `<bdi class="label">${escape(block.label)}</bdi> `;
      const mark = block.mark === null ? "" : ` <bdi class="mark">${inline(block.mark, document)}</bdi>`;
      return `<h3>${label}<bdi>${spans(block.spans, document)}</bdi>${mark}</h3>`;
    }
    case "list":
      return listHtml(block, document);
    case "terms":
      return `<dl>${block.rows
        .map(({ name, values }) => {
          const said = values.map((value) => `<p>${spans(value, document)}</p>`).join("");
          return `<div><dt>${inline(name, document)}</dt><dd>${said}</dd></div>`;
        })
        .join("")}</dl>`;
    case "table":
      return tableHtml(block, document);
  }
}

function listHtml(
  { ordered, items }: Extract<DocumentBlock, { kind: "list" }>,
  document: DocumentModel,
): string {
  const tag = ordered ? "ol" : "ul";
  return `<${tag}>${items.map((item) => `<li>${spans(item, document)}</li>`).join("")}</${tag}>`;
}

function tableHtml({ caption, columns, rows }: DocumentTable, document: DocumentModel): string {
  const head = columns.map((column) => `<th scope="col">${inline(column, document)}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td${attributesOf(cell, document)}>${inline(cell, document)}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escape(caption.text)}"><table>
<caption>${inline(caption, document)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body.join("\n")}</tbody>
</table></div>`;
}

function spans(list: readonly DocumentSpan[], document: DocumentModel): string {
  return list
    .map(({ text, notes }) => inline(text, document) + notes.map((number) => noteRef(number)).join(""))
    .join("");
}

function noteRef(number: number): string {
  return `<sup><a href="#note-${number}">[${number}]</a></sup>`;
}

function inline(text: DocumentText, document: DocumentModel): string {
  const words = escape(text.text);
  if (text.kind === "code") return `<code dir="ltr">${words}</code>`;
  const attributes = attributesOf(text, document);
  return attributes === "" ? words : `<span${attributes}>${words}</span>`;
}

function attributesOf(text: DocumentText | undefined, { language, direction }: DocumentModel): string {
  if (text === undefined || text.kind === "code") return "";
  const lang = text.language === language ? "" : ` lang="${escape(text.language)}"`;
  const dir = text.direction === direction ? "" : ` dir="${text.direction}"`;
  return lang + dir;
}

function notesHtml(document: DocumentModel): string {
  const { notes, notesHeading } = document;
  if (notes.length === 0) return "";
  const items = notes.map(({ steps }, at) => {
    const said = steps.map((step) => `<bdi>${inline(step, document)}</bdi>`).join(" › ");
    return `<li id="note-${at + 1}">${said}</li>`;
  });
  return `<section class="notes" aria-labelledby="notes">
<h2 id="notes">${inline(notesHeading, document)}</h2>
<ol>${items.join("\n")}</ol>
</section>`;
}

function facts(list: readonly DocumentFact[], document: DocumentModel): string {
  return `<dl>${list
    .map(
      ({ name, value }) => `<div><dt>${inline(name, document)}</dt><dd>${inline(value, document)}</dd></div>`,
    )
    .join("")}</dl>`;
}
