import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { audienceCodes } from "@tocsin/cases";
import { parseId } from "@tocsin/core";
import { exportRecords } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** All records of a kind, or those that were chosen, as a table, through a release that a person approved. */
export function exportRoutes(app: Hono, desk: Desk): void {
  app.post("/api/export", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const kind = stringOf(body, "kind");
    const audience = audienceCodes.find((code) => code === body["audience"]);
    const { format } = body;
    if (audience === undefined || (format !== "csv" && format !== "json"))
      throw new DeskError("desk.bad-request", "Cannot export: no such audience or format");
    const records = stringsOf(body, "records").map((id) => parseId(id));
    const lang = optionalString(body, "lang") ?? desk.locale;
    const approvedBy = { text: stringOf(body, "approvedBy"), lang };
    const job = desk.jobs.start("export", async ({ signal, progress }) => {
      const { bytes, sha256, release, ...exported } = await exportRecords(workspace, {
        kind,
        ...(body["records"] === undefined ? {} : { records }),
        audience,
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
