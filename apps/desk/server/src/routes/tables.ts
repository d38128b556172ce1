import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import type { Hono } from "hono";
import { encodeUtf8 } from "@tocsin/core";
import { FormatError, tableLimits } from "@tocsin/formats";
import { loadCatalogues, shippedLocales } from "@tocsin/language";
import { createTableComposer, createTableLook } from "@tocsin/node";
import type { Registry } from "@tocsin/records";
import {
  composedBatches,
  guessMapping,
  importTable,
  lookAtTable,
  mostTableFiles,
  parseMapping,
  problemsAsCsv,
  type ComposeTable,
  type HeadedTable,
  type TableFile,
  type TableMapping,
} from "@tocsin/workspace";
import { optionalString, readBody, readBytes, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle, JobKind } from "../jobs.ts";
import { listMappings, readMapping } from "../mappings.ts";
import { problemsOf, reportOf, type TableReport } from "../table-report.ts";
import { noteRun, type TableRun, type WaitingTable } from "../tables.ts";

/** A table comes in: looked at, mapped, checked, and then imported exactly as it was checked. */
export function tableRoutes(app: Hono, desk: Desk): void {
  takingRoutes(app, desk);

  app.get("/api/mappings", async (context) => context.json(await listMappings(desk)));

  app.get("/api/mappings/:id", async (context) =>
    context.json(await readMapping(desk, context.req.param("id"))),
  );

  app.post("/api/tables/:id/guess", async (context) => {
    const table = desk.tables.get(context.req.param("id"));
    return context.json(await guessFor(desk, table, await readBody(context)));
  });

  app.post("/api/tables/:id/check", async (context) => {
    const { mapping } = await readBody(context);
    const table = desk.tables.get(context.req.param("id"));
    const job = begin(desk, "table-check", {
      table,
      mapping: parseMapping(mapping ?? null, desk.options.registry),
    });
    return context.json({ job });
  });

  app.post("/api/tables/:id/import", async (context) => {
    const checked = stringOf(await readBody(context), "checked");
    const table = desk.tables.get(context.req.param("id"));
    const { mapping, report } = runOf(table, checked);
    if (report === null) throw new DeskError("desk.bad-request", "Cannot import: the check has not ended");
    const isChecked = report.counts["cut"] === undefined;
    return context.json({
      job: begin(desk, "table-import", { table, mapping, rows: report.rows, isChecked }),
    });
  });

  app.get("/api/tables/:id/problems", (context) => {
    const { run = "", reason = "", from = "0" } = context.req.query();
    const { report } = runOf(desk.tables.get(context.req.param("id")), run);
    if (report === null) return context.json([]);
    return context.json(problemsOf(report, { reason, from: Math.max(0, Number(from) || 0) }));
  });

  app.post("/api/tables/:id/problems", async (context) => {
    const run = stringOf(await readBody(context), "run");
    const { report } = runOf(desk.tables.get(context.req.param("id")), run);
    if (report === null)
      throw new DeskError("desk.bad-request", "Cannot write problems: the check has not ended");
    const bytes = encodeUtf8(problemsAsCsv(report.problems));
    const file = { name: "problems.csv", type: "text/csv; charset=utf-8", bytes };
    return context.json({ url: desk.outputs.add(file, context.req.raw.signal) });
  });
}

function takingRoutes(app: Hono, desk: Desk): void {
  app.post("/api/tables", async (context) => {
    const body = await readBody(context);
    const path = stringOf(body, "path");
    workspaceOf(desk);
    const file = { name: basename(path), bytes: await readTable(path) };
    return context.json(await take(desk, file, optionalString(body, "with")));
  });

  app.put("/api/tables", async (context) => {
    workspaceOf(desk);
    const bytes = await readBytes(context, tableLimits.file);
    const file = { name: basename(context.req.query("name") ?? ""), bytes };
    return context.json(await take(desk, file, context.req.query("with")));
  });

  app.delete("/api/tables/:id", (context) => {
    desk.tables.drop(context.req.param("id"));
    return context.json({});
  });
}

async function readTable(path: string): Promise<Uint8Array> {
  const info = isAbsolute(path) ? await stat(path).catch(() => null) : null;
  if (info?.isFile() !== true) throw new DeskError("desk.bad-request", "Cannot take table: this is no file");
  if (info.size > tableLimits.file)
    throw new FormatError("formats.limit", "Cannot take table: the file is too large");
  return readFile(path);
}

