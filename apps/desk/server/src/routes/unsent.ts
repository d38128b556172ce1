import type { Hono } from "hono";
import type { Unsent } from "@tocsin/node";
import { integerOf, optionalString, readBody } from "../body.ts";
import type { Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

/** A narrative of 5 MB, written as JSON in any script. */
const mostBytes = 16 * 1024 * 1024;
const mostLabel = 200;

/** What was typed into a form that is not sent yet: kept sealed beside the log, given back when the form is opened again. */
export function unsentRoutes(app: Hono, desk: Desk): void {
  app.get("/api/unsent", (context) =>
    context.json(
      unsentOf(desk)
        .list()
        .map(({ form, label, at }) => ({ form, label, at })),
    ),
  );

  app.get("/api/unsent/:form", (context) => {
    const known = unsentOf(desk).get(formOf(context.req.param("form")));
    return context.json({ typed: known?.typed ?? null, version: known?.version ?? 0 });
  });

  app.post("/api/unsent/:form", async (context) => {
    const form = formOf(context.req.param("form"));
    const body = await readBody(context, mostBytes);
    const { typed = null } = body;
    const label = (optionalString(body, "label") ?? "").slice(0, mostLabel);
    const change = { form, label, at: desk.options.clock(), seen: integerOf(body, "seen"), typed };
    const kept = await unsentOf(desk).put(change).catch(refused);
    if (kept.kept) return context.json({ version: kept.version });
    throw new DeskError(
      "desk.unsent-elsewhere",
      "Cannot keep what was typed: another window changed the form",
    );
  });

  app.delete("/api/unsent/:form", async (context) => {
    await unsentOf(desk).drop(formOf(context.req.param("form")));
    return context.json({});
  });
}

function unsentOf({ vault }: Desk): Unsent {
  if (vault.open === null) throw new DeskError("desk.no-vault", "Cannot go on: no vault is open");
  return vault.open.unsent;
}

/** The parts of its address, joined by an underscore. */
function formOf(form: string): string {
  if (/^[A-Za-z0-9._-]{1,120}$/.test(form)) return form;
  throw new DeskError("desk.bad-request", "Cannot keep what was typed: no such form");
}

function refused(cause: unknown): never {
  if (cause instanceof RangeError) throw new DeskError("desk.unsent-full", cause.message, { cause });
  throw cause;
}
