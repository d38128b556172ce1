// The public library leaves: planned, approved by a person, written down as a release, and only then handed on as plain
// data. What left already in exactly this form leaves again by the release that it has.
import type { LibraryInput } from "@tocsin/library";
import { releaseFields } from "@tocsin/cases";
import type { LanguageText, Release } from "@tocsin/records";
import type { Json, RecordId } from "@tocsin/core";
import { WorkspaceError } from "../errors.ts";
import { releaseOperations, withheldNames } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { libraryFormat } from "./before.ts";
import type { LibraryPlan, PlanLibraryOptions } from "./library-types.ts";
import { planLibrary } from "./plan-library.ts";

export interface ReleaseLibraryOptions extends PlanLibraryOptions {
  /** The person who answers for what leaves; not asked for what left before. */
  readonly approvedBy: LanguageText;
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
}

export interface ReleasedLibrary {
  readonly release: RecordId;
  /** False where exactly this left before: nothing was written. */
  readonly isNew: boolean;
  readonly plan: LibraryPlan;
  readonly input: LibraryInput;
}

const act = "library";

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release and this
 * one reveal small numbers, and what `planLibrary` throws; then nothing is written.
 */
export async function releaseLibrary(
  workspace: Workspace,
  options: ReleaseLibraryOptions,
): Promise<ReleasedLibrary> {
  const plan = await planLibrary(workspace, options);
  const { same } = plan;
  if (same !== null) return { release: same.release, isNew: false, plan, input: inputOf(plan, same) };
  if (options.approvedBy.text.trim() === "")
    throw new WorkspaceError(
      "workspace.not-approved",
      "Cannot publish library: nobody has approved what leaves",
    );
  const [notice] = plan.notices;
  if (notice !== undefined && options.acceptDifferences !== true)
    throw new WorkspaceError(
      "workspace.reveals-together",
      "Cannot publish library: an earlier release and this one together reveal small numbers",
      { details: { count: plan.notices.length, first: notice.cell } },
    );
  const made = { release: workspace.context.newId(), approved: secondOf(workspace.context.now()) };
  await writeRelease(workspace, options, { plan, ...made });
  return { release: made.release, isNew: true, plan, input: inputOf(plan, made) };
}

/** What the pages are made from, before anybody approved it: for a preview that leaves nothing behind. */
export function previewInput(plan: LibraryPlan, now: number): LibraryInput {
  return inputOf(plan, { release: "preview", approved: secondOf(now) });
}

interface Made {
  readonly release: string;
  readonly approved: string;
}

function inputOf(plan: LibraryPlan, { release, approved }: Made): LibraryInput {
  const { about, items, tables, labels, sha256 } = plan;
  return {
    head: { ...about, made: approved, release: { id: release, sha256 } },
    items: { [Symbol.asyncIterator]: () => each(items) },
    tables,
    labels,
  };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function secondOf(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

interface ToWrite {
  readonly plan: LibraryPlan;
  readonly release: RecordId;
  readonly approved: string;
}

async function writeRelease(
  workspace: Workspace,
  { approvedBy }: ReleaseLibraryOptions,
  { plan, release, approved }: ToWrite,
): Promise<void> {
  const { registry } = workspace;
  const shown = plan.leaving.filter(({ state }) => state !== "withdrawn");
  const kinds = new Set([...shown.map(({ kind }) => kind), "incident"]);
  const fields = Object.fromEntries([...kinds].map((kind) => [kind, { ...releaseFields.public[kind] }]));
  const values: Release = {
    title: { text: `library · public · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience: "public",
    format: libraryFormat,
    records: shown.map(({ record }) => record),
    fields,
    withheld: withheldNames(plan.unnamed).map((one) => ({ ...one })),
    approvedBy,
    approved,
    sha256: plan.sha256,
    ...(plan.matrix === null ? {} : { counts: plan.matrix as unknown as Json }),
    ...(await unreadIn(workspace)),
  };
  await workspace.write(releaseOperations(values, { record: release, act, isCode: registry.isCode }));
}
