// Identifiers of records: 128 random bits as 26 characters of Crockford base32, lower case.
import { encodeBase32 } from "./bytes.ts";
import { CoreError } from "./errors.ts";

declare const recordId: unique symbol;
export type RecordId = string & { readonly [recordId]: true };

/** Fills a new array with random bytes from the platform's cryptographic source. */
export type Random = (length: number) => Uint8Array;

/** Milliseconds since 1970-01-01T00:00:00Z. A claim, never a proof. */
export type Clock = () => number;

const idPattern = /^[0-9a-hjkmnp-tv-z]{26}$/;

export function createId(random: Random): RecordId {
  return encodeBase32(random(16)) as RecordId;
}

export function isId(value: unknown): value is RecordId {
  return typeof value === "string" && idPattern.test(value);
}

export function parseId(value: unknown): RecordId {
  if (!isId(value))
    throw new CoreError("core.bad-id", "Cannot read identifier: expected 26 characters of base32");
  return value;
}
