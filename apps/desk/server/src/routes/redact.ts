import type { Hono } from "hono";
import { isJsonObject, parseId, type Json, type RecordId } from "@tocsin/core";
import { createPictureRedaction, createPictureView, createWordSearch } from "@tocsin/node";
import {
  checkRegions,
  findWordsOf,
  readPicture,
  redactPictureOf,
  sealedEvidenceOf,
  type PictureRegion,
  type ViewPicture,
} from "@tocsin/workspace";
import { integerOf, optionalString, readBody, stringOf, type Body } from "../body.ts";
import { pictureThreadOf, workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle } from "../jobs.ts";
import { sha256Of } from "../written-outputs.ts";

/** Pages of a PDF that are drawn for one look: each takes a second or more. */
const pagesAtOnce = 5;

/** A picture as it is shown, coded anew and without what it carries; and a copy of it with parts covered. */
export function redactRoutes(app: Hono, desk: Desk): void {
  pictureRoute(app, desk);
  wordRoute(app, desk);
  previewRoutes(app, desk);
  copyRoute(app, desk);
}

function pictureRoute(app: Hono, desk: Desk): void {
  const view = createPictureView(pictureThreadOf(desk));
  app.post("/api/evidence/:id/picture", async (context) => {
    const from = firstPageIn(await readBody(context));
    const evidence = parseId(context.req.param("id"));
    const { signal } = context.req.raw;
    const { bytes, look } = await readPicture(workspaceOf(desk), evidence, signal);
    const shown = await pagesOf(desk, { view, bytes, from, evidence, signal });
    return context.json({ ...shown, extras: look.extras });
  });
}

function copyRoute(app: Hono, desk: Desk): void {
  const [redact, view] = [
    createPictureRedaction(pictureThreadOf(desk)),
    createPictureView(pictureThreadOf(desk)),
  ];
  app.post("/api/evidence/:id/redact", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const lang = optionalString(body, "lang") ?? desk.locale;
    const title = optionalString(body, "title");
    const evidence = parseId(context.req.param("id"));
    await sealedEvidenceOf(workspace, evidence);
    const order = {
      evidence,
      regions: regionsIn(body),
      why: { text: stringOf(body, "why"), lang },
      by: { text: stringOf(body, "by"), lang },
      ...(title === undefined ? {} : { title: { text: title, lang } }),
    };
    const work = async (handle: JobHandle): Promise<unknown> => {
      const { signal } = handle;
      const { record, removed, sha256 } = await redactPictureOf(workspace, {
        ...order,
        redact,
        onPage: pageTold(handle),
        signal,
      });
      desk.vault.touched();
      // What was made is drawn again from the copy itself, so that what is looked at is what leaves.
      const { bytes } = await readPicture(workspace, record, signal);
      const shown = await pagesOf(desk, { view, bytes, from: 0, evidence: record, signal });
      const regions = [...order.regions];
      return { ...shown, evidence: record, of: evidence, removed, sha256, regions };
    };
    return context.json({ job: desk.jobs.start("redact", work, evidence) });
  });
}

function wordRoute(app: Hono, desk: Desk): void {
  const find = createWordSearch(pictureThreadOf(desk));
  app.post("/api/evidence/:id/words", async (context) => {
    const body = await readBody(context);
    const evidence = parseId(context.req.param("id"));
    const { signal } = context.req.raw;
    const order = { evidence, phrases: phrasesIn(body), withNames: body["names"] === true };
    return context.json(await findWordsOf(workspaceOf(desk), { ...order, find, signal }));
  });
}

/** The copy as it would be made, drawn from its bytes; nothing is kept in the vault. */
function previewRoutes(app: Hono, desk: Desk): void {
  const [redact, view] = [
    createPictureRedaction(pictureThreadOf(desk)),
    createPictureView(pictureThreadOf(desk)),
  ];
  app.post("/api/evidence/:id/redact/preview", async (context) => {
    const regions = regionsIn(await readBody(context));
    const [workspace, evidence] = [workspaceOf(desk), parseId(context.req.param("id"))];
    checkRegions(regions);
    await sealedEvidenceOf(workspace, evidence);
    const work = async (handle: JobHandle): Promise<unknown> => {
      const { signal } = handle;
      const original = await readPicture(workspace, evidence, signal);
      const { bytes, removed } = await redact(original.bytes, regions, { signal, onPage: pageTold(handle) });
      const sha256 = sha256Of(bytes);
      const shown = await pagesOf(desk, { view, bytes, from: 0, evidence, signal });
      desk.previews.keep({ of: evidence, sha256, bytes }, signal);
      return { ...shown, evidence: null, of: evidence, removed, sha256, regions: [...regions] };
    };
    return context.json({ job: desk.jobs.start("redact", work, evidence) });
  });

  app.post("/api/evidence/:id/redact/preview/pages", async (context) => {
    const body = await readBody(context);
    const evidence = parseId(context.req.param("id"));
    const preview = desk.previews.get(evidence, stringOf(body, "sha256"));
    if (preview === undefined)
      throw new DeskError("desk.no-such-output", "Cannot show pages: this copy is no longer held");
    const { signal } = context.req.raw;
    const { bytes } = preview;
    return context.json(await pagesOf(desk, { view, bytes, from: firstPageIn(body), evidence, signal }));
  });
}

function pageTold({ progress }: JobHandle): (done: number, pages: number) => void {
  return (done, total) => progress({ done, total, unit: "pages", at: "" });
}

interface Looking {
  readonly view: ViewPicture;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly evidence: RecordId;
  readonly signal: AbortSignal;
}

async function pagesOf({ outputs }: Desk, { view, bytes, from, evidence, signal }: Looking) {
  const { width, height, pages, shown } = await view(bytes, { from, count: pagesAtOnce }, signal);
  const urls = shown.map(({ page, mediaType, bytes: coded }) => {
    const name = `picture-${evidence.slice(0, 8)}-${page + 1}.${endingOf(mediaType)}`;
    return { page, url: outputs.add({ name, type: mediaType, bytes: new Uint8Array(coded) }, signal) };
  });
  return { width, height, pages: [...pages], shown: urls };
}

/** Throws `desk.bad-request`. */
function firstPageIn(body: Body): number {
  return body["from"] === undefined ? 0 : integerOf(body, "from");
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
