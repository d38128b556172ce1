// Decides what a backup has to do: pure, over what was found in the vault and in the copy.
import type { ListedFile } from "./list.ts";
import { compareForCopying, sortOf } from "./paths.ts";

export interface SourceFile {
  readonly path: string;
  /** Bytes that belong to the backup: of a segment those that its heads cover. */
  readonly size: number;
  /** False for a segment in which damage was found. */
  readonly isSound: boolean;
}

/** What was found out about a file of the vault and its copy. */
export interface FileFacts {
  /** Of the first bytes of the source, as many as the list names; null where it is shorter, or was not hashed. */
  readonly start: string | null;
  readonly isReadable: boolean;
  /** `trusted`: its size fits, and nobody hashed it. */
  readonly copy: "intact" | "damaged" | "missing" | "trusted";
  /** Whole bytes of this very file that an interrupted run left, under its own name or waiting. */
  readonly leftover: { readonly sha256: string; readonly isWaiting: boolean } | null;
}

/** Why a copy keeps older bytes than the vault has, or lacks what the vault had. */
export type ProblemSort =
  /** The vault's file is not what it was, and may not have changed. */
  | "altered"
  /** The vault's segment is damaged. */
  | "damaged"
  | "unreadable"
  /** The vault's file is gone, and nothing says that it was erased. */
  | "gone"
  /** Neither the vault nor the copy has it whole. */
  | "lost";

export interface CopyProblem {
  readonly path: string;
  readonly what: ProblemSort;
}

export type Step =
  | { readonly do: "keep"; readonly file: ListedFile }
  /** Whole bytes are there already. */
  | { readonly do: "adopt"; readonly file: ListedFile }
  /** Under its own name at once, or waiting until the list has changed. */
  | { readonly do: "copy"; readonly path: string; readonly size: number; readonly isWaiting: boolean }
  /** Appends what came behind the first `from` bytes. */
  | { readonly do: "continue"; readonly path: string; readonly size: number; readonly from: number };

export interface BackupPlan {
  readonly steps: readonly Step[];
  /** Listed files that go once the new list is durable. */
  readonly removals: readonly string[];
  readonly problems: readonly CopyProblem[];
  /** Bytes to be written at most. */
  readonly bytes: number;
}

export interface PlanInput {
  readonly source: readonly SourceFile[];
  readonly listed: ReadonlyMap<string, ListedFile>;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** Whether a file that the vault no longer has may go from the copy: it was erased, or never counted. */
  readonly mayGo: (path: string) => boolean;
}

export function planBackup({ source, listed, facts, mayGo }: PlanInput): BackupPlan {
  const decisions = [
    ...source.map((file) => decide(file, listed.get(file.path), facts.get(file.path) ?? nothingKnown)),
    ...withoutSource(source, listed).map((file) =>
      decideGone(file, facts.get(file.path) ?? nothingKnown, mayGo(file.path)),
    ),
  ];
  const steps = decisions
    .flatMap(({ step }) => step ?? [])
    .sort((a, b) => compareForCopying(pathOf(a), pathOf(b)));
  return {
    steps,
    removals: decisions.flatMap(({ removal }) => removal ?? []),
    problems: decisions.flatMap(({ problem }) => problem ?? []),
    bytes: steps.reduce((sum, step) => sum + bytesOf(step), 0),
  };
}

/** Listed files that the vault no longer has. */
export function withoutSource(
  source: readonly SourceFile[],
  listed: ReadonlyMap<string, ListedFile>,
): readonly ListedFile[] {
  const held = new Set(source.map(({ path }) => path));
  return [...listed.values()].filter(({ path }) => !held.has(path));
}

export function pathOf(step: Step): string {
  return step.do === "keep" || step.do === "adopt" ? step.file.path : step.path;
}

interface Decision {
  readonly step?: Step;
  readonly removal?: string;
  readonly problem?: CopyProblem;
}

const nothingKnown: FileFacts = { start: null, isReadable: true, copy: "missing", leftover: null };

/** Damage in the log is told every time, also where it was copied. */
function decide(source: SourceFile, listed: ListedFile | undefined, facts: FileFacts): Decision {
  const decision = decideWhole(source, listed, facts);
  return source.isSound || decision.problem !== undefined
    ? decision
    : { ...decision, problem: { path: source.path, what: "damaged" } };
}

function decideWhole(source: SourceFile, listed: ListedFile | undefined, facts: FileFacts): Decision {
  const { path, size } = source;
  if (!facts.isReadable) return hold(path, listed, { what: "unreadable", copy: facts.copy });
  if (listed === undefined) return { step: stepFor(source, facts, false) };
  const isSame = isTheSame(source, listed, facts);
  if (isSame && isWhole(facts.copy))
    return size === listed.size
      ? { step: { do: "keep", file: listed } }
      : { step: { do: "continue", path, size, from: listed.size } };
  const what = isSame ? null : whyItDiffers(source);
  if (what === null) return { step: stepFor(source, facts, true) };
  return isWhole(facts.copy)
    ? hold(path, listed, { what, copy: facts.copy })
    : { step: stepFor(source, facts, true), problem: { path, what } };
}

/** Only segments may have grown. */
function isTheSame({ path, size }: SourceFile, listed: ListedFile, { start, copy }: FileFacts): boolean {
  if (size !== listed.size && sortOf(path) !== "segment") return false;
  return start === listed.sha256 || (copy === "trusted" && start === null);
}

/** What an interrupted run left is taken; else the file is copied, waiting where a list names older bytes. */
function stepFor({ path, size }: SourceFile, { leftover }: FileFacts, isWaiting: boolean): Step {
  return leftover?.isWaiting === isWaiting
    ? { do: "adopt", file: { path, size, sha256: leftover.sha256 } }
    : { do: "copy", path, size, isWaiting };
}

/** Null where other bytes are what erasure and changes of keys leave behind. */
function whyItDiffers({ path, isSound }: SourceFile): ProblemSort | null {
  const sort = sortOf(path);
  if (sort === "evidence" || sort === "aside") return "altered";
  return sort === "segment" && !isSound ? "damaged" : null;
}

/** What the copy has stays, where it is whole. */
function hold(
  path: string,
  listed: ListedFile | undefined,
  { what, copy }: { readonly what: ProblemSort; readonly copy: FileFacts["copy"] },
): Decision {
  if (listed !== undefined && isWhole(copy))
    return { step: { do: "keep", file: listed }, problem: { path, what } };
  return { problem: { path, what: listed === undefined ? what : "lost" } };
}

/** Tails that were set aside go when the vault drops them; the log and evidence only when they may. */
function decideGone(file: ListedFile, { copy }: FileFacts, mayGo: boolean): Decision {
  const { path } = file;
  if (mayGo || sortOf(path) === "aside") return { removal: path };
  return hold(path, file, { what: "gone", copy });
}

function isWhole(copy: FileFacts["copy"]): boolean {
  return copy === "intact" || copy === "trusted";
}

function bytesOf(step: Step): number {
  if (step.do === "copy") return step.size;
  return step.do === "continue" ? step.size - step.from : 0;
}
