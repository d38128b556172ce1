import type { Hono } from "hono";
import { readBody } from "../body.ts";
import type { Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { isLockMinutes } from "../lock-watch.ts";
import { changeSettings } from "../settings.ts";

/** How long until the vault locks by itself, and that somebody is there. Asking is no act of a person. */
export function lockRoutes(app: Hono, desk: Desk): void {
  app.get("/api/watch", (context) => context.json(watchOf(desk)));

  app.post("/api/watch/acted", (context) => {
    desk.watch.acted();
    return context.json(watchOf(desk));
  });

  app.post("/api/watch/minutes", async (context) => {
    const { minutes } = await readBody(context);
    if (typeof minutes !== "number" || !isLockMinutes(minutes))
      throw new DeskError("desk.bad-request", "Cannot set lock: not whole minutes up to a day");
    await changeSettings(desk, { idle: minutes });
    return context.json(watchOf(desk));
  });
}

function watchOf({ vault, watch }: Desk): unknown {
  const writes = vault.open?.workspace.context.commits() ?? 0;
  return { isOpen: vault.open !== null, ...watch.state(), writes };
}