/** With others that wait already, it becomes one table of several files. */
async function take(desk: Desk, file: TableFile, others?: string): Promise<unknown> {
  const lookAt = createTableLook() ?? lookAtTable;
  const { locks } = desk.vault;
  const before = others === undefined ? [] : (desk.tables.get(others).files ?? []);
  const files = [...before, { ...file, name: file.name === "" ? "table" : file.name }];
  checkFiles(files);
  const look = await lookAt(files);
  if (desk.vault.locks !== locks)
    throw new DeskError("desk.locked", "Cannot take table: the vault was locked meanwhile");
  if (others !== undefined) desk.tables.drop(others);
  const fileName = files.map(({ name }) => name).join(", ");
  const table = desk.tables.add({ fileName, look, files });
  return { table, fileName, size: sizeOf(files), ...look };
}

function checkFiles(files: readonly TableFile[]): void {
  if (files.length > mostTableFiles)
    throw new FormatError("formats.limit", `Cannot take table: more than ${mostTableFiles} files`);
  if (sizeOf(files) > tableLimits.file)
    throw new FormatError("formats.limit", "Cannot take table: its files are too large together");
}

function sizeOf(files: readonly TableFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** The headings can be in any language that the desk speaks. */
async function guessFor(desk: Desk, { fileName, look }: WaitingTable, body: Body): Promise<TableMapping> {
  const { sheet = 0, headings = 1 } = body;
  const looked = typeof sheet === "number" ? look.sheets[sheet] : undefined;
  if (looked === undefined) throw new DeskError("desk.bad-request", "Cannot guess: there is no such sheet");
  const rows = looked.rows.filter(({ row }) => row >= Number(headings));
  const table: HeadedTable = { sheets: [{ name: looked.name, rows: () => rows }] };
  const loaded = await Promise.all(shippedLocales.map(loadCatalogues));
  const catalogues = loaded.flatMap((each) => Object.values(each));
  const kind = optionalString(body, "kind");
  return guessMapping(table, desk.options.registry, {
    name: fileName,
    language: optionalString(body, "language") ?? desk.locale,
    labels: (key) => catalogues.flatMap((catalogue) => catalogue[key] ?? []),
    ...(kind === undefined ? {} : { kind }),
  });
}

interface Wanted {
  readonly table: WaitingTable;
  readonly mapping: TableMapping;
  /** As many as the check went through. */
  readonly rows?: number;
  /** The check met nothing that stops an import. */
  readonly isChecked?: boolean;
}

function begin(desk: Desk, kind: JobKind, { table, mapping, rows, isChecked = false }: Wanted): string {
  const workspace = workspaceOf(desk);
  const { files, fileName } = table;
  if (files === null) throw new DeskError("desk.no-such-table", "Cannot go on: this table was imported");
  if (desk.jobs.all().some((job) => job.kind.startsWith("table-") && job.state === "running"))
    throw new DeskError("desk.busy", "Cannot go on: a table is being gone through");
  const dryRun = kind === "table-check";
  return desk.jobs.start(kind, async (handle): Promise<TableReport> => {
    const run = noteRun(table, handle.id, mapping);
    const imported = await importTable(workspace, {
      files,
      mapping,
      dryRun,
      isChecked,
      compose: createTableComposer() ?? composeHere(desk.options.registry),
      sha256,
      ...watch(handle, rows ?? null),
    });
    run.report = imported;
    if (!dryRun) {
      table.files = null;
      desk.vault.touched();
    }
    return reportOf(fileName, imported);
  });
}

function runOf(table: WaitingTable, job: string): TableRun {
  const run = table.runs.get(job);
  if (run === undefined)
    throw new DeskError("desk.no-such-table", "Cannot go on: this check is no longer kept");
  return run;
}

function watch(
  { signal, progress }: JobHandle,
  total: number | null,
): { readonly signal: AbortSignal; readonly onProgress: (done: number) => void } {
  return { signal, onProgress: (done) => progress({ done, total, unit: "rows", at: "" }) };
}

/** Where no thread was built: between two batches other requests are answered. */
function composeHere(registry: Registry): ComposeTable {
  return async function* compose(table, { readKnown, signal }) {
    for await (const batch of composedBatches(table, { registry, sha256 }, readKnown)) {
      await new Promise((settle) => {
        setImmediate(settle);
      });
      signal?.throwIfAborted();
      yield batch;
    }
  };
}

function sha256(each: Uint8Array | string): string {
  return createHash("sha256").update(each).digest("hex");
}
