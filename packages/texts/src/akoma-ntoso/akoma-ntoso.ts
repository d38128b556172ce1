// Two drafts compared as one Akoma Ntoso 3.0 statement (OASIS LegalDocML): what was added and removed is marked in the
// newer text. Labels stand as they are printed, and nothing is numbered that has no label.
import { directionOf } from "@tocsin/language";
import type { Comparison, ComparisonRow } from "../comparison/compare-drafts.ts";
import type { DraftParagraph } from "../paragraphs/draft-text.ts";
import { labelText } from "../paragraphs/label.ts";
import type { ComparedRun } from "../words/compare-words.ts";
import { xmlElement, xmlText } from "./xml.ts";

const namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/** Every version needs a day there; this one, named `unknown`, says that nobody gave it. */
const noDay = "1980-01-01";

export interface StatementFacts {
  /** BCP 47. */
  readonly language: string;
  readonly title: string | null;
  /** A day (YYYY-MM-DD) of the newer text; null where nobody said, or only a month or year. */
  readonly dated: string | null;
  /** As it is printed on the newer text. */
  readonly symbol: string | null;
}

export interface StatementSides {
  readonly before: readonly DraftParagraph[];
  readonly after: readonly DraftParagraph[];
}

/** What a paragraph is, whatever its label: letters and digits, the same in every export of the same paragraph. */
export type IdentityOf = (paragraph: DraftParagraph) => string;

/** In two files there is no more than this: a paragraph that goes on has its place in the older one, a new one its own. */
export function placeIdentities({ rows }: Comparison, { before, after }: StatementSides): IdentityOf {
  const placeOf = new Map(before.map((paragraph, at) => [paragraph, `o${at + 1}`]));
  for (const [at, paragraph] of after.entries()) placeOf.set(paragraph, `n${at + 1}`);
  for (const row of rows) {
    const [older, newer] = [row.before[0], row.after[0]];
    const kept = older === undefined ? undefined : placeOf.get(older);
    if (newer !== undefined && kept !== undefined) placeOf.set(newer, kept);
  }
  return (paragraph) => placeOf.get(paragraph) ?? "x";
}

