// What every adapter of the Primitives port must do: published vectors where there are short ones, and refusals.
import { encodeHex, encodeUtf8, parseHex } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import type { Argon2idInput, Primitives } from "../primitives.ts";
import { argon2idLimits } from "../stretching.ts";

const nothing = new Uint8Array(0);

export function acceptPrimitives(name: string, create: () => Primitives): void {
  describe(`primitives: ${name}`, () => {
    const primitives = create();
    acceptHashes(primitives);
    acceptCiphers(primitives);
    acceptKeys(primitives);
    acceptPasswords(primitives);
  });
}

function acceptHashes(primitives: Primitives): void {
  it("hashes as FIPS 180-4 does, in one go, in parts and streaming", () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(encodeHex(primitives.sha256(encodeUtf8("abc")))).toBe(abc);
    expect(encodeHex(primitives.sha256(encodeUtf8("a"), nothing, encodeUtf8("bc")))).toBe(abc);
    // However a value is cut, and beyond what an adapter may put together: one million times "a".
    const million = new Uint8Array(1_000_000).fill(0x61);
    for (const at of [0, 1, 16_384, 999_999])
      expect(encodeHex(primitives.sha256(million.subarray(0, at), million.subarray(at)))).toBe(
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
      );
    const hash = primitives.createSha256();
    hash.update(encodeUtf8("ab"));
    hash.update(encodeUtf8("c"));
    expect(encodeHex(hash.digest())).toBe(abc);
  });

  it("computes HMAC-SHA256 as RFC 4231, case 2", () => {
    const mac = primitives.hmacSha256(encodeUtf8("Jefe"), encodeUtf8("what do ya want for nothing?"));
    expect(encodeHex(mac)).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  });

  it("derives keys as RFC 5869, case 1", () => {
    const derived = primitives.hkdfSha256({
      key: new Uint8Array(22).fill(0x0b),
      salt: parseHex("000102030405060708090a0b0c"),
      info: parseHex("f0f1f2f3f4f5f6f7f8f9"),
      length: 42,
    });
    expect(encodeHex(derived)).toBe(
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
  });

  it("compares in constant time, unequal lengths included", () => {
    expect(primitives.isEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(primitives.isEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(primitives.isEqual(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });

  it("gives fresh random bytes of the length asked for", () => {
    expect(primitives.random(48)).toHaveLength(48);
    expect(primitives.random(16)).not.toEqual(primitives.random(16));
  });
}

function acceptCiphers(primitives: Primitives): void {
  const key = new Uint8Array(32);
  const nonce = new Uint8Array(12);

  it("seals AES-256-GCM as test case 14 of its specification", () => {
    const sealed = primitives.aes256Gcm.seal({ key, nonce, bytes: new Uint8Array(16) });
    expect(encodeHex(sealed)).toBe("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
  });

  it("seals ChaCha20-Poly1305 as RFC 8439, section 2.8.2", () => {
    const text =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    const sealed = primitives.chaCha20Poly1305.seal({
      key: Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index),
      nonce: parseHex("070000004041424344454647"),
      bytes: encodeUtf8(text),
      data: parseHex("50515253c0c1c2c3c4c5c6c7"),
    });
    expect(encodeHex(sealed.subarray(0, 16))).toBe("d31a8d34648e60db7b86afbc53ef7ec2");
    expect(encodeHex(sealed.subarray(-16))).toBe("1ae10b594f09e26a7e902ecbd0600691");
  });

  for (const cipher of ["aes256Gcm", "chaCha20Poly1305"] as const) {
    it(`opens with ${cipher} only what was sealed: no other key, nonce, data or bytes`, () => {
      const bytes = encodeUtf8("some plain words");
      const data = encodeUtf8("where they belong");
      const sealed = primitives[cipher].seal({ key, nonce, bytes, data });
      const into = new Uint8Array(40);
      primitives[cipher].seal({ key, nonce, bytes, data, into: into.subarray(4, 4 + sealed.length) });
      expect(into).toEqual(Uint8Array.from([0, 0, 0, 0, ...sealed, ...new Uint8Array(36 - sealed.length)]));
      const open = (change: object): Uint8Array | null =>
        primitives[cipher].open({ key, nonce, bytes: sealed, data, ...change });
      expect(open({})).toEqual(bytes);
      expect(open({ key: new Uint8Array(32).fill(1) })).toBeNull();
      expect(open({ nonce: new Uint8Array(12).fill(1) })).toBeNull();
      expect(open({ data: nothing })).toBeNull();
      expect(open({ bytes: sealed.subarray(1) })).toBeNull();
      expect(open({ bytes: sealed.subarray(0, 15) })).toBeNull();
      for (let at = 0; at < sealed.length; at += 1) {
        const altered = sealed.slice();
        altered[at] = (altered[at] ?? 0) ^ 1;
        expect(open({ bytes: altered })).toBeNull();
      }
    });
  }
}

function acceptKeys(primitives: Primitives): void {
  it("signs as RFC 8032, section 7.1, test 2, and refuses what is no signature", () => {
    const { ed25519 } = primitives;
    const secret = parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const publicKey = ed25519.publicKey(secret);
    expect(encodeHex(publicKey)).toBe("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const message = Uint8Array.of(0x72);
    const signature = ed25519.sign(secret, message);
    expect(encodeHex(signature.subarray(0, 16))).toBe("92a009a9f0d4cab8720e820b5f642540");
    expect(ed25519.verify(publicKey, message, signature)).toBe(true);
    expect(ed25519.verify(publicKey, Uint8Array.of(0x73), signature)).toBe(false);
    expect(ed25519.verify(publicKey, message, signature.subarray(1))).toBe(false);
    expect(ed25519.verify(publicKey.subarray(1), message, signature)).toBe(false);
    expect(ed25519.verify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
  });

  it("signs with what an array holds now, whatever it held before, and after keys were dropped", () => {
    const { ed25519 } = primitives;
    const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const message = encodeUtf8("a commit");
    const [one, two] = [first, second].map((secret) => ed25519.sign(secret, message));
    const array = first.slice();
    expect(ed25519.sign(array, message)).toEqual(one);
    array.set(second);
    expect(ed25519.sign(array, message)).toEqual(two);
    ed25519.forget?.();
    expect(ed25519.sign(array, message)).toEqual(two);
    const publicKey = ed25519.publicKey(first);
    expect(ed25519.verify(publicKey, message, one ?? nothing)).toBe(true);
    expect(ed25519.verify(publicKey, message, two ?? nothing)).toBe(false);
    publicKey.set(ed25519.publicKey(second));
    expect(ed25519.verify(publicKey, message, two ?? nothing)).toBe(true);
  });

  it("agrees as RFC 7748, section 6.1, and refuses a point of small order", () => {
    const { x25519 } = primitives;
    const bob = parseHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    expect(encodeHex(x25519.publicKey(bob))).toBe(
      "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
    );
    const alicePublic = parseHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    expect(encodeHex(x25519.agree(bob, alicePublic) ?? nothing)).toBe(
      "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
    );
    expect(x25519.agree(bob, new Uint8Array(32))).toBeNull();
    expect(x25519.agree(bob, new Uint8Array(31))).toBeNull();
  });

  it("encapsulates to an ML-KEM-768 key made from a seed, and refuses what is no key", () => {
    const { mlKem768 } = primitives;
    const seed = Uint8Array.from({ length: 64 }, (_, index) => index);
    const publicKey = mlKem768.publicKey(seed);
    expect(publicKey).toHaveLength(1184);
    const sent = mlKem768.encapsulate(publicKey);
    expect(sent?.cipherText).toHaveLength(1088);
    const cipherText = sent?.cipherText ?? nothing;
    expect(mlKem768.decapsulate(seed, cipherText)).toEqual(sent?.shared);
    expect(mlKem768.decapsulate(new Uint8Array(64), cipherText)).not.toEqual(sent?.shared);
    expect(mlKem768.decapsulate(seed, cipherText.subarray(1))).toBeNull();
    expect(mlKem768.encapsulate(publicKey.subarray(1))).toBeNull();
    expect(mlKem768.encapsulate(new Uint8Array(1184).fill(0xff))).toBeNull();
  });
}

function acceptPasswords(primitives: Primitives): void {
  it("stretches with scrypt as RFC 7914, section 12, case 1", () => {
    const input = { password: nothing, salt: nothing, cost: 16, blockSize: 1, lanes: 1, length: 64 };
    expect(encodeHex(primitives.scrypt(input)).slice(0, 32)).toBe("77d6576238657b203b19ca42c18a0497");
  });

  // Version 1.3 of the reference implementation's own tests.
  it.each([
    {
      passes: 2,
      memoryKib: 256,
      lanes: 1,
      key: "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    },
    {
      passes: 2,
      memoryKib: 256,
      lanes: 2,
      key: "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    },
  ])(
    "stretches with Argon2id as its reference does: $passes passes, $memoryKib KiB, $lanes lanes",
    async ({ key, ...cost }) => {
      const [password, salt] = [encodeUtf8("password"), encodeUtf8("somesalt")];
      const stretched = await primitives.argon2id({ password, salt, ...cost, length: 32 });
      expect(encodeHex(stretched)).toBe(key);
      // It belongs to the caller, who wipes it.
      expect(password).toEqual(encodeUtf8("password"));
    },
  );

  it("stretches with Argon2id differently for every parameter", async () => {
    const input = { password: encodeUtf8("correct horse"), salt: new Uint8Array(16).fill(2), ...least };
    const key = await primitives.argon2id(input);
    expect(key).toHaveLength(32);
    expect(await primitives.argon2id(input)).toEqual(key);
    expect(await primitives.argon2id({ ...input, passes: 2 })).not.toEqual(key);
    expect(await primitives.argon2id({ ...input, memoryKib: 64 })).not.toEqual(key);
    expect(await primitives.argon2id({ ...input, salt: new Uint8Array(16).fill(3) })).not.toEqual(key);
    expect(await primitives.argon2id({ ...input, password: encodeUtf8("correct house") })).not.toEqual(key);
  });

  const { memoryKib, passes, lanes } = argon2idLimits;
  it.each(
    Object.entries<Partial<Argon2idInput>>({
      "more memory than is allowed": { memoryKib: memoryKib + 1 },
      "less memory than 8 KiB": { memoryKib: 7 },
      "less memory than 8 KiB a lane": { memoryKib: 31, lanes: 4 },
      "memory that is no number": { memoryKib: Number.NaN },
      "memory without end": { memoryKib: Number.POSITIVE_INFINITY },
      "half a KiB": { memoryKib: 32.5 },
      "more passes than are allowed": { passes: passes + 1 },
      "no passes": { passes: 0 },
      "passes that are one in 32 bits": { passes: 2 ** 32 + 1 },
      "more lanes than are allowed": { memoryKib: 64, lanes: lanes + 1 },
      "no lanes": { lanes: 0 },
      "fewer lanes than none": { lanes: -1 },
      "a key of 1 GiB": { length: 2 ** 30 },
      "a key of 3 bytes": { length: 3 },
      "a salt of 7 bytes": { salt: new Uint8Array(7) },
    }),
  )("does not begin Argon2id with %s", async (_, hostile) => {
    const input = { password: encodeUtf8("p"), salt: new Uint8Array(16), ...least, ...hostile };
    await expect(primitives.argon2id(input)).rejects.toMatchObject({ code: "crypto.limit" });
  });
}

const least = { memoryKib: 32, passes: 3, lanes: 1, length: 32 };
