import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { isJsonObject, parseId, type Json } from "@tocsin/core";
import { createPictureRedaction, createWordSearch } from "@tocsin/node";
import {
  findWordsOf,
  readPicture,
  redactPictureOf,
  type PictureRegion,
  type RedactPicture,
} from "@tocsin/workspace";
import { integerOf, optionalString, readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

/** A picture as it is shown, coded anew and without what it carries; and a copy of it with parts covered. */
export function redactRoutes(app: Hono, desk: Desk): void {
  const redact = createPictureRedaction();

  app.post("/api/evidence/:id/picture", async (context) => {
    const evidence = parseId(context.req.param("id"));
    const { signal } = context.req.raw;
    const { bytes, look } = await readPicture(workspaceOf(desk), evidence, signal);
    const { width, height, pages, ...shown } = await redact(bytes, [], { signal, isView: true });
    const name = `picture-${evidence.slice(0, 8)}.${endingOf(shown.mediaType)}`;
    const output = { name, type: shown.mediaType, bytes: new Uint8Array(shown.bytes) };
    const url = desk.outputs.add(output, signal);
    return context.json({ width, height, pages, extras: look.extras, url });
  });

  wordRoute(app, desk);
  previewRoute(app, desk, redact);
  app.post("/api/evidence/:id/redact", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const lang = optionalString(body, "lang") ?? desk.locale;
    const title = optionalString(body, "title");
    const order = {
      evidence: parseId(context.req.param("id")),
      regions: regionsIn(body),
      why: { text: stringOf(body, "why"), lang },
      by: { text: stringOf(body, "by"), lang },
      ...(title === undefined ? {} : { title: { text: title, lang } }),
    };
    const job = desk.jobs.start("redact", async ({ signal }) => {
      const { record, width, height, removed, sha256 } = await redactPictureOf(workspace, {
        ...order,
        redact,
        signal,
      });
      desk.vault.touched();
      // What was made is drawn again from the copy itself, so that what is looked at is what leaves.
      const { bytes } = await readPicture(workspace, record, signal);
      const shown = await redact(bytes, [], { signal, isView: true });
      const name = `picture-${record.slice(0, 8)}.${endingOf(shown.mediaType)}`;
      const output = { name, type: shown.mediaType, bytes: new Uint8Array(shown.bytes) };
      return {
        evidence: record,
        of: order.evidence,
        width,
        height,
        removed,
        sha256,
        regions: [...order.regions],
        url: desk.outputs.add(output, signal),
      };
    });
    return context.json({ job });
  });
}

function wordRoute(app: Hono, desk: Desk): void {
  const find = createWordSearch();
  app.post("/api/evidence/:id/words", async (context) => {
    const body = await readBody(context);
    const evidence = parseId(context.req.param("id"));
    const { signal } = context.req.raw;
    const order = { evidence, phrases: phrasesIn(body), withNames: body["names"] === true };
    return context.json(await findWordsOf(workspaceOf(desk), { ...order, find, signal }));
  });
}

function previewRoute(app: Hono, desk: Desk, redact: RedactPicture): void {
  // The copy as it would be made, drawn from its bytes; nothing is kept.
  app.post("/api/evidence/:id/redact/preview", async (context) => {
    const regions = regionsIn(await readBody(context));
    const [workspace, evidence] = [workspaceOf(desk), parseId(context.req.param("id"))];
    const job = desk.jobs.start("redact", async ({ signal }) => {
      const { bytes } = await readPicture(workspace, evidence, signal);
      const copy = await redact(bytes, regions, { signal });
      const shown = await redact(copy.bytes, [], { signal, isView: true });
      const name = `preview-${evidence.slice(0, 8)}.${endingOf(shown.mediaType)}`;
      const output = { name, type: shown.mediaType, bytes: new Uint8Array(shown.bytes) };
      const { width, height, removed } = copy;
      const sha256 = createHash("sha256").update(copy.bytes).digest("hex");
      const url = desk.outputs.add(output, signal);
      return { evidence: null, of: evidence, width, height, removed, sha256, regions: [...regions], url };
    });
    return context.json({ job });
  });
}

/** Throws `desk.bad-request`. */
function phrasesIn({ phrases }: Body): readonly string[] {
  if (!Array.isArray(phrases) || !phrases.every((each) => typeof each === "string"))
    throw new DeskError("desk.bad-request", "Cannot find words: no list of words");
  return phrases;
}

function endingOf(mediaType: string): string {
  return mediaType.split("/")[1] ?? "png";
}

/** Throws `desk.bad-request`; sizes and how many are held against the rules where the copy is made. */
function regionsIn(body: Body): readonly PictureRegion[] {
  const { regions } = body;
  if (!Array.isArray(regions)) throw new DeskError("desk.bad-request", "Cannot redact: no list of parts");
  return regions.map(regionIn);
}

function regionIn(value: Json): PictureRegion {
  if (!isJsonObject(value)) throw new DeskError("desk.bad-request", "Cannot redact: a part is no part");
  const [x, y] = [integerOf(value, "x"), integerOf(value, "y")];
  return { x, y, width: integerOf(value, "width"), height: integerOf(value, "height") };
}
