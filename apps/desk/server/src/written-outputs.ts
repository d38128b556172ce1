// What a release was written as: kept until it is fetched, each file with its hash and under a name that says nobody's.
import { createHash } from "node:crypto";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { audienceCodes, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { LanguageText } from "@tocsin/records";
import { optionalString, stringsOf, type Body } from "./body.ts";
import type { Desk } from "./desk.ts";
import { DeskError } from "./errors.ts";

const formats = ["pdf", "html", "json"] as const;
export type Format = (typeof formats)[number];

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  akn: "application/akn+xml",
  zip: "application/zip",
} as const;

type WrittenFormat = keyof typeof types;

/** Throws `desk.bad-request` where none is asked for. */
export function formatsIn(body: Body): readonly Format[] {
  const wanted = formats.filter((format) => stringsOf(body, "formats").includes(format));
  if (wanted.length === 0) throw new DeskError("desk.bad-request", "Cannot write: no format is asked for");
  return wanted;
}

/** Throws `desk.bad-request`. */
export function audienceIn(body: Body): Audience {
  const audience = audienceCodes.find((code) => code === body["audience"]);
  if (audience === undefined) throw new DeskError("desk.bad-request", "Cannot write: no such audience");
  return audience;
}

/** Of the language that was asked for, else of the desk's. */
export async function translatorFor(body: Body, desk: Desk): Promise<Translator> {
  const locale = optionalString(body, "lang") ?? desk.locale;
  return createTranslator(locale, await loadCatalogues(locale));
}

/** What each format was written as; null where it was not, or had nothing to hold. */
export type WrittenEditions = Readonly<Partial<Record<WrittenFormat, Uint8Array | null>>> & {
  readonly release: RecordId;
};

interface Keeping {
  /** What it is: "report". */
  readonly what: string;
  readonly wanted: readonly WrittenFormat[];
  readonly by: LanguageText;
  readonly signal: AbortSignal;
}

export function keepOutputs(
  { outputs }: Desk,
  written: WrittenEditions,
  { what, wanted, by, signal }: Keeping,
): unknown {
  return wanted.flatMap((format) => {
    const bytes = written[format] ?? null;
    if (bytes === null) return [];
    const name = `${what}-${written.release.slice(0, 8)}.${format}`;
    const sha256 = sha256Of(bytes);
    const { release } = written;
    const clear = { release, sha256, by };
    const leaving = { name, type: types[format], bytes: new Uint8Array(bytes), clear };
    return [{ format, name, bytes: bytes.length, sha256, url: outputs.add(leaving, signal) }];
  });
}

const tableTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  qdpx: "application/zip",
} as const;
export type TableFormat = keyof typeof tableTypes;

/** Throws `desk.bad-request`. */
export function tableFormatIn({ format }: Body): Exclude<TableFormat, "qdpx"> {
  if (format !== "csv" && format !== "json")
    throw new DeskError("desk.bad-request", "Cannot write a table: no such format");
  return format;
}

export interface WrittenTable {
  readonly release: RecordId;
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A table of records or of numbers; `what` is it called after: "counts". */
export function keepTable(
  { outputs }: Desk,
  { release, bytes, sha256 }: WrittenTable,
  { what, format, by, signal }: Omit<Keeping, "wanted"> & { readonly format: TableFormat },
): readonly unknown[] {
  const name = `${what}-${release.slice(0, 8)}.${format}`;
  const leaving = {
    name,
    type: tableTypes[format],
    bytes: new Uint8Array(bytes),
    clear: { release, sha256, by },
  };
  return [{ format, name, bytes: bytes.length, sha256, url: outputs.add(leaving, signal) }];
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
