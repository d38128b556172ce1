// The sorts of file that an archived copy may leave in: told by its bytes alone, none of which a browser runs.
import { headLength, kindOfBytes } from "../first-bytes/kind-of-bytes.ts";

/** With the ending that each leaves under. */
export const givenTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "text/plain": "txt",
} as const;
export type GivenType = keyof typeof givenTypes;

/** Null for every other sort. */
export function givenTypeOf(bytes: Uint8Array): GivenType | null {
  const kind = kindOfBytes(bytes.subarray(0, headLength));
  return isGiven(kind) ? kind : null;
}

function isGiven(kind: string | null): kind is GivenType {
  return kind !== null && Object.hasOwn(givenTypes, kind);
}

/** Null where it is no text in UTF-8 throughout, or holds characters that no text has. */
export function plainTextOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return hasControls(text) ? null : text;
  } catch {
    return null;
  }
}

function hasControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
}

/** Anything that a program which guesses could take for a page or a script. */
export function looksLikePage(text: string): boolean {
  const small = text.toLowerCase();
  return pageMarks.some((mark) => small.includes(mark));
}

const pageMarks = [
  "<script",
  "<!doctype",
  "<html",
  "<svg",
  "<iframe",
  "<body",
  "<?php",
  "javascript:",
  "vbscript:",
];
