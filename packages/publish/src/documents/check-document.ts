// What a draft still lacks, and how many words it has: pure and quick, to be asked at each key.
import { claimMark, openClaim } from "@tocsin/records";
import { countWritten } from "./count-words.ts";
import type { DocumentFactName, DocumentTemplate, TemplatePart } from "./template.ts";

export interface WrittenText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

export interface DocumentToCheck {
  readonly language: string;
  /** By name of the part, as people wrote it. */
  readonly written: ReadonlyMap<string, readonly WrittenText[]>;
  /** Words that records put into a part; null where they do and nobody has counted them. */
  readonly filled: ReadonlyMap<string, number | null>;
  readonly facts: ReadonlyMap<DocumentFactName, FoundFact>;
  /** Who cannot be named to the audience: a finding, which does not keep the document from leaving. */
  readonly consents: readonly MissingName[];
  /** Set for this draft, by name of the part, or `whole`. Null lifts a limit. */
  readonly limits: ReadonlyMap<string, number | null>;
}

export interface FoundFact {
  readonly met: boolean;
  /** Records that lack it. */
  readonly records: readonly string[];
}

export interface MissingName {
  readonly record: string;
  readonly reason: string;
}

export interface DocumentLack {
  /** Null: of the document as a whole. */
  readonly part: string | null;
  /** `empty`, `too-long`, `unsupported`, or the code of a check. */
  readonly code: string;
  readonly records: readonly string[];
}

export interface PartCheck {
  readonly name: string;
  readonly words: number;
  readonly limit: number | null;
  /** Words of records stand in it too, which nobody has counted here. */
  readonly uncounted: boolean;
  /** A limit that somebody set for this draft, or one that came with the template. */
  readonly limitFrom: "template" | "draft" | null;
}

export interface DocumentCheck {
  readonly parts: readonly PartCheck[];
  /** Words of all counted parts. */
  readonly words: number;
  readonly limit: number | null;
  readonly limitFrom: "template" | "draft" | null;
  /** Each keeps the document from leaving. */
  readonly lacks: readonly DocumentLack[];
  readonly consents: readonly MissingName[];
  readonly ready: boolean;
}

/** Linear in what was written. */
export function checkDocument(template: DocumentTemplate, document: DocumentToCheck): DocumentCheck {
  const parts = template.parts.map((part) => checkPart(part, document));
  const counted = new Set(template.parts.flatMap(({ name, counted: counts }) => (counts ? [name] : [])));
  const words = parts.reduce((sum, part) => sum + (counted.has(part.name) ? part.words : 0), 0);
  const whole = limitOf("whole", template.limit?.words ?? null, document);
  const lacks = [
    ...template.parts.flatMap((part) => (isEmpty(part, document) ? [lack(part.name, "empty")] : [])),
    ...parts.flatMap(({ name, words: has, limit }) =>
      limit !== null && has > limit ? [lack(name, "too-long")] : [],
    ),
    ...(whole.limit !== null && words > whole.limit ? [lack(null, "too-long")] : []),
    ...template.parts.flatMap(({ name }) =>
      hasOpenClaim(name, document) ? [lack(name, "unsupported")] : [],
    ),
    ...checksFailed(template, document),
  ];
  return { parts, words, ...whole, lacks, consents: document.consents, ready: lacks.length === 0 };
}

function checkPart({ name, limit }: TemplatePart, document: DocumentToCheck): PartCheck {
  const own = document.written.get(name) ?? [];
  const written = own.reduce((sum, { text, language }) => sum + countWritten(text, language), 0);
  return {
    name,
    words: written + (document.filled.get(name) ?? 0),
    uncounted: document.filled.get(name) === null,
    ...limitOf(name, limit?.words ?? null, document),
  };
}

function limitOf(
  name: string,
  ofTemplate: number | null,
  { limits }: DocumentToCheck,
): Pick<PartCheck, "limit" | "limitFrom"> {
  const set = limits.get(name);
  if (set !== undefined) return { limit: set, limitFrom: "draft" };
  return { limit: ofTemplate, limitFrom: ofTemplate === null ? null : "template" };
}

function isEmpty({ name, required }: TemplatePart, { written, filled }: DocumentToCheck): boolean {
  if (!required) return false;
  const hasText = (written.get(name) ?? []).some(({ text }) => text.trim() !== "");
  return !hasText && (filled.get(name) === undefined || filled.get(name) === 0);
}

/** Whoever wrote it said that it claims something, and nothing stands behind it yet. */
function hasOpenClaim(name: string, { written }: DocumentToCheck): boolean {
  return (written.get(name) ?? []).some(({ text }) =>
    Array.from(text.matchAll(claimMark), ([, id]) => id).includes(openClaim),
  );
}

function checksFailed(template: DocumentTemplate, document: DocumentToCheck): readonly DocumentLack[] {
  return template.checks.flatMap((check) => {
    if (check.kind === "language") return takes(template, document.language) ? [] : [lack(null, check.code)];
    const found = document.facts.get(check.fact);
    return found?.met === true ? [] : [lack(null, check.code, found?.records ?? [])];
  });
}

function takes({ languages }: DocumentTemplate, language: string): boolean {
  return languages.length === 0 || languages.includes(language.split("-")[0] ?? "");
}

function lack(part: string | null, code: string, records: readonly string[] = []): DocumentLack {
  return { part, code, records };
}
