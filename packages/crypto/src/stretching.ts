// What Argon2id (RFC 9106) may be asked for: every adapter holds its input against these bounds before it takes memory.
import { CryptoError } from "./errors.ts";
import type { Argon2idCost, Argon2idInput } from "./primitives.ts";

/** The most of each; the least is 8 KiB of memory a lane, one pass and one lane. */
export const argon2idLimits = { memoryKib: 1_048_576, passes: 16, lanes: 4 } as const;

/** Bytes. RFC 9106, section 3.1, takes tags of any length from 4 on, and recommends salts of 16. */
const lengths = { leastSalt: 8, leastKey: 4, mostKey: 64 } as const;

export function isBearableCost({ memoryKib, passes, lanes }: Argon2idCost): boolean {
  return (
    isWithin(lanes, 1, argon2idLimits.lanes) &&
    isWithin(memoryKib, 8 * lanes, argon2idLimits.memoryKib) &&
    isWithin(passes, 1, argon2idLimits.passes)
  );
}

/** Throws `crypto.limit` for what no adapter may begin with. */
export function checkArgon2id(input: Argon2idInput): void {
  const hasLengths =
    input.salt.length >= lengths.leastSalt && isWithin(input.length, lengths.leastKey, lengths.mostKey);
  if (!hasLengths || !isBearableCost(input))
    throw new CryptoError("crypto.limit", "Cannot stretch passphrase: its cost is out of bounds");
}

/** For adapters: `crypto.stretching-failed`. */
export function stretchingFailed(cause: unknown): CryptoError {
  return new CryptoError("crypto.stretching-failed", "Cannot stretch passphrase: it broke off", { cause });
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
