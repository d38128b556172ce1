import type { Hono } from "hono";
import { formOf, viewOf, type Registry } from "@tocsin/records";
import { builtInCommands, type AskOptions, type OwnTermFound } from "@tocsin/workspace";
import { resolutionPage } from "@tocsin/assess";
import type { VocabularyPage } from "@tocsin/cases";
import { isJsonObject } from "@tocsin/core";
import { readBody } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { formsWithOwn, ownTermsOf, pageWithOwn } from "../own-terms.ts";
import { listPlaces } from "../places.ts";
import { createSearches } from "../searches.ts";

/** Kinds, commands and queries: the screen learns from these what there is, so that a new kind needs no new screen. */
export function recordRoutes(app: Hono, desk: Desk): void {
  const searches = createSearches();
  app.get("/api/kinds", async (context) =>
    context.json(kindsOf(desk.options.registry, await ownTermsOf(desk))),
  );

  app.get("/api/places", async (context) =>
    context.json(await listPlaces(context.req.query("path"), desk.locale)),
  );

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
    if (name === "vocabulary") return context.json(await vocabularyAsked(desk, input["input"]));
    const ask = async (options?: AskOptions): Promise<unknown> =>
      (await workspaceOf(desk).ask(name, input["input"] ?? {}, options)) ?? null;
    const { window } = input;
    if (name !== "search" || typeof window !== "string") return context.json(await ask());
    return context.json(await searches.run(window, (signal) => ask({ signal })));
  });
}

/** Terms with everything that is known of them; the organisation's own are there while the vault is open. */
async function vocabularyAsked(desk: Desk, input: unknown): Promise<VocabularyPage | null> {
  const name = isJsonObject(input) ? input["name"] : undefined;
  const vocabulary = typeof name === "string" ? desk.options.registry.vocabularies.get(name) : undefined;
  return vocabulary === undefined ? null : pageWithOwn(vocabulary, await ownTermsOf(desk));
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
