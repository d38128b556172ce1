import type { Hono } from "hono";
import { noteClearCopies } from "@tocsin/workspace";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { Job } from "../jobs.ts";
import type { Output } from "../outputs.ts";

export function jobRoutes(app: Hono, desk: Desk): void {
  // Asked for again and again while something runs: results are fetched one by one.
  app.get("/api/jobs", (context) => context.json(desk.jobs.all().map(withoutResult)));

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
    const { bytes } = output;
    if (bytes instanceof Uint8Array) return context.body(bytes);
    context.header("content-length", String(bytes.length));
    return context.body(ReadableStream.from(bytes.stream()) as ReadableStream);
  });
}

function withoutResult(job: Job): Omit<Job, "result"> {
  const { result: _, ...rest } = job;
  return rest;
}

/** A browser puts it where that puts downloads: which folder that is, it tells nobody. */
async function noteFetched(desk: Desk, { name, bytes, clear }: Output): Promise<void> {
  if (clear === undefined) return;
  const workspace = workspaceOf(desk);
  await noteClearCopies(workspace, [{ title: name, bytes: bytes.length, ...clear }]);
  desk.vault.touched();
}
