import { basename } from "node:path";
import type { Hono } from "hono";
import { createNodePrimitives } from "@tocsin/node";
import { openAnswerImport } from "@tocsin/workspace";
import { readBytes } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";

/** Of a sealed file: more than any answer, opened, and its tags. */
const mostAnswerFile = 4_300_000;

/** One answer file after the other comes in: what becomes of each is its answer, a refusal too. */
export function answerRoutes(app: Hono, desk: Desk): void {
  app.put("/api/answers", async (context) => {
    const workspace = workspaceOf(desk);
    const bytes = await readBytes(context, mostAnswerFile);
    const intake = await openAnswerImport(workspace, {
      primitives: createNodePrimitives(),
      signal: context.req.raw.signal,
    });
    try {
      const outcome = await intake.take({ name: basename(context.req.query("name") ?? ""), bytes });
      if (outcome.outcome === "taken") desk.vault.touched();
      return context.json(outcome);
    } finally {
      intake.close();
    }
  });
}
