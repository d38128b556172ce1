// All editions of one custody sheet at once, so that none can be without the hash of the JSON edition.
import { encodeUtf8 } from "@tocsin/core";
import type { PublishOptions } from "../publish-report.ts";
import { printedToHtml } from "../report-html.ts";
import { printedToTypst } from "../report-typst.ts";
import { custodyToJson, printCustody } from "./print.ts";
import type { CustodySheet } from "./sheet.ts";

export interface PublishedCustody {
  readonly sheet: CustodySheet;
  readonly json: Uint8Array;
  readonly jsonSha256: string;
  readonly html: Uint8Array;
  /** Null where no typesetter was given. */
  readonly pdf: Uint8Array | null;
}

/** Throws what the typesetter throws; then nothing is published. */
export async function publishSheet(sheet: CustodySheet, options: PublishOptions): Promise<PublishedCustody> {
  const { translator, sha256, typesetter, signal } = options;
  const json = encodeUtf8(custodyToJson(sheet));
  const jsonSha256 = sha256(json);
  const printed = printCustody(sheet, translator, jsonSha256);
  const html = encodeUtf8(printedToHtml(printed));
  signal?.throwIfAborted();
  const pdf = typesetter ? await typesetter.typeset(printedToTypst(printed, translator), signal) : null;
  return { sheet, json, jsonSha256, html, pdf };
}
