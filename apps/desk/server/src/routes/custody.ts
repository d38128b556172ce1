import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import { createTypesetter } from "@tocsin/node";
import { planCustody, publishCustody } from "@tocsin/workspace";
import { readBody, stringOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { audienceIn, formatsIn, keepOutputs, sha256Of, translatorFor } from "../written-outputs.ts";

/** The custody sheet of a piece of evidence as it leaves: shown first, then approved and written. */
export function custodyRoutes(app: Hono, desk: Desk): void {
  const typesetter = createTypesetter();

  app.post("/api/custody/plan", async (context) => {
    const body = await readBody(context);
    const asked = { evidence: parseId(body["evidence"]), audience: audienceIn(body) };
    const { signal } = context.req.raw;
    return context.json(await planCustody(workspaceOf(desk), { ...asked, signal }));
  });

  app.post("/api/custody", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const translator = await translatorFor(body, desk);
    const wanted = formatsIn(body);
    const options = {
      evidence: parseId(body["evidence"]),
      audience: audienceIn(body),
      approvedBy: stringOf(body, "approvedBy"),
      lang: translator.locale,
      formats: wanted,
      acceptDifferences: body["acceptDifferences"] === true,
      tool: { name: "tocsin", version: desk.options.version },
      translator,
      typesetter,
      sha256: sha256Of,
    };
    const job = desk.jobs.start("custody", async ({ signal }) => {
      const published = await publishCustody(workspace, { ...options, signal });
      desk.vault.touched();
      const { release, withheld, struck } = published;
      const by = { text: options.approvedBy, lang: options.lang };
      const outputs = keepOutputs(desk, published, { what: "custody", wanted, by, signal });
      return { release, outputs, withheld, struck };
    });
    return context.json({ job });
  });
}
