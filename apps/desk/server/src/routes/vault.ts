import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Hono } from "hono";
import { readBody, stringOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { verifyEverything } from "../verify-everything.ts";

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
      problems: vault.problems().slice(0, mostProblems),
    });
  });

  app.post("/api/vault/verify", (context) => {
    const workspace = workspaceOf(desk);
    const job = desk.jobs.start("verify-vault", async (handle) => {
      const report = await verifyEverything(workspace, handle);
      desk.vault.touched();
      const { problems } = report.log;
      return {
        ...report,
        log: { ...report.log, problems: problems.slice(0, mostProblems) },
        moreProblems: Math.max(0, problems.length - mostProblems),
      };
    });
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

const mostProblems = 500;

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
