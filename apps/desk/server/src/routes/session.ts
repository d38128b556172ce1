import { homedir } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Workspace } from "@tocsin/workspace";
import type { Hono } from "hono";
import { directionOf, loadCatalogues, localeName, shippedLocales, wholeLocales } from "@tocsin/language";
import { readBody, stringOf } from "../body.ts";
import type { Desk } from "../desk.ts";
import type { DeskVault } from "../desk-vault.ts";
import { ownTermsOf, wordsWithOwn } from "../own-terms.ts";
import { changeSettings, takeSettings } from "../settings.ts";

export function sessionRoutes(app: Hono, desk: Desk): void {
  app.get("/api/session", async (context) => context.json(await sessionOf(desk)));

  app.get("/api/words/:locale", async (context) =>
    context.json(wordsWithOwn(await loadCatalogues(context.req.param("locale")), await ownTermsOf(desk))),
  );

  app.post("/api/locale", async (context) => {
    const locale = stringOf(await readBody(context), "locale");
    if (shippedLocales.includes(locale)) await changeSettings(desk, { language: locale });
    return context.json(await sessionOf(desk));
  });

  app.post("/api/settings", async (context) => {
    await changeSettings(desk, await readBody(context));
    return context.json(await sessionOf(desk));
  });

  app.post("/api/vault/create", async (context) => {
    const body = await readBody(context);
    const device = { passphrase: stringOf(body, "passphrase"), deviceName: stringOf(body, "deviceName") };
    const { words, svg } = await desk.vault.create(stringOf(body, "path"), device);
    return context.json({ session: await sessionOf(desk), sheet: { words, svg } });
  });

  app.post("/api/vault/recover", async (context) => {
    const body = await readBody(context);
    const device = { passphrase: stringOf(body, "passphrase"), deviceName: stringOf(body, "deviceName") };
    await begun(desk, desk.vault.recover(stringOf(body, "path"), stringOf(body, "sheet"), device));
    return context.json(await sessionOf(desk));
  });

  app.post("/api/vault/open", async (context) => {
    const body = await readBody(context);
    await begun(desk, desk.vault.openFolder(stringOf(body, "path"), stringOf(body, "passphrase")));
    return context.json(await sessionOf(desk));
  });

  app.post("/api/vault/unlock", async (context) => {
    await begun(desk, desk.vault.unlock(stringOf(await readBody(context), "passphrase")));
    return context.json(await sessionOf(desk));
  });

  app.delete("/api/vault/opening", async (context) => {
    await desk.vault.openings.stop();
    return context.json(await sessionOf(desk));
  });

  app.post("/api/vault/lock", async (context) => {
    await desk.vault.lock("person");
    return context.json(await sessionOf(desk));
  });
}

const answerAfter = 1500;

/** A large vault goes on opening after the answer, which says so: whoever asked looks again. */
async function begun(desk: Desk, opening: Promise<void>): Promise<void> {
  opening.catch(() => undefined);
  const late = delay(desk.options.answerAfter ?? answerAfter, undefined, { ref: false });
  await Promise.race([opening, late]);
}

async function sessionOf(desk: Desk): Promise<unknown> {
  // A vault that locks meanwhile is asked again when it is next open.
  await takeSettings(desk).catch(() => undefined);
  return {
    version: desk.options.version,
    locale: desk.locale,
    locales: shippedLocales.map((code) => ({
      code,
      name: localeName(code, code),
      direction: directionOf(code),
      isWhole: wholeLocales.includes(code),
    })),
    opening: desk.vault.openings.current(),
    openingProblem: desk.vault.openings.problem(),
    vault: desk.vault.folder === null ? null : await vaultOf(desk.vault),
    recent: [],
    home: homedir(),
    settings: desk.settings,
  };
}

async function vaultOf({ open, folder, name, sealedAt, lockedBy }: DeskVault): Promise<unknown> {
  return { folder, name, sealedAt, lockedBy, ...(open === null ? locked : await openOf(open)) };
}

const locked = {
  state: "locked",
  id: null,
  device: null,
  isRecovered: false,
  unchecked: false,
  rebuilt: false,
  problems: 0,
};

async function openOf({ workspace, tables, rebuilt }: NonNullable<DeskVault["open"]>): Promise<object> {
  const { vault } = workspace;
  return {
    state: "open",
    id: vault.id,
    device: vault.device.name,
    isRecovered: vault.device.newChain === "recovered",
    unchecked: !tables.isChecked(),
    rebuilt,
    problems: vault.problems().length,
    ...(await tablesOf(workspace)),
  };
}

/** `behind`: an act is in the log and not yet in the lists. `unread`: operations that cannot be read, by reason. */
async function tablesOf(workspace: Workspace): Promise<object> {
  const { isCurrent, filling } = workspace.tables();
  const unread = await workspace.unread().catch(() => ({}));
  return { deviceId: workspace.vault.device.id, behind: !isCurrent, filling, unread };
}
