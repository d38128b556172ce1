// Canonical JSON: RFC 8785 restricted to integers. Reading refuses whatever would not be written the same way.
import { encodeUtf8, parseUtf8 } from "./bytes.ts";
import { CoreError } from "./errors.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Deeper values are refused, in both directions. */
export const maximumDepth = 32;

/** Text of `value` in canonical form: sorted keys (UTF-16 order), no white space, safe integers only. */
export function encodeCanonicalText(value: Json, depth = 0): string {
  if (depth > maximumDepth)
    throw new CoreError("core.limit", `Cannot encode value: deeper than ${maximumDepth}`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return encodeInteger(value);
  if (typeof value === "string") return encodeString(value);
  if (isList(value)) return `[${value.map((item) => encodeCanonicalText(item, depth + 1)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${encodeString(key)}:${encodeCanonicalText(value[key] ?? null, depth + 1)}`);
  return `{${members.join(",")}}`;
}

export function encodeCanonical(value: Json): Uint8Array<ArrayBuffer> {
  return encodeUtf8(encodeCanonicalText(value));
}

/** Throws `core.bad-canonical` unless writing the value again gives the same bytes. */
export function parseCanonical(bytes: Uint8Array): Json {
  const text = parseUtf8(bytes);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    throw new CoreError("core.bad-canonical", "Cannot read value: not JSON", { cause });
  }
  if (encodeCanonicalText(value) !== text)
    throw new CoreError("core.bad-canonical", "Cannot read value: not in canonical form");
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function encodeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new CoreError("core.bad-canonical", "Cannot encode number: not a safe integer");
  return String(value);
}

function encodeString(value: string): string {
  if (!value.isWellFormed())
    throw new CoreError("core.bad-canonical", "Cannot encode text: unpaired surrogate");
  return JSON.stringify(value);
}
