// Begins an epoch: a fresh key, and the operations that give it to every device in force and to the recovery identity.
import { encodeHex } from "@tocsin/core";
import { createKey, type Primitives, wrapKey } from "@tocsin/crypto";
import type { KnownControl } from "./control.ts";
import { epochContext } from "./keyring.ts";
import type { Member } from "./members.ts";
import type { EpochKey } from "./operation.ts";

export interface BegunEpoch {
  readonly epoch: EpochKey;
  /** Wraps stand apart from the epoch that they belong to: to destroy its key, only they are dropped. */
  readonly controls: readonly KnownControl[];
}

export function beginEpoch(
  primitives: Primitives,
  number: number,
  recipients: readonly Member[],
): BegunEpoch {
  const epoch = { id: encodeHex(primitives.random(16)), key: createKey("epoch", primitives.random(32)) };
  const context = epochContext(epoch.id);
  const wraps = recipients.map(({ id, keys }) => ({
    to: id,
    wrap: wrapKey(primitives, { key: epoch.key, to: keys.wrapping, context }),
  }));
  const ids = recipients.map(({ id }) => id).sort();
  return {
    epoch,
    controls: [
      { type: "epoch", id: epoch.id, number, recipients: ids },
      { type: "wraps", epoch: epoch.id, wraps },
    ],
  };
}
