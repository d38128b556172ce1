import type { Hono } from "hono";
import type { Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

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

  app.get("/api/output/:id", (context) => {
    const output = desk.outputs.get(context.req.param("id"));
    if (!output) throw new DeskError("desk.no-such-output", "Cannot find output: it is no longer kept");
    context.header("content-disposition", `attachment; filename="${output.name}"`);
    context.header("content-type", output.type);
    return context.body(output.bytes);
  });
}
