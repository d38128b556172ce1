// A digest of a text, for whoever has no port of primitives: commands and queries are pure, and say what text they mean by it.
import { sha256 } from "@noble/hashes/sha2.js";
import { encodeHex, encodeUtf8 } from "@tocsin/core";

/** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
export function digestOfText(text: string): string {
  return encodeHex(sha256(encodeUtf8(text)));
}
