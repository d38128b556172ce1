import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Hono } from "hono";
import { isJsonObject, type RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { isWhole, verifyVault, type Workspace } from "@tocsin/workspace";
import { readBody, stringOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import type { JobHandle } from "../jobs.ts";

/** The vault itself: what it is, whether it is whole, its passphrase. */
export function vaultRoutes(app: Hono, desk: Desk): void {
  app.get("/api/vault/facts", async (context) => {
    const { vault } = workspaceOf(desk);
    return context.json({
      id: vault.id,
      folder: desk.vault.folder,
      device: vault.device.name,
      newChain: vault.device.newChain,
      hasRecovery: vault.hasRecovery(),
      bytes: await bytesIn(desk.vault.folder ?? ""),
      ...vault.counts(),
      problems: vault.problems().slice(0, mostListed),
    });
  });

  app.post("/api/vault/verify", (context) => {
    const workspace = workspaceOf(desk);
    const job = desk.jobs.start("verify-vault", (handle) => verify(workspace, handle));
    return context.json({ job });
  });

  app.post("/api/vault/passphrase", async (context) => {
    const body = await readBody(context);
    const cost = desk.options.program?.cost;
    await workspaceOf(desk).vault.changePassphrase(
      stringOf(body, "current"),
      stringOf(body, "next"),
      ...(cost === undefined ? [] : [cost]),
    );
    return context.json({});
  });
}

const mostListed = 500;

/** What is whole is counted; what is not is listed by its place, up to a bound. */
async function verify(workspace: Workspace, { signal, progress }: JobHandle): Promise<unknown> {
  const { log, files, orphans } = await verifyVault(workspace.vault, {
    createDigest: () => createHash("sha256"),
    pause,
    signal,
    onProgress: ({ part, done, total }) =>
      progress({ done, total, unit: part === "log" ? "steps" : "bytes", at: `desk.verify.${part}` }),
  });
  const broken = files.filter(({ state }) => state !== "intact");
  const labels = await Promise.all(
    broken
      .slice(0, mostListed)
      .map(async (file) => ({ ...file, title: await titleOf(workspace, file.record) })),
  );
  return {
    isWhole: isWhole({ log, files }),
    log: { ...log, problems: log.problems.slice(0, mostListed) },
    files: { intact: files.length - broken.length, broken: labels },
    orphans: orphans.length,
    more: Math.max(0, log.problems.length - mostListed) + Math.max(0, broken.length - mostListed),
  };
}

/** Empty where the record itself is out of reach. */
async function titleOf({ view }: Workspace, record: RecordId): Promise<string> {
  const state = await view.read(record);
  const title = state && valuesOf(state)["title"];
  return title !== undefined && isJsonObject(title) && typeof title["text"] === "string" ? title["text"] : "";
}

/** Lets other requests in while long work goes on. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Of all files of the folder; one that goes away meanwhile counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        stat(join(parentPath, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
