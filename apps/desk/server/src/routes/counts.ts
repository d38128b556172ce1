// Counts on the desk: what can be asked, how a table would leave, and letting it out through a release.
import type { Hono } from "hono";
import { choicesFor } from "@tocsin/cases";
import { planCounts, publishCounts } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { audienceIn, keepTable, sha256Of, tableFormatIn } from "../written-outputs.ts";

export function countRoutes(app: Hono, desk: Desk): void {
  app.post("/api/counts/choices", async (context) => {
    const { measure = "people", scope = "indicator", ...rest } = questionIn(await readBody(context));
    return context.json(choicesFor({ measure, scope, ...rest }));
  });

  app.post("/api/counts/plan", async (context) =>
    context.json(await planCounts(workspaceOf(desk), plannedIn(await readBody(context)))),
  );

  app.post("/api/counts", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const planned = plannedIn(body);
    const format = tableFormatIn(body);
    const approvedBy = { text: stringOf(body, "approvedBy"), lang: desk.locale };
    const acceptDifferences = body["acceptDifferences"] === true;
    const job = desk.jobs.start("export", async ({ signal }) => {
      const options = { ...planned, format, approvedBy, acceptDifferences, sha256: sha256Of };
      const published = await publishCounts(workspace, options);
      desk.vault.touched();
      const { release, hidden } = published;
      const outputs = keepTable(desk, published, { what: "counts", format, by: approvedBy, signal });
      return { release, hidden, outputs };
    });
    return context.json({ job });
  });
}

function plannedIn(body: Body): Parameters<typeof planCounts>[1] {
  const { threshold } = body;
  return {
    question: questionIn(body),
    audience: audienceIn(body),
    ...(typeof threshold === "number" ? { threshold } : {}),
  };
}

interface Asked {
  readonly measure?: string;
  readonly scope?: string;
  readonly by: readonly string[];
  readonly period?: string;
}

function questionIn(body: Body): Asked {
  const named = ["measure", "scope", "period"].flatMap((name) => {
    const value = optionalString(body, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { by: stringsOf(body, "by"), ...Object.fromEntries(named) };
}
