import type { Hono } from "hono";
import { noteClearCopies } from "@tocsin/workspace";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { Output } from "../outputs.ts";

export function jobRoutes(app: Hono, desk: Desk): void {
  app.get("/api/jobs", (context) => context.json(desk.jobs.all()));

  app.get("/api/jobs/:id", (context) => {
    const job = desk.jobs.get(context.req.param("id"));
    if (!job) throw new DeskError("desk.no-such-job", "Cannot find work: it has ended long ago");
    return context.json(job);
  });

  app.delete("/api/jobs/:id", (context) =>
    context.json({ cancelled: desk.jobs.cancel(context.req.param("id")) }),
  );

  app.get("/api/output/:id", async (context) => {
    const id = context.req.param("id");
    const output = desk.outputs.get(id);
    if (!output) throw new DeskError("desk.no-such-output", "Cannot find output: it is no longer kept");
    if (desk.outputs.leaves(id)) await noteFetched(desk, output);
    context.header("content-disposition", `attachment; filename="${output.name}"`);
    context.header("content-type", output.type);
    return context.body(output.bytes);
  });
}

/** A browser puts it where that puts downloads: which folder that is, it tells nobody. */
async function noteFetched(desk: Desk, { name, bytes, clear }: Output): Promise<void> {
  if (clear === undefined) return;
  const workspace = workspaceOf(desk);
  await noteClearCopies(workspace, [{ title: name, bytes: bytes.length, ...clear }]);
  desk.vault.touched();
}
