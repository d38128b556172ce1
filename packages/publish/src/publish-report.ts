// All editions of one report at once, so that none can be without the hash of the JSON edition.
import { encodeUtf8 } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { composeReport } from "./compose-report.ts";
import { reportToHtml } from "./report-html.ts";
import type { ReportInput } from "./report-input.ts";
import { reportToJson } from "./report-json.ts";
import { reportToTypst } from "./report-typst.ts";
import type { Report } from "./report.ts";
import type { Typesetter } from "./typesetter.ts";

export interface PublishOptions {
  readonly translator: Translator;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Without one there is no PDF. */
  readonly typesetter?: Typesetter;
  readonly signal?: AbortSignal;
}

export interface PublishedReport {
  readonly report: Report;
  readonly json: Uint8Array;
  readonly jsonSha256: string;
  readonly html: Uint8Array;
  /** Null where no typesetter was given. */
  readonly pdf: Uint8Array | null;
}

/** Throws what `composeReport` and the typesetter throw; then nothing is published. */
export async function publishReport(input: ReportInput, options: PublishOptions): Promise<PublishedReport> {
  const { translator, sha256, typesetter, signal } = options;
  const report = composeReport(input);
  const json = encodeUtf8(reportToJson(report));
  const jsonSha256 = sha256(json);
  const html = encodeUtf8(reportToHtml(report, translator, jsonSha256));
  signal?.throwIfAborted();
  const pdf = typesetter
    ? await typesetter.typeset(reportToTypst(report, translator, jsonSha256), signal)
    : null;
  return { report, json, jsonSha256, html, pdf };
}
