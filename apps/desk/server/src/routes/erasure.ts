import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import {
  carryOutErasure,
  planErasure,
  type Erased,
  type ErasureOrder,
  type ErasureSubject,
  type Workspace,
} from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle } from "../jobs.ts";

/** Erasing for good: planned first, confirmed by a person, and then carried out. */
export function erasureRoutes(app: Hono, desk: Desk): void {
  app.post("/api/erasure/plan", async (context) => {
    const subject = subjectOf(await readBody(context));
    const { signal } = context.req.raw;
    return context.json(await planErasure(workspaceOf(desk), subject, { sha256, signal }));
  });

  app.post("/api/erasure", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const chosen = new Set(stringsOf(body, "records").map((id) => parseId(id)));
    const order: ErasureOrder = { subject: subjectOf(body), digest: stringOf(body, "plan"), chosen };
    if (desk.jobs.all().some(({ kind, state }) => kind === "erase" && state === "running"))
      throw new DeskError("desk.busy", "Cannot erase: an erasure is under way");
    const job = desk.jobs.start("erase", async (handle) => {
      const erased = await erase(workspace, order, handle);
      await desk.vault.open?.sweepUnsent();
      desk.vault.touched();
      return erased;
    });
    return context.json({ job });
  });
}

function erase(workspace: Workspace, order: ErasureOrder, { signal, progress }: JobHandle): Promise<Erased> {
  return carryOutErasure(workspace, order, {
    sha256,
    signal,
    onPlan: (state) => progress({ ...state, unit: "steps", at: "desk.erase.at.plan" }),
    onErase: (state) => progress({ ...state, unit: "bytes", at: "desk.erase.at.log" }),
    onRebuild: ({ done, total }) => progress({ done, total, unit: "steps", at: "desk.erase.at.tables" }),
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function subjectOf(body: Body): ErasureSubject {
  const consent = optionalString(body, "consent");
  if (consent !== undefined) return { consent: parseId(consent) };
  const retention = optionalString(body, "retention");
  if (retention !== undefined) return { retention: parseId(retention) };
  const record = optionalString(body, "record");
  if (record !== undefined) return { records: [parseId(record)], ground: "mistake" };
  throw new DeskError("desk.bad-request", "Cannot plan erasure: no consent, retention or record is named");
}
