// A draft from the bytes of a file: DOCX, a page in HTML, or plain text; which of them, its first bytes say.
import { readHtmlText, readWordText } from "@tocsin/formats";
import { TextsError } from "../errors.ts";
import { createDraftText, draftLimits, type DraftNotice, type DraftText } from "./draft-text.ts";
import { splitPlainText } from "./split-plain.ts";

export type DraftForm = "docx" | "html" | "plain";

export interface ReadDraft extends DraftText {
  readonly form: DraftForm;
}

/** Throws `texts.empty`, `texts.limit`, `texts.not-read`, `formats.bad-text`, `formats.limit`. */
export function readDraft(bytes: Uint8Array): ReadDraft {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { form: "docx", ...fromWord(bytes) };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new TextsError("texts.not-read", "Cannot read text: it is a PDF; copy its text and paste that");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new TextsError("texts.not-read", "Cannot read text: it is an old Word file; save it as DOCX");
  const text = decode(bytes);
  if (
    /^\s{0,200}<(?:!doctype html|html|head|body|meta|div|p|ol|ul|table|h[1-6]|span)[\s>]/iu.test(
      text.slice(0, 500),
    )
  )
    return { form: "html", ...fromPage(text) };
  return { form: "plain", ...splitPlainText(text) };
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

function fromWord(bytes: Uint8Array): DraftText {
  const { paragraphs, trackedChanges, struckThrough, notes } = readWordText(bytes);
  return createDraftText(paragraphs, [
    ...counted("tracked-changes", trackedChanges),
    ...counted("struck-through", struckThrough),
    ...counted("notes-left-out", notes),
  ]);
}

function fromPage(html: string): DraftText {
  const { paragraphs, struckThrough } = readHtmlText(html);
  return createDraftText(paragraphs, counted("struck-through", struckThrough));
}

function counted(kind: DraftNotice["kind"], count: number): readonly DraftNotice[] {
  return count === 0 ? [] : [{ kind, detail: String(count) }];
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > 4 * draftLimits.characters)
    throw new TextsError("texts.limit", "Cannot read text: it is too long");
  const name = startsWith(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : startsWith(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : "utf-8";
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Said below.
  }
  throw new TextsError("texts.not-read", "Cannot read text: it is no text in UTF-8; save it so, or as DOCX");
}
