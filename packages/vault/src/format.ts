// The constants of format version 1: labels, sizes and limits (docs/formats/vault.md).
import { argon2idLimits } from "@tocsin/crypto";
import type { ChainId } from "./types.ts";

/** SHA-256, Ed25519, AES-256-GCM, X25519 with ML-KEM-768: all algorithms at once. */
export const suite = 1;

export const labels = {
  commit: "tocsin/commit/1",
  admit: "tocsin/admit/1",
  device: "tocsin/device/1",
  deviceSlot: "tocsin/device-slot/1",
  deviceBody: "tocsin/device-body/1",
  epoch: "tocsin/epoch/1",
  slot: "tocsin/slot/1",
  body: "tocsin/body/1",
  draft: "tocsin/draft/1",
  logIndex: "tocsin/log-index/1",
} as const;

export const limits = {
  payload: 65_536,
  /** Operations of one commit, on reading and on writing by hand. */
  operations: 64,
  /** Operations of one commit of a step. */
  stepOperations: 32,
  frontier: 512,
  signatures: 16,
  signature: 8_192,
  slot: 4_096,
  /** A body with its tag: the largest bucket and 16 bytes. */
  body: 131_072 + 16,
  /** Entries of a list in a control operation. */
  controlList: 1_024,
  /** The original stamp of an imported operation, as text. */
  origin: 49_152,
  frame: 12_582_912,
  /** A segment is closed once it has reached this. */
  segment: 16_777_216,
  /** A segment beyond this is not read. */
  segmentRead: 67_108_864,
  deviceFile: 1_048_576,
  /** Of a draft, before it is sealed. */
  draft: 16_384,
} as const;

/** The bounds of Argon2id's parameters in a device file. */
export const passphraseLimits = argon2idLimits;

export const defaultCost = { memoryKib: 65_536, passes: 3, lanes: 1 } as const;

export const noBytes = new Uint8Array(0);
export const zeroHash = "0".repeat(64);
export const zeroId = "0".repeat(32);

export function isChainId(value: unknown): value is ChainId {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}
