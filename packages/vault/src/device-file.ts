// The file of a device's secrets: slots that hold the device key under a passphrase, a body sealed under that key, and
// a checksum that tells damage from a wrong passphrase (docs/formats/vault.md, section 9).
import {
  encodeBase64Url,
  encodeCanonical,
  encodeHex,
  encodeUtf8,
  isJsonObject,
  isTocsinError,
  type Json,
  type JsonObject,
  parseBase64Url,
  parseCanonical,
} from "@tocsin/core";
import {
  createKey,
  isBearableCost,
  labelled,
  openOnce,
  openWithNonce,
  type Primitives,
  sealOnce,
  sealWithNonce,
  type SecretKey,
} from "@tocsin/crypto";
import { VaultError } from "./errors.ts";
import { isChainId, labels, limits } from "./format.ts";
import type { EpochKey } from "./operation.ts";
import type { ChainId, CommitHash, PassphraseCost, VaultId } from "./types.ts";

export interface DeviceSecrets {
  readonly vault: VaultId;
  readonly name: string;
  /** The chain that this device writes now. */
  readonly chain: ChainId;
  readonly ed25519: SecretKey<"ed25519">;
  readonly x25519: SecretKey<"x25519">;
  readonly mlKem768: SecretKey<"ml-kem-768">;
  readonly projection: SecretKey<"projection">;
  /** What the platform recognises the folder by; null where it says nothing. */
  readonly place: string | null;
  /** End of the device's chain when it was last closed. */
  readonly head: { readonly sequence: number; readonly hash: CommitHash } | null;
  /** Epoch of the last erasure that was carried out here. */
  readonly carried: string | null;
  /** Keys of all epochs that this device could open; the log's wraps say the same, unless it is damaged. */
  readonly epochs: readonly EpochKey[];
}

/** Argon2id takes no fewer bytes (RFC 9106, section 3.1). */
const leastSalt = 8;

interface PassphraseSlot extends PassphraseCost {
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

/** An opened device file. Its body can be written again without the passphrase. */
export interface OpenDeviceFile {
  readonly key: SecretKey<"device">;
  readonly slot: PassphraseSlot;
  readonly secrets: DeviceSecrets;
}

/** Under a fresh device key: a file that was there before opens with its own passphrase only, and says nothing new. */
export async function createDeviceFile(
  primitives: Primitives,
  secrets: DeviceSecrets,
  slot: { readonly passphrase: string; readonly cost: PassphraseCost },
): Promise<OpenDeviceFile> {
  const key = createKey("device", primitives.random(32));
  const { memoryKib, passes, lanes } = slot.cost;
  if (!isBearableCost(slot.cost))
    throw new VaultError("vault.limit", "Cannot create device file: cost out of bounds");
  const salt = primitives.random(16);
  const cost = { memoryKib, passes, lanes, salt };
  const wrapping = await stretch(primitives, slot.passphrase, cost);
  const sealed = sealOnce(primitives, { key: wrapping, bytes: key.expose(), context: slotContext(cost) });
  wrapping.wipe();
  return { key, slot: { ...cost, sealed }, secrets };
}

export function encodeDeviceFile(primitives: Primitives, file: OpenDeviceFile): Uint8Array {
  const bytes = encodeCanonical(secretsToJson(file.secrets));
  const context = labelled(labels.deviceBody);
  const body = sealWithNonce(primitives, { key: file.key, bytes, context });
  bytes.fill(0);
  const { memoryKib, passes, lanes, salt, sealed } = file.slot;
  const slot = { kind: "passphrase", kdf: "argon2id", memoryKib, passes, lanes };
  const slots = [{ ...slot, salt: encodeBase64Url(salt), sealed: encodeBase64Url(sealed) }];
  const value = { format: "tocsin-device", version: 1, slots, body: encodeBase64Url(body) };
  return encodeCanonical({ ...value, checksum: checksumOf(primitives, value) });
}

/** Throws `vault.damaged`, `vault.unsupported` or `vault.wrong-passphrase`. */
export async function openDeviceFile(
  primitives: Primitives,
  bytes: Uint8Array,
  passphrase: string,
): Promise<OpenDeviceFile> {
  const { slot, body } = parseDeviceFile(primitives, bytes);
  const wrapping = await stretch(primitives, passphrase, slot);
  const opened = openOnce(primitives, { key: wrapping, bytes: slot.sealed, context: slotContext(slot) });
  wrapping.wipe();
  if (opened === null)
    throw new VaultError("vault.wrong-passphrase", "Cannot open vault: the passphrase does not fit");
  const key = createKey("device", opened);
  const plain = openWithNonce(primitives, { key, bytes: body, context: labelled(labels.deviceBody) });
  if (plain === null) throw damagedFile("its body does not open");
  const secrets = orDamaged(() => jsonToSecrets(parseCanonical(plain)));
  plain.fill(0);
  return { key, slot, secrets };
}

/** Overwrites every secret of a file that nobody goes on with. */
export function wipeDeviceFile({ key, secrets }: OpenDeviceFile): void {
  const { ed25519, x25519, mlKem768, projection, epochs } = secrets;
  const ofEpochs = epochs.map((epoch) => epoch.key);
  for (const secret of [key, ed25519, x25519, mlKem768, projection, ...ofEpochs]) secret.wipe();
}

/** What a file of the right checksum holds can still be of another form. */
function orDamaged<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (isTocsinError(cause) && !(cause instanceof VaultError))
      throw damagedFile("its parts are not of their form");
    throw cause;
  }
}

