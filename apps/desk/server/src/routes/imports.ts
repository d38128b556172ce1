import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import { bringBackImport, takeBackImport, type TakeBackOptions } from "@tocsin/workspace";
import { readBody } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { listImports, readImport } from "../imports.ts";
import type { JobHandle } from "../jobs.ts";

/** Imports that are there: the list of them, and taking a whole one back and bringing it back. */
export function importRoutes(app: Hono, desk: Desk): void {
  app.get("/api/imports", async (context) => context.json(await listImports(workspaceOf(desk))));

  app.get("/api/imports/:id", async (context) =>
    context.json(await readImport(workspaceOf(desk), context.req.param("id"))),
  );

  app.post("/api/imports/:id/take-back", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const wanted = {
      table: parseId(context.req.param("id")),
      // Nothing is written unless it is said.
      dryRun: body["dryRun"] !== false,
      changedToo: body["changedToo"] === true,
    };
    refuseSecond(desk);
    const job = desk.jobs.start(wanted.dryRun ? "table-back-check" : "table-take-back", async (handle) => {
      const plan = await takeBackImport(workspace, { ...wanted, ...watch(handle) });
      if (!wanted.dryRun) desk.vault.touched();
      return plan;
    });
    return context.json({ job });
  });

  app.post("/api/imports/:id/bring-back", (context) => {
    const workspace = workspaceOf(desk);
    const table = parseId(context.req.param("id"));
    refuseSecond(desk);
    const job = desk.jobs.start("table-bring-back", async (handle) => {
      const brought = await bringBackImport(workspace, { table, dryRun: false, ...watch(handle) });
      desk.vault.touched();
      return brought;
    });
    return context.json({ job });
  });
}

function refuseSecond({ jobs }: Desk): void {
  if (jobs.all().some(({ kind, state }) => kind.startsWith("table-") && state === "running"))
    throw new DeskError("desk.busy", "Cannot go on: a table is being gone through");
}

function watch({ signal, progress }: JobHandle): Pick<TakeBackOptions, "onProgress" | "onTables" | "signal"> {
  return {
    signal,
    onProgress: ({ step, done, total }) =>
      progress({
        done,
        total,
        unit: step === "rows" ? "rows" : "steps",
        at: `cli.import.back.step.${step}`,
      }),
    onTables: (state) => progress({ ...state, unit: "steps", at: "cli.progress.records" }),
  };
}
