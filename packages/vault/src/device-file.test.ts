import { createKey, type Primitives } from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import {
  createDeviceFile,
  type DeviceSecrets,
  encodeDeviceFile,
  openDeviceFile,
  wipeDeviceFile,
} from "./device-file.ts";
import { codeOf, passphrase } from "./small-vault.fake.ts";
import type { ChainId, PassphraseCost, VaultId } from "./types.ts";

const cost = { memoryKib: 8, passes: 1, lanes: 1 };

interface Watched {
  readonly primitives: Primitives;
  /** The very arrays that Argon2id was given. */
  readonly passwords: readonly Uint8Array[];
}

function watch(argon2id: Primitives["argon2id"] = createFakePrimitives().argon2id): Watched {
  const passwords: Uint8Array[] = [];
  const watched: Primitives["argon2id"] = (input) => {
    passwords.push(input.password);
    return argon2id(input);
  };
  return { primitives: { ...createFakePrimitives("device file"), argon2id: watched }, passwords };
}

function secretsFor({ random }: Primitives): DeviceSecrets {
  return {
    vault: "01".repeat(32) as VaultId,
    name: "laptop",
    chain: "02".repeat(16) as ChainId,
    ed25519: createKey("ed25519", random(32)),
    x25519: createKey("x25519", random(32)),
    mlKem768: createKey("ml-kem-768", random(64), 64),
    projection: createKey("projection", random(32)),
    place: null,
    head: null,
    carried: null,
    epochs: [],
  };
}

const create = (primitives: Primitives, asked: PassphraseCost = cost) =>
  createDeviceFile(primitives, secretsFor(primitives), { passphrase, cost: asked });

describe("the bytes of a passphrase", () => {
  it("are overwritten once the file is made, opened, or refused", async () => {
    const { primitives, passwords } = watch();
    const bytes = encodeDeviceFile(primitives, await create(primitives));
    await openDeviceFile(primitives, bytes, passphrase);
    expect(await codeOf(() => openDeviceFile(primitives, bytes, "another"))).toBe("vault.wrong-passphrase");
    expect(passwords.map(({ length }) => length)).toEqual([passphrase.length, passphrase.length, 7]);
    for (const password of passwords) expect(password.every((byte) => byte === 0)).toBe(true);
  });

  it("are overwritten where Argon2id broke off, and its error is what the caller gets", async () => {
    const { primitives, passwords } = watch(() => Promise.reject(new RangeError("no memory")));
    await expect(create(primitives)).rejects.toThrow("no memory");
    expect(passwords.map((password) => password.every((byte) => byte === 0))).toEqual([true]);
  });
});

describe("a device file that nobody goes on with", () => {
  it("holds no secret any more, epochs and all", async () => {
    const { primitives } = watch();
    const epoch = { id: "03".repeat(16), key: createKey("epoch", primitives.random(32)) };
    const made = await create(primitives);
    const bytes = encodeDeviceFile(primitives, { ...made, secrets: { ...made.secrets, epochs: [epoch] } });
    const opened = await openDeviceFile(primitives, bytes, passphrase);
    const { ed25519, x25519, mlKem768, projection, epochs } = opened.secrets;
    const keys = [opened.key, ed25519, x25519, mlKem768, projection, ...epochs.map(({ key }) => key)];
    expect(keys).toHaveLength(6);
    const exposed = keys.map((key) => key.expose());
    expect(exposed.some((each) => each.every((byte) => byte === 0))).toBe(false);
    wipeDeviceFile(opened);
    expect(exposed.every((each) => each.every((byte) => byte === 0))).toBe(true);
    // What it was made from is another copy.
    expect(made.secrets.ed25519.expose().some((byte) => byte !== 0)).toBe(true);
  });
});

describe("a device file that asks for too much", () => {
  it.each([
    { memoryKib: 1_048_577, passes: 1, lanes: 1 },
    { memoryKib: 8, passes: 17, lanes: 1 },
    { memoryKib: 64, passes: 1, lanes: 5 },
    { memoryKib: 15, passes: 1, lanes: 2 },
    { memoryKib: 2 ** 40, passes: 2 ** 40, lanes: 2 ** 20 },
  ])("of Argon2id is refused before that is begun: %j", async (hostile) => {
    const { primitives, passwords } = watch();
    expect(await codeOf(() => create(primitives, hostile))).toBe("vault.limit");
    expect(passwords).toEqual([]);
    const file = await create(primitives);
    const bytes = encodeDeviceFile(primitives, { ...file, slot: { ...file.slot, ...hostile } });
    expect(await codeOf(() => openDeviceFile(primitives, bytes, passphrase))).toBe("vault.limit");
    expect(passwords).toHaveLength(1);
  });
});
