import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { audienceCodes, releaseFields, type Audience } from "@tocsin/cases";
import { parseId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { createTypesetter } from "@tocsin/node";
import { previewCase, publishCase, type PublishedCase } from "@tocsin/workspace";
import { reportText } from "@tocsin/publish";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

const formats = ["pdf", "html", "json"] as const;
type Format = (typeof formats)[number];

const types: Readonly<Record<Format, string>> = {
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
};

export function reportRoutes(app: Hono, desk: Desk): void {
  const typesetter = createTypesetter();

  app.post("/api/report/preview", async (context) => {
    const body = await readBody(context);
    const translator = await translatorFor(body, desk);
    const options = { ...askedFor(body, desk), translator };
    const { report, withheld } = await previewCase(workspaceOf(desk), options);
    return context.json({
      report,
      text: reportText(report, translator),
      withheld: withheld.map(({ person, reason }) => ({ kind: "person", record: person, reason })),
      fields: releaseFields[options.audience],
    });
  });

  app.post("/api/report", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const translator = await translatorFor(body, desk);
    const wanted = formats.filter((format) => stringsOf(body, "formats").includes(format));
    if (wanted.length === 0)
      throw new DeskError("desk.bad-request", "Cannot write report: no format is asked for");
    const options = {
      ...askedFor(body, desk),
      translator,
      typesetter,
      approvedBy: stringOf(body, "approvedBy"),
      lang: translator.locale,
      formats: wanted,
      sha256: sha256Of,
    };
    const job = desk.jobs.start("report", async ({ signal }) => {
      const published = await publishCase(workspace, { ...options, signal });
      desk.vault.touched();
      return {
        release: published.release,
        outputs: outputsOf(desk, published, { wanted, signal }),
        withheld: published.withheld,
      };
    });
    return context.json({ job });
  });
}

function askedFor(
  body: Body,
  desk: Desk,
): { case: ReturnType<typeof parseId>; audience: Audience; tool: { name: string; version: string } } {
  const audience = audienceCodes.find((code) => code === body["audience"]);
  if (audience === undefined)
    throw new DeskError("desk.bad-request", "Cannot write report: no such audience");
  return { case: parseId(body["case"]), audience, tool: { name: "tocsin", version: desk.options.version } };
}

async function translatorFor(body: Body, desk: Desk): Promise<Translator> {
  const locale = optionalString(body, "lang") ?? desk.locale;
  return createTranslator(locale, await loadCatalogues(locale));
}

/** File names say what it is and which release, never whose. */
function outputsOf(
  { outputs }: Desk,
  published: PublishedCase,
  { wanted, signal }: { readonly wanted: readonly Format[]; readonly signal: AbortSignal },
): unknown {
  return wanted.flatMap((format) => {
    const bytes = published[format];
    if (bytes === null) return [];
    const name = `report-${published.release.slice(0, 8)}.${format}`;
    const url = outputs.add({ name, type: types[format], bytes: new Uint8Array(bytes) }, signal);
    return [{ format, name, bytes: bytes.length, sha256: sha256Of(bytes), url }];
  });
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
