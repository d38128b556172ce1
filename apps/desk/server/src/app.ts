// The desk's answers, without a socket: every route behind the gate, every error through one table.
import { Hono, type MiddlewareHandler } from "hono";
import type { Desk } from "./desk.ts";
import { DeskError } from "./errors.ts";
import type { Gate } from "./guards.ts";
import { jobErrorOf } from "./jobs.ts";
import { anchorRoutes } from "./routes/anchors.ts";
import { answerRoutes } from "./routes/answers.ts";
import { bundleRoutes } from "./routes/bundle.ts";
import { copyRoutes } from "./routes/copies.ts";
import { countRoutes } from "./routes/counts.ts";
import { codeRoutes } from "./routes/codes.ts";
import { matrixRoutes } from "./routes/matrix.ts";
import { documentRoutes } from "./routes/documents.ts";
import { draftRoutes } from "./routes/drafts.ts";
import { custodyRoutes } from "./routes/custody.ts";
import { erasureRoutes } from "./routes/erasure.ts";
import { redactRoutes } from "./routes/redact.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { examineRoutes } from "./routes/examine.ts";
import { exampleRoutes } from "./routes/example.ts";
import { exportRoutes } from "./routes/export.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { letterRoutes } from "./routes/letters.ts";
import { libraryRoutes } from "./routes/library.ts";
import { lockRoutes } from "./routes/lock.ts";
import { recordRoutes } from "./routes/records.ts";
import { reportRoutes } from "./routes/report.ts";
import { sessionRoutes } from "./routes/session.ts";
import { unsentRoutes } from "./routes/unsent.ts";
import { vaultRoutes } from "./routes/vault.ts";
import { tableRoutes } from "./routes/tables.ts";
import { importRoutes } from "./routes/imports.ts";
import type { ScreenFile } from "./screen-files.ts";
import { statusOf } from "./statuses.ts";

export interface AppParts {
  readonly desk: Desk;
  readonly gate: Gate;
  readonly screen: ReadonlyMap<string, ScreenFile>;
}

export function createApp({ desk, gate, screen }: AppParts): Hono {
  const app = new Hono();
  app.use(gate.guard((path) => desk.libraries.isShown(path)));
  app.use("/api/*", lockGuard(desk));
  for (const routes of [
    sessionRoutes,
    recordRoutes,
    evidenceRoutes,
    redactRoutes,
    custodyRoutes,
    examineRoutes,
    exampleRoutes,
    reportRoutes,
    documentRoutes,
    draftRoutes,
    letterRoutes,
    exportRoutes,
    countRoutes,
    matrixRoutes,
    codeRoutes,
    libraryRoutes,
    copyRoutes,
    jobRoutes,
    lockRoutes,
    vaultRoutes,
    bundleRoutes,
    anchorRoutes,
    erasureRoutes,
    tableRoutes,
    importRoutes,
    answerRoutes,
    unsentRoutes,
  ])
    routes(app, desk);
  app.get("/*", (context) => {
    const path = context.req.path === "/" ? "/index.html" : context.req.path;
    const file = screen.get(path);
    if (!file) return context.text("Tocsin: nothing here.", 404);
    context.header("content-type", file.type);
    return context.body(file.bytes);
  });
  app.notFound((context) => context.text("Tocsin: nothing here.", 404));
  app.onError((error, context) => context.json({ error: jobErrorOf(error) }, statusOf(error)));
  return app;
}

/** After a sleep it locks before it answers; and what was asked before a lock is not answered after it. */
function lockGuard(desk: Desk): MiddlewareHandler {
  return async (context, next) => {
    await desk.watch.check();
    const before = desk.vault.locks;
    await next();
    if (desk.vault.locks === before || context.req.path === "/api/vault/lock") return;
    const error = new DeskError("desk.locked", "Cannot answer: the vault was locked meanwhile");
    context.res = context.json({ error: jobErrorOf(error) }, statusOf(error));
  };
}
