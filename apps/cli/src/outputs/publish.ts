// `tocsin publish`: says what a public library would let out and what not; with a place, makes it after somebody approved
// it. What left before in exactly this form is made again without another approval.
import { rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { singleFile, type LibraryProblem } from "@tocsin/library";
import { writeArchive } from "@tocsin/formats";
import {
  libraryFiles,
  pageNoteEnding,
  signPage,
  writeLibrary,
  type LibraryBuild,
  type OpenProgram,
} from "@tocsin/node";
import {
  givenFiles,
  planLibrary,
  previewInput,
  releaseLibrary,
  toldPlan,
  type LibraryPlan,
  type PlanLibraryOptions,
  type ReleasedLibrary,
} from "@tocsin/workspace";
import { stringOption, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { noteWritten } from "./clear-copies.ts";
import { openNewFile, refuseTaken, writeNewFile } from "./files.ts";
import { sayChanges } from "./library-changes.ts";
import { fileLines, tellFiles } from "./library-files.ts";
import { libraryOptions } from "./library-options.ts";
import { servePreview } from "./preview.ts";

interface Places {
  readonly to: string | undefined;
  readonly zip: string | undefined;
  readonly single: string | undefined;
}

export async function publish(call: Call): Promise<undefined> {
  const options = await libraryOptions(call);
  const path = (name: string): string | undefined => {
    const typed = stringOption(call, name);
    return typed === undefined ? undefined : resolve(typed);
  };
  const places = { to: path("to"), zip: path("zip"), single: path("singleFile") };
  const note = places.single === undefined ? undefined : `${places.single}${pageNoteEnding}`;
  for (const file of [places.zip, places.single, note]) if (file !== undefined) await refuseTaken(file);
  const isMade = Object.values(places).some((place) => place !== undefined);
  await withProgram(call, async (program) => {
    if (call.options["preview"] === true) await preview(call, program, options);
    else if (isMade) await make(call, program, { options, places });
    else await showPlan(call, await planLibrary(program.workspace, options).finally(call.progress.end));
  });
}

async function showPlan(call: Call, plan: LibraryPlan): Promise<void> {
  if (call.json) {
    await call.give(toldPlan(plan));
    return;
  }
  const { leaving, changes, withheld, fields, unnamed, struck, hidden, notices, earlier, sha256, same } =
    plan;
  const { t } = call.translator;
  await call.say(t("cli.publish.leaves", { count: leaving.length }));
  for (const { kind, title, state } of leaving)
    await call.say(`  ${t(`cli.publish.state.${state}`)}  ${t(`kind.${kind}.one`)}: ${title}`);
  await sayChanges(call, changes);
  for (const line of fileLines(call, plan)) await call.say(line);
  await call.say(t("cli.publish.stays", { count: withheld.length }));
  for (const { kind, label, reason } of withheld)
    await call.say(`  ${t(`kind.${kind}.one`)}: ${label} (${t(`library.reason.${reason}`)})`);
  await call.say(t("cli.publish.names", { count: unnamed.length, struck }));
  await call.say(t("cli.publish.numbers", { count: hidden }));
  await sayFields(call, fields);
  for (const { kind, cell, release } of notices)
    await call.say(t("count.notice", { kind: t(`count.notice.${kind}`), cell, release }));
  for (const { kind, record, label, recordKind, field, release } of earlier)
    await call.say(
      `${t(`release.earlier.${kind}`)}: ${record ?? label} ${recordKind ?? ""}${field === null ? "" : `.${field}`} (${release})`,
    );
  await call.say(`SHA-256 ${sha256}`);
  if (same !== null) await call.say(t("cli.publish.same", { release: same.release }));
}

async function sayFields(call: Call, fields: LibraryPlan["fields"]): Promise<void> {
  const { t } = call.translator;
  const left = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  if (left.length > 0) await call.say(t("cli.publish.fields"));
  for (const [field, count] of left) await call.say(`  ${t(field)}: ${count}`);
}

interface Making {
  readonly options: PlanLibraryOptions;
  readonly places: Places;
}

async function make(call: Call, program: OpenProgram, { options, places }: Making): Promise<void> {
  const { workspace } = program;
  const { t, locale } = call.translator;
  const plan = await planLibrary(workspace, options).finally(call.progress.end);
  const approval = plan.same === null ? await approvalOf(call) : "";
  const by = { text: approval, lang: textLanguageOf(call) };
  const released = await releaseLibrary(workspace, {
    ...options,
    approvedBy: by,
    acceptDifferences: call.options["acceptDifferences"] === true,
  }).finally(call.progress.end);
  call.talk(t(released.isNew ? "cli.publish.released" : "cli.publish.again", { release: released.release }));
  const problems: LibraryProblem[] = [];
  const build = buildOf(call, program, { options, released, problems });
  const paths: string[] = [];
  if (places.to !== undefined) paths.push(await intoFolder(call, places.to, build));
  if (places.zip !== undefined)
    paths.push(await intoFile(call, places.zip, writeArchive(libraryFiles(build))));
  if (places.single !== undefined) paths.push(places.single);
  const notes = places.single === undefined ? [] : [await intoPage(call, places.single, build)];
  const release = released.release;
  const approvedBy = approval === "" ? {} : { by: { text: approval, lang: locale } };
  // Of signatures nothing is noted: they hold hashes alone.
  await noteWritten(
    call,
    workspace,
    paths.map((path) => ({ path, release, ...approvedBy })),
  );
  tellFiles(call, released.plan, places);
  tellProblems(call, problems);
  const written = [...paths, ...notes];
  if (call.json)
    await call.give({ release, isNew: released.isNew, sha256: plan.sha256, paths: written, problems });
  else for (const path of written) await call.say(path);
  call.talk(t("cli.publish.mirrors"));
}

interface Released {
  readonly options: PlanLibraryOptions;
  readonly released: Pick<ReleasedLibrary, "input" | "files">;
  readonly problems: LibraryProblem[];
}

function buildOf(
  call: Call,
  { workspace }: OpenProgram,
  { options, released, problems }: Released,
): LibraryBuild {
  return {
    input: released.input,
    files: released.files,
    translators: options.translators,
    vault: workspace.vault,
    program: `tocsin ${call.parts.version}`,
    onProblem: (problem) => void problems.push(problem),
    onProgress: (done) => call.progress.show({ done, total: null, unit: "files" }),
    signal: call.signal,
  };
}

async function intoFolder(call: Call, folder: string, build: LibraryBuild): Promise<string> {
  const { t } = call.translator;
  const made = await writeLibrary(folder, build).finally(call.progress.end);
  const { written, removed, foreign, aside, manifest } = made;
  call.talk(t("cli.publish.written", { count: manifest.files.length, written, removed }));
  if (foreign.length > 0) call.talk(t("cli.publish.foreign", { count: foreign.length }));
  if (aside !== null) call.talk(t("cli.publish.aside", { path: aside }));
  return made.folder;
}

/** A file that could not be finished is taken away. */
async function intoFile(call: Call, path: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const file = await openNewFile(path);
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.sync();
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    await file.close();
    call.progress.end();
  }
  return path;
}

/** The page, and beside it what proves that nobody changed it; gives the path of that. */
async function intoPage(call: Call, path: string, build: LibraryBuild): Promise<string> {
  const hash = createHash("sha256");
  const pieces = encoded(singleFile(build.input, { ...build, onProblem: () => undefined }));
  await intoFile(call, path, hashed(pieces, hash));
  const note = signPage(build.input.head, hash.digest("hex"), build.vault.signStatement);
  const beside = `${path}${pageNoteEnding}`;
  await writeNewFile(beside, note);
  return beside;
}

async function* hashed(
  pieces: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

function tellProblems(call: Call, problems: readonly LibraryProblem[]): void {
  const { t } = call.translator;
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of counts) call.talk(`${t(`library.problem.${code}`)}: ${count}`);
}

/** Nothing is written, and nothing approved: pages are held in memory until Ctrl C. */
async function preview(call: Call, program: OpenProgram, options: PlanLibraryOptions): Promise<void> {
  const plan = await planLibrary(program.workspace, options).finally(call.progress.end);
  const input = previewInput(plan, program.workspace.context.now());
  const given = givenFiles(program.workspace, plan.files, options.sha256);
  const build = buildOf(call, program, { options, released: { input, files: given }, problems: [] });
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of libraryFiles(build)) files.set(path, bytes);
  call.progress.end();
  await servePreview(call, files);
}
