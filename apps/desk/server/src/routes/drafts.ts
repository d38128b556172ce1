// A draft of a negotiated text comes in from the screen: what was pasted, or a file with its bytes as they are.
import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import { createTypesetter, packTrackedChanges } from "@tocsin/node";
import { comparisonFormats, writeComparison } from "@tocsin/publish";
import { captureDraft, releaseComparison, type CaptureOptions } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, textOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { audienceIn, keepOutputs, sha256Of, translatorFor } from "../written-outputs.ts";

/** A file of 8 MB, in base64. */
const largest = 12 * 1024 * 1024;

export function draftRoutes(app: Hono, desk: Desk): void {
  app.post("/api/draft", async (context) => {
    const options = captureIn(await readBody(context, largest));
    const workspace = workspaceOf(desk);
    const job = desk.jobs.start("draft", async ({ signal, progress }) => {
      progress({ done: 0, total: 1, unit: "steps", at: "" });
      const captured = await captureDraft(workspace, { ...options, signal });
      desk.vault.touched();
      return captured;
    });
    return context.json({ job });
  });
  addComparison(app, desk);
}

/** Two drafts compared, as they leave: to those among whom both may be shared, approved. */
function addComparison(app: Hono, desk: Desk): void {
  const typesetter = createTypesetter();
  app.post("/api/draft/comparison", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const translator = await translatorFor(body, desk);
    const wanted = comparisonFormats.filter((format) => stringsOf(body, "formats").includes(format));
    const by = { text: stringOf(body, "approvedBy"), lang: translator.locale };
    const [older, newer] = [parseId(body["older"]), parseId(body["newer"])];
    const audience = audienceIn(body);
    const changes = { author: optionalString(body, "author"), date: optionalString(body, "date") };
    const job = desk.jobs.start("comparison", async ({ signal }) => {
      const ports = { translator, typesetter, packTracked: packTrackedChanges, signal };
      const released = await releaseComparison(workspace, {
        older,
        newer,
        audience,
        approvedBy: by,
        formats: wanted,
        write: (source, format) => writeComparison(source, format, ports),
        sha256: sha256Of,
        changes,
      });
      desk.vault.touched();
      const outputs = keepOutputs(desk, released, { what: "comparison", wanted, by, signal });
      return { release: released.release, outputs };
    });
    return context.json({ job });
  });
}

/** Throws `desk.bad-request` where neither words nor a file came. */
function captureIn(body: Body): CaptureOptions {
  const language = stringOf(body, "language");
  const [words, file] = [optionalString(body, "words"), optionalString(body, "file")];
  if (words === undefined && file === undefined)
    throw new DeskError("desk.bad-request", "Cannot take draft: there is neither text nor a file");
  const more = ["stage", "dated", "symbol", "sharing"].flatMap((name) => {
    const value = optionalString(body, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const lang = stringOf(body, "lang");
  const givenBy = textOf(body, "givenBy", lang);
  return {
    negotiation: parseId(body["negotiation"]),
    title: { text: stringOf(body, "title"), lang },
    language,
    bytes: file === undefined ? new TextEncoder().encode(words) : new Uint8Array(Buffer.from(file, "base64")),
    // Words beside a file are what somebody copied out of it.
    ...(file !== undefined && words !== undefined ? { words } : {}),
    ...Object.fromEntries(more),
    ...(givenBy === undefined ? {} : { givenBy }),
  };
}
