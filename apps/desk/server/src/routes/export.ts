import { createHash } from "node:crypto";
import type { Hono } from "hono";
import type { Audience } from "@tocsin/cases";
import { parseId, type RecordId } from "@tocsin/core";
import { exportRecords, planExport } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { audienceIn } from "../written-outputs.ts";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

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
    const { format } = body;
    if (format !== "csv" && format !== "json")
      throw new DeskError("desk.bad-request", "Cannot export: no such format");
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
        sha256: (each) => createHash("sha256").update(each).digest("hex"),
        onProgress: (done) => progress({ ...done, unit: "rows", at: "" }),
      });
      desk.vault.touched();
      const name = `${kind}-${release.slice(0, 8)}.${format}`;
      const clear = { release, sha256, by: approvedBy };
      const url = desk.outputs.add(
        { name, type: types[format], bytes: new Uint8Array(bytes), clear },
        signal,
      );
      return { release, ...exported, outputs: [{ format, name, bytes: bytes.length, sha256, url }] };
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
