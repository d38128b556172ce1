// Writes device files for test vectors (docs/formats/vault.md, section 9), with costs so low that tests are quick.
import { argon2id } from "@noble/hashes/argon2.js";
import { canonical, join, label, sha256, type Json, type RandomBytes } from "./bytes.ts";
import { seal, type Epoch, type Identity } from "./keys.ts";

export interface DeviceFile {
  readonly vault: Buffer;
  readonly chain: Buffer;
  readonly identity: Identity;
  readonly epochs: readonly Epoch[];
  readonly head: { readonly hash: Buffer; readonly sequence: number } | null;
  readonly carried?: Buffer | undefined;
}

export interface PassphraseCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

const lowCost: PassphraseCost = { memoryKib: 8, passes: 1, lanes: 1 };
export const plainPassphrase = "six plain words for a vector";

function slotOf(key: Buffer, given: Required<PassphraseOptions>): Json {
  const { passphrase, cost, random } = given;
  const salt = random(16);
  const { memoryKib, passes, lanes } = cost;
  const under = argon2id(Buffer.from(passphrase.normalize("NFKC")), salt, {
    m: memoryKib,
    t: passes,
    p: lanes,
    dkLen: 32,
  });
  const costs = Buffer.from(`argon2id/${memoryKib}/${passes}/${lanes}/`);
  const associated = join(label("tocsin/device-slot/1"), costs, salt);
  return {
    kind: "passphrase",
    kdf: "argon2id",
    memoryKib,
    passes,
    lanes,
    salt: salt.toString("base64url"),
    sealed: seal({ key: under, plain: key, associated }).toString("base64url"),
  };
}

interface PassphraseOptions {
  readonly random: RandomBytes;
  readonly passphrase?: string;
  readonly cost?: PassphraseCost;
}

/** The device file as an object without its checksum, for those that vectors break. */
export function deviceFileOf(device: DeviceFile, options: PassphraseOptions): { readonly [name: string]: Json } {
  const { random, passphrase = plainPassphrase, cost = lowCost } = options;
  const key = random(32);
  const { secrets } = device.identity;
  const body = canonical({
    vault: device.vault.toString("hex"),
    name: "vector",
    chain: device.chain.toString("hex"),
    place: null,
    head:
      device.head === null
        ? null
        : { hash: device.head.hash.toString("hex"), sequence: device.head.sequence },
    ed25519: secrets.ed25519.toString("base64url"),
    x25519: secrets.x25519.toString("base64url"),
    mlKem768: secrets.mlKem768.toString("base64url"),
    projection: random(32).toString("base64url"),
    carried: device.carried?.toString("hex") ?? null,
    epochs: device.epochs.map(({ id, key: epochKey }) => ({
      id: id.toString("hex"),
      key: epochKey.toString("base64url"),
    })),
  });
  const nonce = random(12);
  const sealed = seal({ key, nonce, plain: Buffer.from(body), associated: label("tocsin/device-body/1") });
  return {
    format: "tocsin-device",
    version: 1,
    slots: [slotOf(key, { random, passphrase, cost })],
    body: join(nonce, sealed).toString("base64url"),
  };
}

export function withChecksum(file: { readonly [name: string]: Json }): Buffer {
  return Buffer.from(canonical({ ...file, checksum: sha256(Buffer.from(canonical(file))).toString("hex") }));
}
