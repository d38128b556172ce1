// Text values of df-001: a JSON string, or `{"format": "base64", "data": "..."}` for bytes that are not UTF-8.
import { encodeUtf8, isJsonObject } from "@tocsin/core";
import type { FieldNotes } from "./notes.ts";

/** Base64 stays as it came until somebody asks: most bodies are never read. */
export type OoniText = string | { readonly base64: string };

export function readText(value: unknown, path: string, notes: FieldNotes): OoniText | null {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return null;
  if (isJsonObject(value) && typeof value["data"] === "string") return { base64: value["data"] };
  notes.add(path, "wrong-type");
  return null;
}

/** The text; bytes that are not UTF-8 are read as Latin-1, so that patterns of bytes can still be found. */
export function textOf(value: OoniText): string {
  if (typeof value === "string") return value;
  const binary = parseBinary(value.base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return binary;
  }
}

/** Bytes that the text had on the wire. */
export function byteLengthOf(value: OoniText): number {
  return typeof value === "string" ? encodeUtf8(value).length : parseBinary(value.base64).length;
}

/** Latin-1 text of base64 data; empty when it is not base64. */
function parseBinary(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}
