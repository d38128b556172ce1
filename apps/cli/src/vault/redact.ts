// `tocsin evidence redact ID`: what a picture carries beside its pixels, and a copy of it that carries nothing and hides parts.
import { parseId } from "@tocsin/core";
import type { PictureLook } from "@tocsin/formats";
import { createPictureRedaction, createPictureView } from "@tocsin/node";
import { readPicture, redactPictureOf, type PictureRegion } from "@tocsin/workspace";
import { listOption, requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "./open.ts";

export async function redact(call: Call): Promise<undefined> {
  const evidence = parseId(wordOf(call, 0));
  if (call.options["look"] === true) return lookAt(call, evidence);
  const lang = textLanguageOf(call);
  const regions = listOption(call, "cover").map(regionOf);
  const title = stringOption(call, "title");
  const why = { text: requiredOption(call, "why", "--why"), lang };
  const by = { text: requiredOption(call, "by", "--by"), lang };
  await withProgram(call, async ({ workspace }) => {
    const copy = await redactPictureOf(workspace, {
      evidence,
      regions,
      why,
      by,
      ...(title === undefined ? {} : { title: { text: title, lang } }),
      redact: createPictureRedaction(),
      onPage: (done, total) => call.progress.show({ done, total, unit: "steps" }),
      signal: call.signal,
    });
    if (call.json) await call.give(copy);
    else await call.say(copy.record);
    tellRemoved(call, copy.removed);
    if (copy.removed.includes("document")) call.talk(call.translator.t("picture.pdf-copy"));
    call.talk(call.translator.t("cli.evidence.redact.rest"));
  });
}

async function lookAt(call: Call, evidence: ReturnType<typeof parseId>): Promise<undefined> {
  await withProgram(call, async ({ workspace }) => {
    const { bytes, look } = await readPicture(workspace, evidence, call.signal);
    const seen = await sizeAsSeen(bytes, look, call.signal);
    const { width, height, pages } = seen;
    if (call.json) await call.give({ ...look, ...seen });
    else {
      await call.say(call.translator.t("cli.evidence.redact.size", { width, height }));
      if (look.format === "pdf") await sayPages(call, pages);
    }
    tellRemoved(
      call,
      look.extras.map(({ kind }) => kind),
    );
  });
}

/** Pages have a size only once they are drawn. */
async function sizeAsSeen(bytes: Uint8Array, look: PictureLook, signal: AbortSignal) {
  const { width, height, orientation, format } = look;
  if (format !== "pdf")
    return orientation > 4 ? { width: height, height: width, pages: [0] } : { width, height, pages: [0] };
  const {
    width: across,
    height: down,
    pages,
  } = await createPictureView()(bytes, { from: 0, count: 0 }, signal);
  return { width: across, height: down, pages: pages.map(({ top }) => top) };
}

async function sayPages(call: Call, pages: readonly number[]): Promise<void> {
  for (const [at, top] of pages.entries())
    await call.say(call.translator.t("cli.evidence.redact.page", { number: at + 1, top }));
}

function tellRemoved({ talk, translator: { t } }: Call, kinds: readonly string[]): void {
  for (const kind of kinds) talk(`  ${t(`picture.extra.${kind}`)}`);
}

function regionOf(text: string): PictureRegion {
  const [x, y, width, height, ...more] = text
    .split(",")
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : null));
  if (x == null || y == null || width == null || height == null || more.length > 0)
    throw usage("--cover takes X,Y,WIDTH,HEIGHT in whole pixels");
  return { x, y, width, height };
}
