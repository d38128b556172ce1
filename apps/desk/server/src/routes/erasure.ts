import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import {
  confirmErasure,
  erasePlanned,
  planErasure,
  type ErasureSubject,
  type OutOfReach,
  type Workspace,
} from "@tocsin/workspace";
import { optionalString, readBody, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle } from "../jobs.ts";

/** Erasing for good: planned first, confirmed by a person, and then carried out. */
export function erasureRoutes(app: Hono, desk: Desk): void {
  app.post("/api/erasure/plan", async (context) => {
    const subject = subjectOf(await readBody(context));
    const { signal } = context.req.raw;
    return context.json(await planErasure(workspaceOf(desk), subject, { signal }));
  });

  app.post("/api/erasure", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const subject = subjectOf(body);
    const chosen = new Set(stringsOf(body, "records").map((id) => parseId(id)));
    if (desk.jobs.all().some(({ kind, state }) => kind === "erase" && state === "running"))
      throw new DeskError("desk.busy", "Cannot erase: an erasure is under way");
    const job = desk.jobs.start("erase", async (handle) => {
      const erased = await erase(workspace, { subject, chosen, handle });
      desk.vault.touched();
      return erased;
    });
    return context.json({ job });
  });
}

interface Erasing {
  readonly subject: ErasureSubject;
  readonly chosen: ReadonlySet<ReturnType<typeof parseId>>;
  readonly handle: JobHandle;
}

/** Planned anew: what was written since the person looked is in it, and what the plan does not name is refused. */
async function erase(
  workspace: Workspace,
  { subject, chosen, handle }: Erasing,
): Promise<{
  readonly record: string;
  readonly records: number;
  readonly operations: number;
  readonly evidence: number;
  readonly outOfReach: readonly OutOfReach[];
}> {
  const { signal, progress } = handle;
  const plan = await planErasure(workspace, subject, {
    signal,
    onProgress: (state) => progress({ ...state, unit: "steps", at: "desk.erase.at.plan" }),
  });
  const confirmed = await confirmErasure(workspace, plan, chosen);
  const erased = await erasePlanned(workspace, confirmed, {
    signal,
    onErase: (state) => progress({ ...state, unit: "bytes", at: "desk.erase.at.log" }),
    onRebuild: ({ done, total }) => progress({ done, total, unit: "steps", at: "desk.erase.at.tables" }),
  });
  return { ...erased, records: chosen.size, outOfReach: plan.outOfReach };
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
