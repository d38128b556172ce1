// Bytes for the writer of test vectors: numbers, canonical JSON, digests, RFC 6962 roots. It imports nothing of the
// packages that the vectors test; docs/formats/vault.md is all it knows.
import { createHash } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export const label = (text: string): Buffer => Buffer.from(`${text}\0`, "latin1");
export const fromHex = (text: string): Buffer => Buffer.from(text, "hex");
export const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A number in so many bytes, big-endian. */
export function uint(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (length === 8) bytes.writeBigUInt64BE(BigInt(value));
  else bytes.writeUIntBE(value, 0, length);
  return bytes;
}

/** RFC 8785 for the values that vectors hold: names of members are plain ASCII. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value as { readonly [name: string]: Json })
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

/** The root of RFC 6962, section 2.1, word for word. */
export function merkleRoot(entries: readonly Uint8Array[]): Buffer {
  const [first] = entries;
  if (first === undefined) return sha256();
  if (entries.length === 1) return sha256(uint(0, 1), first);
  const split = 2 ** (Math.ceil(Math.log2(entries.length)) - 1);
  return sha256(uint(1, 1), merkleRoot(entries.slice(0, split)), merkleRoot(entries.slice(split)));
}

/** Gives so many bytes, the same ones for the same seed. */
export type RandomBytes = (length: number) => Buffer;

export function seeded(seed: string): RandomBytes {
  let drawn = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let got = 0; got < length; got += 32) {
      blocks.push(sha256(label(seed), uint(drawn, 8)));
      drawn += 1;
    }
    return join(...blocks).subarray(0, length);
  };
}
