// The lock of an open vault: what it drops, and what it refuses afterwards.
import { isTocsinError } from "@tocsin/core";
import { VaultError } from "./errors.ts";

export interface Gate {
  lock(): void;
  isOpen(): boolean;
  /** Throws `vault.locked`. */
  checkOpen(): void;
  /** Runs what may meet the lock on its way; locks after bytes that may not be on the disk. */
  guarded<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** `drop` wipes keys and closes what is open; it can run more than once. */
export function createGate(drop: () => void): Gate {
  let isLocked = false;
  const lock = (): void => {
    isLocked = true;
    drop();
  };
  const checkOpen = (): void => {
    if (isLocked) throw new VaultError("vault.locked", "Cannot use vault: it is locked");
  };
  return {
    lock,
    isOpen: () => !isLocked,
    checkOpen,
    async guarded(work) {
      checkOpen();
      try {
        return await work();
      } catch (cause) {
        if (isTocsinError(cause) && cause.code === "vault.not-durable") lock();
        // Keys that were wiped under way are not what the caller must hear about.
        else checkOpen();
        throw cause;
      }
    },
  };
}
