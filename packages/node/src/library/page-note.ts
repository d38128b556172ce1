// The signature of a library that is one page: a note beside it, made by the key that signs the list of a folder or a ZIP.
// Format: docs/formats/library.md, section 4.
import { encodeBase64, encodeUtf8, parseBase64 } from "@tocsin/core";
import type { LibraryHead } from "@tocsin/library";
import { verifyStatement } from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { noLibrary, type Sign } from "./manifest.ts";

/** Behind the whole name of the page. */
export const pageNoteEnding = ".note";

const about = "page";

export interface PageNote {
  /** SHA-256 of the page, lower-case hexadecimal. */
  readonly sha256: string;
  readonly made: string;
  readonly release: string;
  readonly vault: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Whether the holder of that key signed all this. */
  readonly isSigned: boolean;
}

/** `sha256`: of the whole page, lower-case hexadecimal. */
export function signPage({ made, release }: LibraryHead, sha256: string, sign: Sign): Uint8Array {
  // Which key signs is known by signing: the note names it, and is made over its name.
  const { publicKey } = sign(about, [`made ${made}`]);
  const lines = [`page ${sha256}`, `made ${made}`, `release ${release.id}`, `key ${encodeBase64(publicKey)}`];
  return encodeUtf8(sign(about, lines).note);
}

const shape =
  /^tocsin-page\/([0-9a-f]{64})\/[0-9a-f]{32}\npage ([0-9a-f]{64})\nmade ([^\n]{1,40})\nrelease ([^\n]{1,100})\nkey ([A-Za-z0-9+/=]{44})\n\n/;

/** Believes nothing. Throws `shelf.no-library` on what is no note of a page. */
export function parsePageNote(bytes: Uint8Array): PageNote {
  const [, vault = "", sha256 = "", made = "", release = "", key = ""] = shape.exec(textOf(bytes)) ?? [];
  if (vault === "") throw noLibrary("the file beside the page is no signature of one");
  const publicKey = keyOf(key);
  const { state } = verifyStatement(createNodePrimitives(), bytes, { about, publicKey });
  return { sha256, made, release, vault, publicKey, isSigned: state === "signed" };
}

const largestNote = 10_000;

function textOf(bytes: Uint8Array): string {
  return bytes.length > largestNote ? "" : new TextDecoder().decode(bytes);
}

function keyOf(text: string): Uint8Array {
  try {
    const key = parseBase64(text);
    if (key.length === 32) return key;
  } catch {
    // Said below.
  }
  throw noLibrary("the file beside the page names no key");
}
