// The frozen list as a file that leaves, with the text that was signed, and its check by whoever has it.
import { encodeCanonicalText, encodeUtf8, isJsonObject, parseCanonical, type Json } from "@tocsin/core";
import { LettersError } from "./errors.ts";
import {
  headJson,
  leafOf,
  letterListFormat,
  listDigest,
  openJson,
  parseOpen,
  type FrozenEntry,
  type ListHead,
  type ListOrder,
  type OpenEntry,
} from "./frozen-list.ts";
import { letterDigest, type LetterText, type Sha256 } from "./letter-text.ts";

/** An entry of which nothing is left inside, but its hash. */
export type FileEntry = FrozenEntry | { readonly leaf: string };

export interface ListFile {
  readonly head: ListHead;
  /** The authoritative text first. */
  readonly texts: readonly LetterText[];
  readonly entries: readonly FileEntry[];
  /** SHA-256 of the list, as every output carries it. */
  readonly digest: string;
}

/** Canonical JSON with a closing line feed. */
export function listFileBytes({ head, texts, entries, digest }: ListFile): Uint8Array<ArrayBuffer> {
  const json: Json = {
    ...headJson(head),
    texts: texts.map(({ language, title, paragraphs }) => ({ language, title, paragraphs: [...paragraphs] })),
    entries: entries.map((entry): Json =>
      "leaf" in entry ? { leaf: entry.leaf } : { open: openJson(entry.open), closed: entry.closed },
    ),
    digest,
  };
  return encodeUtf8(`${encodeCanonicalText(json)}\n`);
}

const mostBytes = 64_000_000;

/** Throws `letters.bad-list`. */
export function parseListFile(bytes: Uint8Array): ListFile {
  const value = jsonOf(bytes);
  if (!isJsonObject(value) || value["format"] !== letterListFormat || value["version"] !== 1)
    throw bad("format");
  const { text, digest, frozen, texts, entries, closes } = value;
  if (typeof text !== "string" || typeof digest !== "string" || typeof frozen !== "string") throw bad("head");
  if (!Array.isArray(texts) || !Array.isArray(entries)) throw bad("no entries");
  return {
    head: {
      text,
      frozen,
      translations: translationsIn(value["translations"]),
      order: orderIn(value["order"]),
      closes: closesIn(closes),
    },
    texts: texts.map(textIn),
    entries: entries.map(entryIn),
    digest,
  };
}

export type ListProblem =
  /** The list is not the one that this hash was taken of. */
  | { readonly kind: "digest"; readonly computed: string }
  /** The text in the file is not the one that was signed, or a translation is not the one that stood beside it. */
  | { readonly kind: "text"; readonly language: string }
  /** The file says another hash than the output that somebody holds against it. */
  | { readonly kind: "expected"; readonly expected: string };

export interface ListVerdict {
  readonly digest: string;
  readonly problems: readonly ListProblem[];
  /** What everybody sees; null for what was erased since. */
  readonly entries: readonly (OpenEntry | null)[];
}

/** Computes every hash anew. `expected`: the hash as a letter in somebody's hand has it. */
export function verifyList(
  { head, texts, entries, digest }: ListFile,
  sha256: Sha256,
  expected: string | null = null,
): ListVerdict {
  const leaves = entries.map((entry) => ("leaf" in entry ? entry.leaf : leafOf(entry, sha256)));
  const computed = listDigest(head, leaves, sha256);
  const wanted = expected?.trim().toLowerCase() ?? null;
  return {
    digest: computed,
    problems: [
      ...(computed === digest ? [] : [{ kind: "digest", computed } as const]),
      ...textProblems(head, texts, sha256),
      ...(wanted === null || wanted === computed ? [] : [{ kind: "expected", expected: wanted } as const]),
    ],
    entries: entries.map((entry) => ("leaf" in entry ? null : entry.open)),
  };
}

function textProblems(head: ListHead, texts: readonly LetterText[], sha256: Sha256): readonly ListProblem[] {
  const known = new Map(head.translations.map(({ language, digest }) => [language, digest]));
  const [first, ...rest] = texts;
  if (first === undefined) return [{ kind: "text", language: "und" }];
  const isWrong = (text: LetterText, at: number): boolean =>
    letterDigest(text, sha256) !== (at === 0 ? head.text : known.get(text.language));
  return [first, ...rest].filter(isWrong).map(({ language }) => ({ kind: "text", language }));
}

function jsonOf(bytes: Uint8Array): Json {
  if (bytes.length > mostBytes) throw bad("it is too large");
  const end = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  try {
    return parseCanonical(bytes.subarray(0, end));
  } catch (cause) {
    throw new LettersError("letters.bad-list", "Cannot read list: it is no canonical JSON", { cause });
  }
}

function entryIn(value: Json): FileEntry {
  if (!isJsonObject(value)) throw bad("an entry");
  if (typeof value["leaf"] === "string") return { leaf: value["leaf"] };
  const open = parseOpen(value["open"]);
  const { closed = null } = value;
  if (open === null || (closed !== null && typeof closed !== "string")) throw bad("an entry");
  return { open, closed };
}

function textIn(value: Json): LetterText {
  if (!isJsonObject(value)) throw bad("a text");
  const { language, title, paragraphs } = value;
  if (typeof language !== "string" || typeof title !== "string" || !Array.isArray(paragraphs))
    throw bad("a text");
  return { language, title, paragraphs: paragraphs.map(stringOf) };
}

function stringOf(value: Json): string {
  if (typeof value !== "string") throw bad("a text");
  return value;
}

function translationsIn(value: Json | undefined): ListHead["translations"] {
  return (Array.isArray(value) ? value : []).map((each: Json) => {
    if (!isJsonObject(each)) throw bad("a translation");
    return { language: stringOf(each["language"] ?? null), digest: stringOf(each["digest"] ?? null) };
  });
}

function orderIn(value: Json | undefined): ListOrder {
  if (!isJsonObject(value)) throw bad("its order");
  if (value["by"] === "arrival") return { by: "arrival" };
  if (value["by"] !== "name") throw bad("its order");
  return { by: "name", collation: stringOf(value["collation"] ?? null) };
}

function closesIn(value: Json | undefined): ListHead["closes"] {
  if (value === null || value === undefined) return null;
  if (!isJsonObject(value)) throw bad("its deadline");
  const { at, zone, graceMinutes } = value;
  if (typeof at !== "string" || typeof zone !== "string" || typeof graceMinutes !== "number")
    throw bad("its deadline");
  return { at, zone, graceMinutes };
}

function bad(what: string): LettersError {
  return new LettersError("letters.bad-list", `Cannot read list: ${what} is not as it should be`);
}
