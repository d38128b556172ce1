import { homedir } from "node:os";
import type { Hono } from "hono";
import { directionOf, localeName, shippedLocales } from "@tocsin/language";
import { readBody, stringOf } from "../body.ts";
import type { Desk } from "../desk.ts";

export function sessionRoutes(app: Hono, desk: Desk): void {
  app.get("/api/session", (context) => context.json(sessionOf(desk)));

  app.post("/api/locale", async (context) => {
    const locale = stringOf(await readBody(context), "locale");
    if (shippedLocales.includes(locale)) desk.locale = locale;
    return context.json(sessionOf(desk));
  });

  app.post("/api/vault/create", async (context) => {
    const body = await readBody(context);
    await desk.vault.create(
      stringOf(body, "path"),
      stringOf(body, "passphrase"),
      stringOf(body, "deviceName"),
    );
    return context.json(sessionOf(desk));
  });

  app.post("/api/vault/open", async (context) => {
    const body = await readBody(context);
    await desk.vault.openFolder(stringOf(body, "path"), stringOf(body, "passphrase"));
    return context.json(sessionOf(desk));
  });

  app.post("/api/vault/unlock", async (context) => {
    await desk.vault.unlock(stringOf(await readBody(context), "passphrase"));
    return context.json(sessionOf(desk));
  });

  app.post("/api/vault/lock", async (context) => {
    await desk.vault.lock();
    return context.json(sessionOf(desk));
  });
}

function sessionOf(desk: Desk): unknown {
  const { open, folder, name, sealedAt } = desk.vault;
  return {
    version: desk.options.version,
    locale: desk.locale,
    locales: shippedLocales.map((code) => ({
      code,
      name: localeName(code, code),
      direction: directionOf(code),
    })),
    vault:
      folder === null
        ? null
        : {
            state: open === null ? "locked" : "open",
            id: open?.workspace.vault.id ?? null,
            name,
            folder,
            device: open?.workspace.vault.device.name ?? null,
            sealedAt,
            unchecked: open !== null && !open.tables.isChecked(),
            rebuilt: open?.rebuilt ?? false,
            problems: open?.workspace.vault.problems().length ?? 0,
          },
    recent: [],
    home: homedir(),
  };
}
