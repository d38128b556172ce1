import type { Hono } from "hono";
import { releaseFields, type Audience } from "@tocsin/cases";
import { parseId } from "@tocsin/core";
import { createTypesetter } from "@tocsin/node";
import { previewCase, publishCase } from "@tocsin/workspace";
import { reportText } from "@tocsin/publish";
import { readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { audienceIn, formatsIn, keepOutputs, sha256Of, translatorFor } from "../written-outputs.ts";

export function reportRoutes(app: Hono, desk: Desk): void {
  const typesetter = createTypesetter();

  app.post("/api/report/preview", async (context) => {
    const body = await readBody(context);
    const translator = await translatorFor(body, desk);
    const options = { ...askedFor(body, desk), translator };
    const { report, withheld, earlier } = await previewCase(workspaceOf(desk), options);
    return context.json({
      report,
      text: reportText(report, translator),
      withheld: withheld.map(({ person, reason }) => ({ kind: "person", record: person, reason })),
      fields: releaseFields[options.audience],
      earlier,
    });
  });

  app.post("/api/report", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const translator = await translatorFor(body, desk);
    const wanted = formatsIn(body);
    const options = {
      ...askedFor(body, desk),
      translator,
      typesetter,
      approvedBy: stringOf(body, "approvedBy"),
      lang: translator.locale,
      formats: wanted,
      acceptDifferences: body["acceptDifferences"] === true,
      sha256: sha256Of,
    };
    const job = desk.jobs.start("report", async ({ signal }) => {
      const published = await publishCase(workspace, { ...options, signal });
      desk.vault.touched();
      return {
        release: published.release,
        outputs: keepOutputs(desk, published, {
          what: "report",
          wanted,
          by: { text: options.approvedBy, lang: options.lang },
          signal,
        }),
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
  const audience = audienceIn(body);
  return { case: parseId(body["case"]), audience, tool: { name: "tocsin", version: desk.options.version } };
}
