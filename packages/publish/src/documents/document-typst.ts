// The PDF edition of a document: our template, and the document as its data.
import { encodeCanonicalText, parseEdtf, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { TypesetDocument } from "../typesetter.ts";
import { documentTemplate } from "./document-typst-template.ts";
import type { DocumentBlock, DocumentFact, DocumentModel, DocumentSpan, DocumentText } from "./model.ts";

/** `archive`: PDF/A-2b in the place of PDF/UA-1. Throws `core.bad-date`. */
export function documentToTypst(
  document: DocumentModel,
  translator: Translator,
  { archive = false }: { readonly archive?: boolean } = {},
): TypesetDocument {
  const createdAt = Math.floor((parseEdtf(document.madeAt).earliest ?? 0) / 1000);
  const base = { document };
  const data = {
    language: languageTag(document.language),
    direction: document.direction,
    kind: textData(document.kind, base),
    title: textData(document.title, base),
    facts: document.facts.map((fact) => factData(fact, base)),
    parts: document.parts.map(({ heading, headed, number, blocks }) => ({
      heading: headed ? `${number === null ? "" : `${number}. `}${heading.text}` : null,
      blocks: blocks.map((block) => blockData(block, base)),
    })),
    notes: document.notes.map(({ steps }) => steps.map((step) => textData(step, base))),
    page: [...document.page],
    colophon: {
      heading: document.colophon.heading.text,
      facts: document.colophon.facts.map((fact) => factData(fact, base)),
    },
    characters: translator.t("report.characters"),
  };
  // Written once, so that a value that is not plain data fails here and not inside the typesetter.
  encodeCanonicalText(data);
  return { template: documentTemplate, data, createdAt, ...(archive ? { standard: "a-2b" as const } : {}) };
}

interface Base {
  readonly document: DocumentModel;
}

/** `lang` is null where the text is in the language of the document. */
function textData({ text, kind, language, direction }: DocumentText, { document }: Base): Json {
  const own = kind === "code" || language === document.language;
  return { text, kind, lang: own ? null : languageTag(language), dir: direction };
}

/** The primary subtag; what is no language of two or three letters has none. */
function languageTag(language: string): string {
  const [primary = ""] = language.toLowerCase().split("-");
  return /^[a-z]{2,3}$/.test(primary) ? primary : "und";
}

function factData({ name, value }: DocumentFact, base: Base): Json {
  return { name: name.text, value: textData(value, base) };
}

function spanData(spans: readonly DocumentSpan[], base: Base): Json {
  return spans.map(({ text, notes }) => ({ ...Object(textData(text, base)), notes }));
}

function blockData(block: DocumentBlock, base: Base): Json {
  switch (block.kind) {
    case "paragraph":
      return { kind: block.kind, number: block.number, spans: spanData(block.spans, base) };
    case "quote":
      return { kind: block.kind, spans: spanData(block.spans, base) };
    case "entry":
      return {
        kind: block.kind,
        label: block.label,
        spans: spanData(block.spans, base),
        mark: block.mark?.text ?? null,
      };
    case "list":
      return {
        kind: block.kind,
        ordered: block.ordered,
        items: block.items.map((item) => spanData(item, base)),
      };
    case "terms":
      return {
        kind: block.kind,
        rows: block.rows.map(({ name, values }) => ({
          name: name.text,
          values: values.map((value) => spanData(value, base)),
        })),
      };
    case "table":
      return {
        kind: block.kind,
        caption: block.caption.text,
        columns: block.columns.map(({ text }) => text),
        rows: block.rows.map((row) => row.map((cell) => textData(cell, base))),
      };
  }
}
