// The public library on the desk: what would leave, its pages as they would read, and letting it out through a release.
import { join, basename } from "node:path";
import type { Context, Hono } from "hono";
import { mediaTypeOf, openLibrary, singleFile, type LibraryProblem } from "@tocsin/library";
import { writeArchive } from "@tocsin/formats";
import {
  breathing,
  libraryFiles,
  pageNoteEnding,
  signPage,
  writeLibrary,
  type LibraryBuild,
} from "@tocsin/node";
import {
  noteClearCopies,
  planLibrary,
  previewInput,
  releaseLibrary,
  toldPlan,
  type ReleasedLibrary,
} from "@tocsin/workspace";
import { optionalString, readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import type { JobHandle } from "../jobs.ts";
import type { PlannedLibrary } from "../libraries.ts";
import { keepPieces } from "../kept-pieces.ts";
import { libraryOptions } from "../library-options.ts";
import { sha256Of } from "../written-outputs.ts";

export function libraryRoutes(app: Hono, desk: Desk): void {
  app.post("/api/library/plan", async (context) => {
    const options = await libraryOptions(await readBody(context));
    const workspace = workspaceOf(desk);
    const job = desk.jobs.start("library-plan", async ({ signal, progress }) => {
      const plan = await planLibrary(workspace, {
        ...options,
        signal,
        onProgress: (state) => progress({ ...state, unit: "steps", at: "" }),
      });
      return { id: desk.libraries.hold(plan, options, signal).id, ...toldPlan(plan) };
    });
    return context.json({ job });
  });

  app.post("/api/library/preview", async (context) => {
    const { id, plan, options } = plannedIn(desk, await readBody(context));
    const input = previewInput(plan, workspaceOf(desk).context.now());
    const pages = await openLibrary(
      { ...input, items: breathing(input.items) },
      {
        translators: options.translators,
        sha256: sha256Of,
        onProblem: () => undefined,
        signal: context.req.raw.signal,
      },
    );
    const folder = desk.libraries.show(id, pages);
    if (folder === "") throw noSuchLibrary();
    return context.json({ folder });
  });

  app.get("/preview/*", (context) => showPage(context, desk));

  app.post("/api/library", async (context) => {
    const body = await readBody(context);
    const planned = plannedIn(desk, body);
    const making = makingIn(body, desk.locale);
    const job = desk.jobs.start("library", (handle) => make(desk, { planned, making, handle }));
    return context.json({ job });
  });
}

function plannedIn(desk: Desk, body: Body): PlannedLibrary {
  const planned = desk.libraries.get(stringOf(body, "plan"));
  if (planned === undefined) throw noSuchLibrary();
  return planned;
}

function noSuchLibrary(): DeskError {
  return new DeskError("desk.no-such-library", "Cannot find plan of library: it is no longer kept");
}

/**
 * A page of the sandbox has an origin of its own that is nobody's: it sends no cookie, reads nothing of the desk, and leads
 * nowhere else.
 */
const policy = [
  "sandbox allow-scripts allow-forms",
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

function showPage(context: Context, desk: Desk): Response {
  const { path } = context.req;
  const page = desk.libraries.page(path);
  if (page === undefined) return context.text("Tocsin: nothing here.", 404);
  context.header("content-type", mediaTypeOf(path));
  context.header("content-security-policy", policy);
  context.header("cross-origin-resource-policy", "cross-origin");
  return context.body(page);
}

const forms = ["zip", "page", "folder"] as const;

interface Making {
  readonly form: (typeof forms)[number];
  /** For a folder: where it lies. */
  readonly folder: string;
  readonly approvedBy: { readonly text: string; readonly lang: string };
  readonly acceptDifferences: boolean;
}

function makingIn(body: Body, locale: string): Making {
  const form = forms.find((each) => each === body["form"]);
  if (form === undefined) throw new DeskError("desk.bad-request", "Cannot write library: no such form");
  return {
    form,
    folder: form === "folder" ? folderOf(body) : "",
    approvedBy: { text: optionalString(body, "approvedBy") ?? "", lang: locale },
    acceptDifferences: body["acceptDifferences"] === true,
  };
}

/** A folder of its own inside the one that was chosen; a library of ours that lies there is renewed. */
function folderOf(body: Body): string {
  const name = stringOf(body, "name");
  const folder = join(stringOf(body, "path"), name);
  if (basename(folder) !== name || name.startsWith("."))
    throw new DeskError("desk.bad-request", "Cannot write library: not a name of a folder");
  return folder;
}

interface Made {
  readonly planned: PlannedLibrary;
  readonly making: Making;
  readonly handle: JobHandle;
}

async function make(desk: Desk, { planned, making, handle }: Made): Promise<unknown> {
  const workspace = workspaceOf(desk);
  const { signal, progress } = handle;
  const { approvedBy, acceptDifferences } = making;
  const released = await releaseLibrary(workspace, {
    ...planned.options,
    approvedBy,
    acceptDifferences,
    planned: planned.plan.sha256,
    signal,
    onProgress: (state) => progress({ ...state, unit: "steps", at: "" }),
  });
  desk.vault.touched();
  const problems = new Map<string, number>();
  const build: LibraryBuild = {
    input: released.input,
    files: released.files,
    translators: planned.options.translators,
    vault: workspace.vault,
    program: `tocsin ${desk.options.version}`,
    onProblem: ({ code }: LibraryProblem) => void problems.set(code, (problems.get(code) ?? 0) + 1),
    onProgress: (done) => progress({ done, total: null, unit: "files", at: "" }),
    signal,
  };
  const written = await write(desk, { released, build, making, handle });
  const { release, isNew } = released;
  return { release, isNew, problems: Object.fromEntries(problems), ...written };
}

interface Writing {
  readonly released: ReleasedLibrary;
  readonly build: LibraryBuild;
  readonly making: Making;
  readonly handle: JobHandle;
}

async function write(desk: Desk, writing: Writing): Promise<object> {
  const { released, build, making, handle } = writing;
  const { release } = released;
  const by = making.approvedBy.text === "" ? {} : { by: making.approvedBy };
  if (making.form === "folder") {
    const { folder, manifest, written, foreign } = await writeLibrary(making.folder, build);
    await noteClearCopies(workspaceOf(desk), [{ title: basename(folder), where: folder, release, ...by }]);
    desk.vault.touched();
    return { outputs: [], folder, files: manifest.files.length, written, foreign: foreign.length };
  }
  const isZip = making.form === "zip";
  // Once it has left the desk's hands no work of ours goes on: a later reading is not stopped by the end of this one.
  const again: LibraryBuild = { ...build, onProblem: () => undefined, onProgress: () => undefined };
  const { signal: _, ...unwatched } = again;
  const input = { ...released.input, items: breathing(released.input.items) };
  const pieces = (own: LibraryBuild): AsyncIterable<Uint8Array> =>
    isZip
      ? writeArchive(libraryFiles(own))
      : encoded(breathing(singleFile(input, { ...own, onProblem: () => undefined })));
  const kept = await keepPieces(pieces(build), {
    again: () => pieces(unwatched),
    signal: handle.signal,
  });
  const name = `library-${release.slice(0, 8)}.${isZip ? "zip" : "html"}`;
  const type = isZip ? "application/zip" : "text/html; charset=utf-8";
  const clear = { release, sha256: kept.sha256, ...by };
  const url = desk.outputs.add({ name, type, bytes: kept.bytes, clear }, handle.signal);
  const { length } = kept.bytes;
  const main = { format: isZip ? "zip" : "html", name, bytes: length, sha256: kept.sha256, url };
  return { outputs: isZip ? [main] : [main, noteOutput(desk, { name, page: kept.sha256 }, writing)] };
}

interface Note {
  /** Of the page that it signs. */
  readonly name: string;
  /** SHA-256 of the page. */
  readonly page: string;
}

/** It holds hashes alone: nothing is noted of it when it leaves. */
function noteOutput(desk: Desk, { name, page }: Note, { released, build, handle }: Writing): object {
  const bytes = signPage(released.input.head, page, build.vault.signStatement);
  const sha256 = sha256Of(bytes);
  const own = {
    name: `${name}${pageNoteEnding}`,
    type: "text/plain; charset=utf-8",
    bytes: new Uint8Array(bytes),
  };
  const url = desk.outputs.add(own, handle.signal);
  return { format: "note", name: own.name, bytes: bytes.length, sha256, url };
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
