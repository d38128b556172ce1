import type { Hono } from "hono";
import type { Audience } from "@tocsin/cases";
import { parseId, type RecordId } from "@tocsin/core";
import { exportRecords, planExport } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { audienceIn, keepTable, sha256Of, tableFormatIn } from "../written-outputs.ts";

/** All records of a kind, or those that were chosen, as a table, through a release that a person approved. */
export function exportRoutes(app: Hono, desk: Desk): void {
  app.post("/api/export/plan", async (context) => {
    const chosen = chosenIn(await readBody(context));
    return context.json(await planExport(workspaceOf(desk), { ...chosen, signal: context.req.raw.signal }));
  });

  app.post("/api/export", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const { kind, audience, ...chosen } = chosenIn(body);
    const format = tableFormatIn(body);
    const lang = optionalString(body, "lang") ?? desk.locale;
    const approvedBy = { text: stringOf(body, "approvedBy"), lang };
    const job = desk.jobs.start("export", async ({ signal, progress }) => {
      const { bytes, sha256, release, ...exported } = await exportRecords(workspace, {
        kind,
        ...chosen,
        audience,
        acceptDifferences: body["acceptDifferences"] === true,
        format,
        approvedBy,
        signal,
        sha256: sha256Of,
        onProgress: (done) => progress({ ...done, unit: "rows", at: "" }),
      });
      desk.vault.touched();
      const written = { release, bytes, sha256 };
      const outputs = keepTable(desk, written, { what: kind, format, by: approvedBy, signal });
      return { release, ...exported, outputs };
    });
    return context.json({ job });
  });
}

interface Chosen {
  readonly kind: string;
  readonly audience: Audience;
  readonly records?: readonly RecordId[];
}

/** Throws `desk.bad-request`. */
function chosenIn(body: Body): Chosen {
  const records = stringsOf(body, "records").map((id) => parseId(id));
  return {
    kind: stringOf(body, "kind"),
    audience: audienceIn(body),
    ...(body["records"] === undefined ? {} : { records }),
  };
}
