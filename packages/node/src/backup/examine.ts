// Finds out what a plan needs to know: hashes of what the vault and the copy have under the same names.
import { join } from "node:path";
import { isMissing } from "../files/names.ts";
import { sizeAt } from "./source.ts";
import { atPlace } from "./errors.ts";
import { hashStart, type Watch } from "./copying.ts";
import type { ListedFile } from "./list.ts";
import { sortOf, waitingOf } from "./paths.ts";
import { type FileFacts, type SourceFile, withoutSource } from "./plan.ts";

export interface ExamineInput {
  readonly source: string;
  readonly copy: string;
  readonly files: readonly SourceFile[];
  readonly listed: ReadonlyMap<string, ListedFile>;
  /** Sealed files whose size fits are not hashed again. */
  readonly quick: boolean;
  readonly watch: (path: string) => Watch;
}

export async function examineFiles(input: ExamineInput): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  for (const file of input.files) {
    const listed = input.listed.get(file.path);
    facts.set(file.path, await (listed ? examineListed(input, file, listed) : examineNew(input, file)));
  }
  for (const listed of withoutSource(input.files, input.listed)) {
    const copy = await examineCopy(input, listed);
    facts.set(listed.path, { start: null, isReadable: true, copy, leftover: null });
  }
  return facts;
}

async function examineListed(input: ExamineInput, file: SourceFile, listed: ListedFile): Promise<FileFacts> {
  const { path } = file;
  const copied = await atPlace(() => sizeAt(join(input.copy, path)));
  if (input.quick && sortOf(path) === "evidence" && copied === listed.size && file.size === listed.size)
    return { start: null, isReadable: true, copy: "trusted", leftover: null };
  const copy = await examineCopy(input, listed);
  const start = file.size < listed.size ? null : await hashSource(input, path, listed.size);
  if (start === "unreadable") return { start: null, isReadable: false, copy, leftover: null };
  const isSettled = start === listed.sha256 && copy === "intact";
  return { start, isReadable: true, copy, leftover: isSettled ? null : await waitingFor(input, file) };
}

/** A file that an interrupted run copied is whole if it is what the vault has. */
async function examineNew(input: ExamineInput, file: SourceFile): Promise<FileFacts> {
  const { path, size } = file;
  const nothing: FileFacts = { start: null, isReadable: true, copy: "missing", leftover: null };
  const copied = await atPlace(() => sizeAt(join(input.copy, path)));
  if (copied === null || copied < size) return nothing;
  const sha256 = await hashSource(input, path, size);
  if (sha256 === "unreadable") return { ...nothing, isReadable: false };
  if (sha256 === null) return nothing;
  const copy = await examineCopy(input, { path, size, sha256 });
  return copy === "intact" ? { ...nothing, leftover: { sha256, isWaiting: false } } : nothing;
}

/** Bytes that wait under a name made from their hash, if they are what the vault has. */
async function waitingFor(input: ExamineInput, { path, size }: SourceFile): Promise<FileFacts["leftover"]> {
  const sha256 = await hashSource(input, path, size);
  if (sha256 === null || sha256 === "unreadable") return null;
  const waiting = waitingOf(path, sha256);
  if ((await atPlace(() => sizeAt(join(input.copy, waiting)))) !== size) return null;
  const found = await hashStart(join(input.copy, waiting), size, input.watch(path)).catch(nullIfUnreadable);
  return found === sha256 ? { sha256, isWaiting: true } : null;
}

async function examineCopy(
  input: ExamineInput,
  { path, size, sha256 }: ListedFile,
): Promise<FileFacts["copy"]> {
  const target = join(input.copy, path);
  if ((await atPlace(() => sizeAt(target))) === null) return "missing";
  const found = await hashStart(target, size, input.watch(path)).catch(nullIfUnreadable);
  return found === sha256 ? "intact" : "damaged";
}

async function hashSource(input: ExamineInput, path: string, length: number): Promise<string | null> {
  try {
    return await hashStart(join(input.source, path), length, input.watch(path));
  } catch (cause) {
    if (isMissing(cause)) return null;
    if (isOfSystem(cause)) return "unreadable";
    throw cause;
  }
}

function nullIfUnreadable(cause: unknown): null {
  if (isOfSystem(cause)) return null;
  throw cause;
}

function isOfSystem(cause: unknown): boolean {
  return cause instanceof Error && "syscall" in cause;
}
