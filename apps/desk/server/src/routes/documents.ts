// A draft of a document: held against its template as it is written, shown as it would leave, and let out.
import type { Hono } from "hono";
import { parseId, type RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { checkDraft, draftLanguage, previewDraft, publishDraft } from "@tocsin/workspace";
import { readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { keepOutputs, sha256Of } from "../written-outputs.ts";

const formats = ["pdf", "docx", "html", "csv", "json"] as const;

export function documentRoutes(app: Hono, desk: Desk): void {
  const [typesetter, wordWriter] = [createTypesetter(), createWordWriter()];

  app.post("/api/document/check", async (context) => {
    const options = await askedFor(await readBody(context), desk);
    return context.json(await checkDraft(workspaceOf(desk), { ...options, signal: context.req.raw.signal }));
  });

  app.post("/api/document/preview", async (context) => {
    const options = await askedFor(await readBody(context), desk);
    const { document, check, withheld, earlier, csv } = await previewDraft(workspaceOf(desk), {
      ...options,
      sha256: sha256Of,
      signal: context.req.raw.signal,
    });
    return context.json({ document, check, withheld, earlier, hasTables: csv !== null });
  });

  app.post("/api/document", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const wanted = formatsIn(body);
    const by = { text: stringOf(body, "approvedBy"), lang: desk.locale };
    const options = {
      ...(await askedFor(body, desk)),
      ...(wanted.includes("pdf") ? { typesetter } : {}),
      ...(wanted.includes("docx") ? { wordWriter } : {}),
      approvedBy: by.text,
      lang: by.lang,
      formats: wanted,
      acceptDifferences: body["acceptDifferences"] === true,
      sha256: sha256Of,
    };
    const job = desk.jobs.start("document", async ({ signal }) => {
      const published = await publishDraft(workspace, { ...options, signal });
      desk.vault.touched();
      return {
        release: published.release,
        outputs: keepOutputs(desk, published, { what: "document", wanted, by, signal }),
      };
    });
    return context.json({ job });
  });
}

/** Composed in the language of the draft, whatever the desk speaks. */
async function askedFor(body: Body, desk: Desk) {
  const document: RecordId = parseId(body["document"]);
  const language = await draftLanguage(workspaceOf(desk), document);
  return {
    document,
    translator: createTranslator(language, await loadCatalogues(language)),
    tool: { name: "tocsin", version: desk.options.version },
  };
}

function formatsIn(body: Body): readonly (typeof formats)[number][] {
  const wanted = formats.filter((format) => stringsOf(body, "formats").includes(format));
  if (wanted.length === 0) throw new DeskError("desk.bad-request", "Cannot write: no format is asked for");
  return wanted;
}