export function comparisonToAkomaNtoso(
  { rows }: Comparison,
  facts: StatementFacts,
  identityOf: IdentityOf,
): string {
  const taken = new Set<string>();
  const idOf = (paragraph: DraftParagraph): string => {
    const identity = identityOf(paragraph);
    let id = `para_${identity}`;
    for (let nth = 2; taken.has(id); nth += 1) id = `para_${identity}-${nth}`;
    taken.add(id);
    return id;
  };
  const body = rows.flatMap((row) => paragraphsOf(row, idOf));
  const statement = xmlElement(
    "statement",
    { name: "resolutionDraft", contains: "singleVersion" },
    metaOf(facts),
    ...(facts.title === null
      ? []
      : [xmlElement("preface", {}, xmlElement("p", {}, xmlElement("docTitle", {}, xmlText(facts.title))))]),
    `${xmlElement("mainBody", bodyAttributes(facts), "\n", ...body)}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("akomaNtoso", { xmlns: namespace }, statement)}\n`;
}

function bodyAttributes({ language }: StatementFacts): Readonly<Record<string, string>> {
  const own = language === "und" ? {} : { "xml:lang": language };
  return directionOf(language) === "rtl" ? { ...own, style: "direction: rtl" } : own;
}

function metaOf({ language, dated, symbol }: StatementFacts): string {
  const day = dated !== null && /^\d{4}-\d{2}-\d{2}$/u.test(dated) ? dated : null;
  const date = xmlElement("FRBRdate", { date: day ?? noDay, name: day === null ? "unknown" : "draft" });
  const author = xmlElement("FRBRauthor", { href: "#unknown" });
  const work = "/akn/un/statement/resolutionDraft";
  const level = (name: string, address: string, ...more: readonly string[]): string =>
    xmlElement(
      name,
      {},
      xmlElement("FRBRthis", { value: `${address}/!main` }),
      xmlElement("FRBRuri", { value: address }),
      date,
      author,
      ...more,
    );
  const named = symbol === null ? [] : [xmlElement("FRBRnumber", { value: symbol })];
  const tongue = xmlElement("FRBRlanguage", { language });
  return xmlElement(
    "meta",
    {},
    xmlElement(
      "identification",
      { source: "#tocsin" },
      level("FRBRWork", work, xmlElement("FRBRcountry", { value: "un" }), ...named),
      level("FRBRExpression", `${work}/${language}@`, tongue),
      level("FRBRManifestation", `${work}/${language}@.xml`),
    ),
    xmlElement(
      "references",
      { source: "#tocsin" },
      xmlElement("TLCOrganization", {
        eId: "tocsin",
        href: "/ontology/organization/tocsin",
        showAs: "Tocsin",
      }),
      xmlElement("TLCOrganization", {
        eId: "unknown",
        href: "/ontology/organization/unknown",
        showAs: "Not stated",
      }),
    ),
  );
}

function paragraphsOf(row: ComparisonRow, idOf: (paragraph: DraftParagraph) => string): readonly string[] {
  const shown = row.after.length > 0 ? row.after : row.before;
  const parts = row.after.length > 0 ? partsOf(row.runs) : [row.runs];
  return shown.map((paragraph, at) => {
    const number = row.after.length > 0 ? numberOf(row, at) : numberAlone(paragraph, "del");
    const words = (parts[at] ?? []).map(runXml).join("");
    return `${xmlElement(
      "paragraph",
      { eId: idOf(paragraph), ...(row.kind === "removed" ? { status: "removed" } : {}) },
      ...number,
      xmlElement("content", {}, xmlElement("p", {}, words)),
    )}\n`;
  });
}

/** The runs of each newer paragraph; where an end went, a space is in its place. */
function partsOf(runs: readonly ComparedRun[]): readonly (readonly ComparedRun[])[] {
  const parts: ComparedRun[][] = [[]];
  for (const { kind, text } of runs) {
    if (kind === "removed") {
      parts.at(-1)?.push({ kind, text: text.replaceAll("\n", " ") });
      continue;
    }
    for (const [nth, piece] of text.split("\n").entries()) {
      if (nth > 0) parts.push([]);
      if (piece !== "") parts.at(-1)?.push({ kind, text: piece });
    }
  }
  return parts;
}

function runXml({ kind, text }: ComparedRun): string {
  if (kind === "same") return xmlText(text);
  return xmlElement(kind === "added" ? "ins" : "del", {}, xmlText(text));
}

function numberOf({ kind, before, after }: ComparisonRow, at: number): readonly string[] {
  const paragraph = after[at];
  if (paragraph === undefined) return [];
  const older = at === 0 ? before[0] : undefined;
  if (kind === "added" || older === undefined) return numberAlone(paragraph, "ins");
  const [was, is] = [printedLabel(older), printedLabel(paragraph)];
  if (was === is) return is === null ? [] : [xmlElement("num", {}, xmlText(is))];
  return [
    xmlElement(
      "num",
      {},
      ...(was === null ? [] : [xmlElement("del", {}, xmlText(was))]),
      ...(is === null ? [] : [xmlElement("ins", {}, xmlText(is))]),
    ),
  ];
}

function numberAlone(paragraph: DraftParagraph, change: "ins" | "del"): readonly string[] {
  const label = printedLabel(paragraph);
  return label === null ? [] : [xmlElement("num", {}, xmlElement(change, {}, xmlText(label)))];
}

/** With its stop or brackets, as it stands before the words; as it is cited where notes stand between. */
function printedLabel({ label, printed, text }: DraftParagraph): string | null {
  if (label === null) return null;
  const words = text.replace(/^\[+/u, "");
  if (words === "" || !printed.endsWith(words)) return labelText(label);
  const head = printed
    .slice(0, printed.length - words.length)
    .replaceAll(/[[\s]+/gu, " ")
    .trim();
  return head.length > 0 && head.length <= 24 ? head : labelText(label);
}
