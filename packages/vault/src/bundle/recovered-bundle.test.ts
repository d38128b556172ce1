// Bundles of a vault whose device was replaced: the recovery identity admits the new one and removes the old one.
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createRecoverySecret } from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { describe, expect, it } from "vitest";
import { createVault } from "../create-vault.ts";
import { copyMemoryStores, createMemoryStores } from "../memory-stores.fake.ts";
import { recoverVault } from "../recover-vault.ts";
import { passphrase, portsOver, type SmallVault } from "../small-vault.fake.ts";
import { bundlePaths } from "./bundle-format.ts";
import { type BundleFolder, bundleOf, sourceOf } from "./small-bundle.fake.ts";
import { verifyBundle } from "./verify-bundle.ts";

const cost = { memoryKib: 8, passes: 1, lanes: 1 };
const primitives = createFakePrimitives("verifier");
const sheet = () => createRecoverySecret(createFakePrimitives("sheet"));

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function linesIn(files: BundleFolder, path: string): readonly string[] {
  return parseUtf8(files.get(path) ?? new Uint8Array(0))
    .split("\n")
    .slice(0, -1);
}

async function recovered(): Promise<{ readonly old: SmallVault; readonly now: SmallVault }> {
  const stores = createMemoryStores();
  const oldPorts = portsOver(stores, "old");
  const first = await createVault(oldPorts, { passphrase, deviceName: "old", cost, recovery: sheet() });
  await first.commit([encodeUtf8("before")]);
  const left = copyMemoryStores(stores);
  const ports = portsOver(left, "new");
  const vault = await recoverVault(ports, { recovery: sheet(), passphrase: "new", deviceName: "new", cost });
  return { old: { vault: first, stores, ports: oldPorts }, now: { vault, stores: left, ports } };
}

async function bundleWith(small: SmallVault, text: string): Promise<BundleFolder> {
  const evidence = await small.vault.addEvidence(once(encodeUtf8(text)));
  const naming = await small.vault.commit([encodeUtf8(JSON.stringify(sortedInfo(evidence)))]);
  return bundleOf(small, { acts: [naming], evidence });
}

function sortedInfo<Info extends object>(info: Info): Record<string, unknown> {
  return Object.fromEntries(Object.entries(info).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("a bundle of a recovered vault", () => {
  it("holds: the new device was admitted by the recovery identity that the first commit names", async () => {
    const { now } = await recovered();
    const report = await verifyBundle(primitives, sourceOf(await bundleWith(now, "after")));
    expect(report.failures).toEqual([]);
    expect(report.devices).toContain(now.vault.device.id);
    expect(report.proved).toHaveLength(6);
  });

  it("does not count what the removed device wrote behind its last commit that counts", async () => {
    const { old, now } = await recovered();
    const late = await bundleWith(old, "written on the lost device");
    const files = await bundleWith(now, "after");
    for (const path of [bundlePaths.commits, bundlePaths.operations]) {
      const own = linesIn(files, path);
      const more = linesIn(late, path).filter((line) => !own.includes(line));
      files.set(path, encodeUtf8([...own, ...more].map((line) => `${line}\n`).join("")));
    }
    const report = await verifyBundle(primitives, sourceOf(files));
    const lost = report.commits.filter(
      ({ device, sequence }) => device === old.vault.device.id && sequence > 2,
    );
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ holds }) => !holds)).toBe(true);
    expect(report.failures.map(({ kind }) => kind)).toContain("after-removal");
  });

  it("does not hold without the admission, or with one that the recovery identity did not sign", async () => {
    const { now } = await recovered();
    const files = await bundleWith(now, "after");
    const without = linesIn(files, bundlePaths.operations).filter((line) => !line.includes('"type":"admit"'));
    const bare = new Map(files).set(
      bundlePaths.operations,
      encodeUtf8(without.map((line) => `${line}\n`).join("")),
    );
    const kinds = (await verifyBundle(primitives, sourceOf(bare))).failures.map(({ kind }) => kind);
    expect(kinds).toContain("unknown-device");
    const commits = linesIn(files, bundlePaths.commits).map((line) => line.replace('"kind":2', '"kind":3'));
    const unsigned = new Map(files).set(
      bundlePaths.commits,
      encodeUtf8(commits.map((line) => `${line}\n`).join("")),
    );
    const others = (await verifyBundle(primitives, sourceOf(unsigned))).failures.map(({ kind }) => kind);
    expect(others).toContain("unknown-device");
  });
});