function parseDeviceFile(
  primitives: Primitives,
  bytes: Uint8Array,
): { readonly slot: PassphraseSlot; readonly body: Uint8Array } {
  if (bytes.length > limits.deviceFile) throw damagedFile("too large");
  const value = parseOrDamaged(bytes);
  const { checksum, ...rest } = value;
  if (rest["format"] !== "tocsin-device" || checksum !== checksumOf(primitives, rest))
    throw damagedFile("its checksum does not fit");
  if (rest["version"] !== 1)
    throw new VaultError(
      "vault.unsupported",
      "Cannot open vault: device file of another version, expected 1",
    );
  const slots = Array.isArray(rest["slots"]) ? rest["slots"] : [];
  const slot = slots.find((entry: Json) => isJsonObject(entry) && entry["kind"] === "passphrase");
  if (!isJsonObject(slot) || slot["kdf"] !== "argon2id")
    throw new VaultError(
      "vault.unsupported",
      "Cannot open vault: device file has no slot that is known here",
    );
  return orDamaged(() => ({ slot: toSlot(slot), body: toBytes(rest["body"]) }));
}

function parseOrDamaged(bytes: Uint8Array): JsonObject {
  try {
    const value = parseCanonical(bytes);
    if (isJsonObject(value)) return value;
  } catch (cause) {
    if (!isTocsinError(cause)) throw cause;
  }
  throw damagedFile("not of its form");
}

function toSlot(value: JsonObject): PassphraseSlot {
  const [memoryKib, passes, lanes] = [value["memoryKib"], value["passes"], value["lanes"]];
  if (typeof memoryKib !== "number" || typeof passes !== "number" || typeof lanes !== "number")
    throw damagedFile("its cost is not of its form");
  if (!isBearableCost({ memoryKib, passes, lanes }))
    throw new VaultError("vault.limit", "Cannot open vault: device file asks for a cost out of bounds");
  const salt = toBytes(value["salt"]);
  if (salt.length < leastSalt) throw damagedFile("its salt is too short");
  return { memoryKib, passes, lanes, salt, sealed: toBytes(value["sealed"]) };
}

type Stretching = PassphraseCost & { readonly salt: Uint8Array };

async function stretch(
  primitives: Primitives,
  passphrase: string,
  { memoryKib, passes, lanes, salt }: Stretching,
): Promise<SecretKey<"passphrase">> {
  // The same characters typed on another keyboard must give the same bytes.
  const password = encodeUtf8(passphrase.normalize("NFKC"));
  if (password.length === 0)
    throw new VaultError("vault.wrong-passphrase", "Cannot use passphrase: it is empty");
  try {
    const bytes = await primitives.argon2id({ password, salt, memoryKib, passes, lanes, length: 32 });
    return createKey("passphrase", bytes);
  } finally {
    password.fill(0);
  }
}

function slotContext({ memoryKib, passes, lanes, salt }: Stretching): Uint8Array {
  return labelled(labels.deviceSlot, encodeUtf8(`argon2id/${memoryKib}/${passes}/${lanes}/`), salt);
}

function checksumOf(primitives: Primitives, value: JsonObject): string {
  return encodeHex(primitives.sha256(encodeCanonical(value)));
}

function secretsToJson(secrets: DeviceSecrets): JsonObject {
  const { vault, name, chain, place, head, carried, ed25519, x25519, mlKem768, projection } = secrets;
  const toText = (key: SecretKey): string => encodeBase64Url(key.expose());
  return {
    vault,
    name,
    chain,
    place,
    head,
    carried,
    ed25519: toText(ed25519),
    x25519: toText(x25519),
    mlKem768: toText(mlKem768),
    projection: toText(projection),
    epochs: secrets.epochs.map(({ id, key }) => ({ id, key: toText(key) })),
  };
}

function jsonToSecrets(value: Json): DeviceSecrets {
  if (!isJsonObject(value)) throw damagedFile("its secrets are not of their form");
  const { vault, name, chain, epochs, place, carried } = value;
  if (typeof vault !== "string" || typeof name !== "string" || !isChainId(chain) || !Array.isArray(epochs))
    throw damagedFile("its secrets are not of their form");
  return {
    vault: vault as VaultId,
    name,
    chain,
    place: typeof place === "string" ? place : null,
    head: toHead(value["head"]),
    carried: isChainId(carried) ? carried : null,
    ed25519: createKey("ed25519", toBytes(value["ed25519"])),
    x25519: createKey("x25519", toBytes(value["x25519"])),
    mlKem768: createKey("ml-kem-768", toBytes(value["mlKem768"]), 64),
    projection: createKey("projection", toBytes(value["projection"])),
    epochs: epochs.map((entry: Json) => {
      if (!isJsonObject(entry) || !isChainId(entry["id"])) throw damagedFile("an epoch is not of its form");
      return { id: entry["id"], key: createKey("epoch", toBytes(entry["key"])) };
    }),
  };
}

function toHead(value: Json | undefined): DeviceSecrets["head"] {
  if (!isJsonObject(value)) return null;
  const { sequence, hash } = value;
  return typeof sequence === "number" && typeof hash === "string"
    ? { sequence, hash: hash as CommitHash }
    : null;
}

function toBytes(value: Json | undefined): Uint8Array {
  if (typeof value !== "string") throw damagedFile("bytes are not text");
  return parseBase64Url(value);
}

function damagedFile(state: string): VaultError {
  return new VaultError("vault.damaged", `Cannot open vault: device file is damaged: ${state}`);
}
