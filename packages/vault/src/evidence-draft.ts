// The draft of a sealed file that is being written: its passphrase, sealed to this device, so that the work can go on
// after the process was killed (docs/formats/vault.md, section 13).
import { encodeCanonical, isJsonObject, isTocsinError, parseCanonical, parseHex } from "@tocsin/core";
import {
  createKey,
  labelled,
  openWithNonce,
  type Primitives,
  sealWithNonce,
  type SecretKey,
} from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import { labels, limits, noBytes } from "./format.ts";

export interface Draft {
  readonly passphrase: string;
  /** What the caller knows the source by. */
  readonly hint: string;
}

export interface DraftPlace {
  /** Of the sealed file. */
  readonly name: string;
  readonly device: SecretKey<"device">;
}

export function sealDraft(primitives: Primitives, { name, device }: DraftPlace, draft: Draft): Uint8Array {
  const bytes = encodeCanonical({ hint: draft.hint, passphrase: draft.passphrase });
  if (bytes.length > limits.draft)
    throw new VaultError("vault.limit", "Cannot keep draft: what its source is known by is too long");
  const key = draftKey(primitives, device);
  const sealed = sealWithNonce(primitives, { key, bytes, context: contextOf(name) });
  key.wipe();
  return sealed;
}

/** Null for what this device did not seal for this file, or cannot open any more. */
export function openDraft(
  primitives: Primitives,
  { name, device }: DraftPlace,
  sealed: Uint8Array,
): Draft | null {
  if (sealed.length > limits.draft + 28) return null;
  const key = draftKey(primitives, device);
  const bytes = openWithNonce(primitives, { key, bytes: sealed, context: contextOf(name) });
  key.wipe();
  return bytes === null ? null : parseDraft(bytes);
}

function parseDraft(bytes: Uint8Array): Draft | null {
  try {
    const value = parseCanonical(bytes);
    if (!isJsonObject(value)) return null;
    const { hint, passphrase } = value;
    return typeof hint === "string" && typeof passphrase === "string" ? { hint, passphrase } : null;
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

function draftKey(primitives: Primitives, device: SecretKey<"device">): SecretKey<"draft"> {
  const key = device.expose();
  return createKey(
    "draft",
    primitives.hkdfSha256({ key, salt: noBytes, info: labelled(labels.draft), length: 32 }),
  );
}

function contextOf(name: string): Uint8Array {
  return labelled(labels.draft, parseHex(name));
}
