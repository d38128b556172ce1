import { createHash } from "node:crypto";
import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { addEvidence } from "./evidence.ts";
import { createSmallWorkspace } from "./small-workspace.fake.ts";
import { isWhole, verifyVault, type VaultReport } from "./verify-vault.ts";
import type { Workspace } from "./workspace.ts";

function verify({ vault }: Workspace): Promise<VaultReport> {
  return verifyVault(vault, { createDigest: () => createHash("sha256"), pause: () => Promise.resolve() });
}

async function addOne(workspace: Workspace, text: string): Promise<void> {
  const source = {
    mediaType: "text/plain",
    original: null,
    stream: async function* () {
      yield encodeUtf8(text);
    },
    listing: () => null,
  };
  await addEvidence(workspace, source, { about: { title: { text: "exhibit", lang: "en" } } });
}

describe("verifying a vault", () => {
  it("finds everything whole where nothing was touched", async () => {
    const { workspace } = await createSmallWorkspace();
    await addOne(workspace, "first");
    await addOne(workspace, "second");
    const report = await verify(workspace);
    expect(isWhole(report)).toBe(true);
    expect(report.files.map(({ state }) => state)).toEqual(["intact", "intact"]);
    expect(report.orphans).toEqual([]);
  });

  it("tells a sealed file that was altered from one that is gone, and names what nobody names", async () => {
    const { workspace, stores } = await createSmallWorkspace();
    await addOne(workspace, "first");
    await addOne(workspace, "second");
    const [one = "", two = ""] = [...stores.files().keys()].filter((path) => path.startsWith("evidence/"));
    const bytes = stores.files().get(one)?.slice() ?? new Uint8Array(0);
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    stores.replace(one, bytes);
    stores.remove(two);
    stores.replace(`evidence/${"0".repeat(32)}.age`, bytes);
    const report = await verify(workspace);
    expect(isWhole(report)).toBe(false);
    expect(report.files.map(({ state }) => state).sort()).toEqual(["altered", "missing"]);
    expect(report.orphans).toEqual(["0".repeat(32)]);
  });

  it("reads the log from the disk again, and finds what was changed since the vault was opened", async () => {
    const { workspace, stores } = await createSmallWorkspace();
    await addOne(workspace, "first");
    const path = [...stores.files().keys()].find((each) => each.endsWith(".seg")) ?? "";
    const bytes = stores.files().get(path)?.slice() ?? new Uint8Array(0);
    bytes[bytes.length - 200] = (bytes.at(-200) ?? 0) ^ 1;
    stores.replace(path, bytes);
    const report = await verify(workspace);
    expect(isWhole(report)).toBe(false);
    expect(report.log.isCurrent && report.log.problems.length === 0).toBe(false);
  });
});
