// The device file of an open vault: what changes in it is written whole, and only then counts.
import { createKey, type SecretKey } from "@tocsin/crypto";
import {
  createDeviceFile,
  encodeDeviceFile,
  openDeviceFile,
  type OpenDeviceFile,
  wipeDeviceFile,
} from "./device-file.ts";
import { VaultError } from "./errors.ts";
import type { EpochKey } from "./operation.ts";
import type { CommitHash, PassphraseCost, VaultPorts } from "./types.ts";

export interface DeviceRecord {
  readonly current: OpenDeviceFile;
  renewProjection(): Promise<SecretKey<"projection">>;
  /** After an erasure was carried out: only these epochs are left, and the tables need a new key. */
  noteErasure(carried: string, epochs: readonly EpochKey[]): Promise<void>;
  changePassphrase(current: string, next: string, cost?: PassphraseCost): Promise<void>;
  /** The file with the end of the device's chain in it, as bytes; null where that stands there already. */
  encodeClosed(head: { readonly sequence: number; readonly hash: CommitHash } | null): Uint8Array | null;
  wipe(): void;
}

export function createDeviceRecord(ports: VaultPorts, opened: OpenDeviceFile): DeviceRecord {
  const { primitives, device } = ports;
  let file = opened;
  const put = async (next: OpenDeviceFile): Promise<void> => {
    await device.write(encodeDeviceFile(primitives, next));
    file = next;
  };
  const freshProjection = async (): Promise<SecretKey<"projection">> => {
    const { vault, projection: old } = file.secrets;
    const next = createKey("projection", primitives.random(32));
    await ports.beforeRenewal?.({ vault, old, next });
    return next;
  };
  return {
    get current() {
      return file;
    },
    async renewProjection() {
      const { projection: old } = file.secrets;
      const projection = await freshProjection();
      await put({ ...file, secrets: { ...file.secrets, projection } });
      old.wipe();
      return projection;
    },
    async noteErasure(carried, epochs) {
      const { projection: old } = file.secrets;
      const secrets = { ...file.secrets, carried, epochs, projection: await freshProjection() };
      await put({ ...file, secrets });
      old.wipe();
    },
    async changePassphrase(current, next, cost) {
      const bytes = await device.read();
      if (bytes === null)
        throw new VaultError("vault.missing", "Cannot change passphrase: the device file is not here");
      // Only whether the passphrase fits is asked: the vault goes on with the secrets that it has.
      wipeDeviceFile(await openDeviceFile(primitives, bytes, current));
      const { memoryKib, passes, lanes } = file.slot;
      const slot = { passphrase: next, cost: cost ?? { memoryKib, passes, lanes } };
      const old = file.key;
      await put(await createDeviceFile(primitives, file.secrets, slot));
      old.wipe();
    },
    encodeClosed(head) {
      const before = file.secrets.head;
      if (head === null || (before?.sequence === head.sequence && before.hash === head.hash)) return null;
      return encodeDeviceFile(primitives, { ...file, secrets: { ...file.secrets, head } });
    },
    wipe() {
      for (const key of [file.key, file.secrets.projection]) key.wipe();
    },
  };
}
