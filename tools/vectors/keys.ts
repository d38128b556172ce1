// Ciphers and keys for the writer of test vectors (docs/formats/vault.md, sections 1, 6, 7, 8): node:crypto, and noble
// for what Node 20 lacks.
import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign as signWith,
  type KeyObject,
} from "node:crypto";
import { ml_kem768 as mlKem } from "@noble/post-quantum/ml-kem.js";
import { fromHex, join, label, sha256, type Json, type RandomBytes } from "./bytes.ts";

export interface SealedParts {
  readonly key: Uint8Array;
  readonly nonce?: Uint8Array;
  readonly plain: Uint8Array;
  readonly associated: Uint8Array;
}

export function seal({ key, nonce = Buffer.alloc(12), plain, associated }: SealedParts): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associated);
  return join(cipher.update(plain), cipher.final(), cipher.getAuthTag());
}

const pkcs8 = { ed25519: "302e020100300506032b657004220420", x25519: "302e020100300506032b656e04220420" };
const spki = { ed25519: "302a300506032b6570032100", x25519: "302a300506032b656e032100" };

const secretKey = (kind: "ed25519" | "x25519", secret: Uint8Array): KeyObject =>
  createPrivateKey({ key: join(fromHex(pkcs8[kind]), secret), format: "der", type: "pkcs8" });

function publicBytes(kind: "ed25519" | "x25519", secret: Uint8Array): Buffer {
  return createPublicKey(secretKey(kind, secret)).export({ format: "der", type: "spki" }).subarray(-32);
}

export interface Identity {
  readonly secrets: { readonly ed25519: Buffer; readonly x25519: Buffer; readonly mlKem768: Buffer };
  readonly ed25519: Buffer;
  readonly x25519: Buffer;
  readonly mlKem768: Buffer;
  readonly id: Buffer;
}

/** An identity of the secrets that section 9 names. */
function identityOf(secrets: Identity["secrets"]): Identity {
  const ed25519 = publicBytes("ed25519", secrets.ed25519);
  const x25519 = publicBytes("x25519", secrets.x25519);
  const mlKem768 = Buffer.from(mlKem.keygen(secrets.mlKem768).publicKey);
  const id = sha256(label("tocsin/device/1"), ed25519, x25519, mlKem768);
  return { secrets, ed25519, x25519, mlKem768, id };
}

export const drawIdentity = (random: RandomBytes): Identity =>
  identityOf({ ed25519: random(32), x25519: random(32), mlKem768: random(64) });

/** The identity of a recovery secret (section 8). */
export function recoveryIdentity(secret: Uint8Array): Identity {
  const derive = (name: string, length: number): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, "", join(label("tocsin/recovery/1"), Buffer.from(name)), length));
  return identityOf({
    ed25519: derive("ed25519", 32),
    x25519: derive("x25519", 32),
    mlKem768: derive("mlKem768", 64),
  });
}

export const publicKeysJson = ({ ed25519, x25519, mlKem768 }: Identity): Json => ({
  ed25519: ed25519.toString("base64url"),
  mlKem768: mlKem768.toString("base64url"),
  x25519: x25519.toString("base64url"),
});

export const sign = (identity: Identity, message: Uint8Array): Buffer =>
  signWith(null, message, secretKey("ed25519", identity.secrets.ed25519));

export interface Epoch {
  readonly id: Buffer;
  readonly number: number;
  readonly key: Buffer;
}

/** An epoch's key, wrapped for one recipient (section 7). */
export function wrapEpoch(epoch: Epoch, to: Identity, random: RandomBytes): Buffer {
  const ephemeral = random(32);
  const ephemeralPublic = publicBytes("x25519", ephemeral);
  const { cipherText, sharedSecret } = mlKem.encapsulate(to.mlKem768, random(32));
  const shared = diffieHellman({
    privateKey: secretKey("x25519", ephemeral),
    publicKey: createPublicKey({ key: join(fromHex(spki.x25519), to.x25519), format: "der", type: "spki" }),
  });
  const salt = sha256(label("tocsin/wrap/1"), ephemeralPublic, to.x25519, cipherText, to.mlKem768);
  const context = join(label("tocsin/epoch/1"), epoch.id);
  const info = join(label("tocsin/wrap/1"), context);
  const key = Buffer.from(hkdfSync("sha256", join(sharedSecret, shared), salt, info, 32));
  return join(ephemeralPublic, cipherText, seal({ key, plain: epoch.key, associated: context }));
}
