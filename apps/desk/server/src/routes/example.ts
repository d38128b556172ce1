import type { Hono } from "hono";
import { makeExample } from "@tocsin/node";
import type { Desk } from "../desk.ts";

export function exampleRoutes(app: Hono, desk: Desk): void {
  app.post("/api/example", (context) => {
    const { examples, registry, program, worker } = desk.options;
    const job = desk.jobs.start("example", async ({ id, signal, progress }) => {
      const made = await makeExample({
        ...program,
        registry,
        signal,
        inputs: examples,
        ...(worker ? { worker } : {}),
        onStep: (at, done, total) => progress({ done, total, unit: "steps", at: `example.step.${at}` }),
      });
      await desk.vault.adopt(made.program, { temporary: true, job: id });
      return { case: made.case };
    });
    return context.json({ job });
  });
}
