import type { Hono } from "hono";
import { backUpProgram, checkBackup, nameOfPlace, restoreBackup, type BackupProgress } from "@tocsin/node";
import { optionalString, readBody, stringOf, type Body } from "../body.ts";
import type { Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle } from "../jobs.ts";

/** Copies of the vault in other places, and the way back: work that can be stopped, and goes on when it is begun again. */
export function copyRoutes(app: Hono, desk: Desk): void {
  app.post("/api/backup", async (context) => {
    const body = await readBody(context);
    const { open } = desk.vault;
    if (open === null) throw new DeskError("desk.no-vault", "Cannot back up: no vault is open");
    if (desk.jobs.all().some(({ kind, state }) => kind === "backup" && state === "running"))
      throw new DeskError("desk.busy", "Cannot back up: a backup is being made");
    const to = stringOf(body, "path");
    const given = optionalString(body, "label");
    const lang = optionalString(body, "lang") ?? desk.locale;
    const label = given === undefined ? { text: nameOfPlace(to), lang: "zxx" } : { text: given, lang };
    const quick = body["quick"] === true;
    const job = desk.jobs.start("backup", async (handle) => {
      const report = await backUpProgram(open, { to, label, quick, ...watch(handle) });
      desk.vault.touched();
      return report;
    });
    return context.json({ job });
  });

  app.post("/api/backup/check", async (context) => {
    const backup = stringOf(await readBody(context), "backup");
    const job = desk.jobs.start("check", (handle) => checkBackup({ backup, ...watch(handle) }));
    return context.json({ job });
  });

  app.post("/api/restore", async (context) => {
    const input = restoreOf(await readBody(context));
    const job = desk.jobs.start("restore", (handle) => restoreBackup({ ...input, ...watch(handle) }));
    return context.json({ job });
  });
}

function restoreOf(body: Body): {
  readonly backup: string;
  readonly folder: string;
  readonly partial: boolean;
} {
  const [backup, folder] = [stringOf(body, "backup"), stringOf(body, "folder")];
  return { backup, folder, partial: body["partial"] === true };
}

function watch({ signal, progress }: JobHandle): {
  readonly signal: AbortSignal;
  readonly onProgress: (state: BackupProgress) => void;
} {
  return { signal, onProgress: (state) => progress({ ...state, unit: "bytes" }) };
}
