// Writes a sealed evidence file for test vectors: age-encryption.org/v1 with one scrypt stanza of work factor 1
// (docs/formats/vault.md, section 13).
import { createCipheriv, createHmac, hkdfSync, scryptSync } from "node:crypto";
import { join, uint, type RandomBytes } from "./bytes.ts";

const chunkLength = 65_536;

function sealChunk(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  return join(cipher.update(plain), cipher.final(), cipher.getAuthTag());
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=*$/, "");
const derive = (key: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, 32));

export function sealAge(plain: Buffer, passphrase: string, random: RandomBytes): Buffer {
  const fileKey = random(16);
  const salt = random(16);
  const fullSalt = join(Buffer.from("age-encryption.org/v1/scrypt"), salt);
  const wrapping = scryptSync(passphrase, fullSalt, 32, { N: 2, r: 8, p: 1 });
  const stanza = unpadded(sealChunk(wrapping, Buffer.alloc(12), fileKey));
  const head = `age-encryption.org/v1\n-> scrypt ${unpadded(salt)} 1\n${stanza}\n---`;
  const mac = createHmac("sha256", derive(fileKey, Buffer.alloc(0), "header")).update(head).digest();
  const nonce = random(16);
  const key = derive(fileKey, nonce, "payload");
  const count = Math.max(1, Math.ceil(plain.length / chunkLength));
  const chunks = Array.from({ length: count }, (_, at) => {
    const chunk = plain.subarray(at * chunkLength, (at + 1) * chunkLength);
    return sealChunk(key, join(uint(0, 3), uint(at, 8), uint(at === count - 1 ? 1 : 0, 1)), chunk);
  });
  return join(Buffer.from(`${head} ${unpadded(mac)}\n`), nonce, ...chunks);
}
