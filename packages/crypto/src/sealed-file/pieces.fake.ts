// Plain bytes to seal in tests, opened again in pieces, and what a refusal was.
import { concatBytes } from "@tocsin/core";
import type { SealedFileOpener } from "./opener.ts";

export const chunk = 65_536;

export function openInPieces(opener: SealedFileOpener, sealed: Uint8Array, pieceLength: number): Uint8Array {
  const out: Uint8Array[] = [];
  for (let at = 0; at < sealed.length; at += pieceLength)
    out.push(...opener.update(sealed.slice(at, at + pieceLength)).map((piece) => piece.slice()));
  return concatBytes(...out, ...opener.finish());
}

export function plainOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) % 251);
}

export function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return "nothing thrown";
}
