import type { Hono } from "hono";
import { formOf, viewOf, type Registry } from "@tocsin/records";
import { builtInCommands, type OwnTermFound } from "@tocsin/workspace";
import { resolutionPage } from "@tocsin/assess";
import { readBody } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { formsWithOwn, ownTermsOf } from "../own-terms.ts";
import { listPlaces } from "../places.ts";

/** Kinds, commands and queries: the screen learns from these what there is, so that a new kind needs no new screen. */
export function recordRoutes(app: Hono, desk: Desk): void {
  app.get("/api/kinds", async (context) =>
    context.json(kindsOf(desk.options.registry, await ownTermsOf(desk))),
  );

  app.get("/api/places", async (context) => context.json(await listPlaces(context.req.query("path"))));

  app.post("/api/command/:name", async (context) => {
    const input = await readBody(context);
    const acknowledged = await workspaceOf(desk).run(context.req.param("name"), input["input"] ?? {});
    desk.vault.touched();
    return context.json(acknowledged);
  });

  app.post("/api/query/:name", async (context) => {
    const name = context.req.param("name");
    if (name === "resolution") return context.json(resolutionPage());
    const input = await readBody(context);
    return context.json((await workspaceOf(desk).ask(name, input["input"] ?? {})) ?? null);
  });
}

function kindsOf(registry: Registry, own: readonly OwnTermFound[]): unknown {
  return {
    kinds: [...registry.kinds.values()].map((kind) => ({
      form: formOf(kind),
      view: viewOf(kind),
      ...(kind.options.messages === undefined ? {} : { messages: kind.options.messages }),
    })),
    vocabularies: formsWithOwn(registry, own),
    commands: builtInCommands.map(({ name, input }) => ({ name, input })),
  };
}
