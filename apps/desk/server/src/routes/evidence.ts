import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Context, Hono } from "hono";
import { isId, parseId } from "@tocsin/core";
import { openPathSource, type FileToPack } from "@tocsin/node";
import { addEvidence, verifyEvidence, type AboutEvidence } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, textOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { RunningIntake } from "../intakes.ts";
import type { JobHandle } from "../jobs.ts";

export function evidenceRoutes(app: Hono, desk: Desk): void {
  app.post("/api/evidence", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const source = await openPathSource(stringOf(body, "path"));
    const about = aboutOf(body, basename(stringOf(body, "path")));
    const job = desk.jobs.start("evidence", async (handle) => {
      const added = await addEvidence(workspace, source, { about, ...watch(handle, source.bytes) });
      desk.vault.touched();
      return {
        evidence: added.record,
        original: added.original,
        sha256: added.sha256,
        skipped: source.skipped,
      };
    });
    return context.json({ job });
  });

  app.post("/api/evidence/:id/verify", (context) => {
    const workspace = workspaceOf(desk);
    const evidence = parseId(context.req.param("id"));
    const job = desk.jobs.start("verify", (handle) =>
      verifyEvidence(workspace, evidence, {
        ...watch(handle, null),
        createDigest: () => createHash("sha256"),
        pause,
      }),
    );
    return context.json({ job });
  });

  intakeRoutes(app, desk);
}

function intakeRoutes(app: Hono, desk: Desk): void {
  app.post("/api/intake", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const firstName = stringOf(body, "firstName");
    const about = aboutOf(body, firstName);
    const bytes = typeof body["bytes"] === "number" ? body["bytes"] : null;
    const single = body["files"] === 1 && !firstName.includes("/");
    const intake = desk.intakes.open({ single, firstName }, ({ source }) =>
      desk.jobs.start("evidence", async (handle) => {
        const added = await addEvidence(workspace, source, { about, ...watch(handle, bytes) });
        desk.vault.touched();
        return { evidence: added.record, original: null, sha256: added.sha256, skipped: 0 };
      }),
    );
    return context.json({ intake, job: desk.intakes.get(intake)?.job });
  });

  app.put("/api/intake/:id/file", async (context) => {
    await intakeOf(desk, context).intake.put(fileOf(context));
    return context.json({});
  });

  app.post("/api/intake/:id/finish", (context) => {
    const { job } = intakeOf(desk, context);
    desk.intakes.finish(context.req.param("id"));
    return context.json({ job });
  });

  app.delete("/api/intake/:id", (context) => {
    const { job } = intakeOf(desk, context);
    desk.jobs.cancel(job);
    desk.intakes.drop(context.req.param("id"));
    return context.json({});
  });
}

function intakeOf(desk: Desk, context: Context): RunningIntake {
  const running = desk.intakes.get(context.req.param("id") ?? "");
  if (!running) throw new DeskError("desk.no-such-intake", "Cannot take file: this drop has ended");
  return running;
}

/** The path is a claim of the browser; the packer refuses what would climb out. */
function fileOf(context: Context): FileToPack {
  const size = Number(context.req.header("content-length"));
  const path = context.req.query("path") ?? "";
  if (!Number.isSafeInteger(size))
    throw new DeskError("desk.bad-request", "Cannot take file: its size is unknown");
  return { path, size, content: piecesOf(context.req.raw.body) };
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  for await (const piece of body) yield piece;
}

function aboutOf(body: Body, name: string): AboutEvidence {
  const lang = optionalString(body, "lang") ?? "und";
  const how = textOf(body, "obtainedHow", lang);
  const by = textOf(body, "obtainedBy", lang);
  const when = optionalString(body, "obtainedWhen");
  const consentText = textOf(body, "consentText", lang);
  const [caseId, consent] = [body["case"], body["consent"]];
  return {
    title: textOf(body, "title", lang) ?? { text: name, lang: "zxx" },
    ...(how === undefined ? {} : { obtainedHow: how }),
    ...(by === undefined ? {} : { obtainedBy: by }),
    ...(when === undefined ? {} : { obtainedWhen: when }),
    ...(consentText === undefined ? {} : { consentText }),
    ...(isId(caseId) ? { case: caseId } : {}),
    ...(isId(consent) ? { consent } : {}),
    ...copyOf(body, lang),
  };
}

/** A working copy says of what it is one, and of what kind: one without the other is refused. */
function copyOf(body: Body, lang: string): Partial<AboutEvidence> {
  const [parent, copyKind] = [body["parent"], optionalString(body, "copyKind")];
  if (parent === undefined && copyKind === undefined) return {};
  if (!isId(parent) || copyKind === undefined)
    throw new DeskError("desk.bad-request", "Cannot take copy: it names no original, or no kind of copy");
  const [how, by] = [textOf(body, "copyHow", lang), textOf(body, "copyBy", lang)];
  return {
    parent,
    copyKind,
    ...(how === undefined ? {} : { copyHow: how }),
    ...(by === undefined ? {} : { copyBy: by }),
  };
}

function watch(
  handle: JobHandle,
  total: number | null,
): { onProgress: (done: number) => void; signal: AbortSignal } {
  return {
    onProgress: (done) => handle.progress({ done, total, unit: "bytes", at: "" }),
    signal: handle.signal,
  };
}

/** Lets other requests in while long work goes on. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
