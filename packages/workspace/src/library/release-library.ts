// The public library leaves: planned, approved by a person, written down as a release, and only then handed on as plain
// data. What left already in exactly this form leaves again by the release that it has.
import type { LibraryInput } from "@tocsin/library";
import { releaseFields } from "@tocsin/cases";
import type { LanguageText, Release } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { refuseReveals } from "../earlier-releases.ts";
import { WorkspaceError } from "../errors.ts";
import { fittingOperations } from "../fitting-operations.ts";
import { encodeKept } from "../matrix/kept-numbers.ts";
import { releaseOperations, withheldNames } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { libraryFormat } from "./before.ts";
import { contentsOf, encodeContents } from "./item-parts.ts";
import { encodeAbout } from "./kept-about.ts";
import { encodeReasons, withHistory } from "./history.ts";
import { givenFiles, type GivenFile } from "./files/given-files.ts";
import type { LibraryPlan, PlanLibraryOptions } from "./library-types.ts";
import { planLibrary } from "./plan-library.ts";

export interface ReleaseLibraryOptions extends PlanLibraryOptions {
  /** The person who answers for what leaves; not asked for what left before. */
  readonly approvedBy: LanguageText;
  /** The hash of the plan that a person looked at: something else does not leave. */
  readonly planned?: string;
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
}

export interface ReleasedLibrary {
  readonly release: RecordId;
  /** False where exactly this left before: nothing was written. */
  readonly isNew: boolean;
  readonly plan: LibraryPlan;
  readonly input: LibraryInput;
  /** Archived copies that leave as files. */
  readonly files: readonly GivenFile[];
}

const act = "library";

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release and this
 * one reveal small numbers or what one of them held back, `workspace.library-changed` where something else would leave than
 * what was looked at, and what `planLibrary` throws; then nothing is written.
 */
export async function releaseLibrary(
  workspace: Workspace,
  options: ReleaseLibraryOptions,
): Promise<ReleasedLibrary> {
  const plan = await planLibrary(workspace, options);
  const { same } = plan;
  const files = givenFiles(workspace, plan.files, options.sha256);
  if (options.planned !== undefined && options.planned !== plan.sha256)
    throw new WorkspaceError(
      "workspace.library-changed",
      "Cannot publish library: something else would leave than what was looked at",
    );
  if (same !== null) return { release: same.release, isNew: false, plan, input: inputOf(plan, same), files };
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
  refuseReveals(plan.earlier, options.acceptDifferences);
  const made = { release: workspace.context.newId(), approved: secondOf(workspace.context.now()) };
  await writeRelease(workspace, options, { plan, ...made });
  return { release: made.release, isNew: true, plan, input: inputOf(plan, made), files };
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
  const { about, items, tables, labels, sha256, history, undated } = plan;
  const dated = items.map((item) =>
    withHistory(item, { history, approved, isDated: !undated.has(item.slug) }),
  );
  return {
    head: { ...about, made: approved, release: { id: release, sha256 } },
    items: { [Symbol.asyncIterator]: () => each(dated) },
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

/** Of what this release changes, as they leave: without names that may not. */
function reasonsKept({ history }: LibraryPlan): Pick<Release, "reasons"> {
  const own = [...history].flatMap(([slug, [newest]]) =>
    newest?.when === null && newest.text !== null ? [[slug, newest.text] as const] : [],
  );
  return own.length === 0 ? {} : { reasons: encodeReasons(new Map(own)) };
}

function filesKept({ files }: LibraryPlan): Pick<Release, "files"> {
  const own = [...new Set(files.flatMap(({ record, leaves }) => (leaves ? [record] : [])))];
  return own.length === 0 ? {} : { files: own };
}

interface ToWrite {
  readonly plan: LibraryPlan;
  readonly release: RecordId;
  readonly approved: string;
}

async function writeRelease(
  workspace: Workspace,
  { approvedBy, sha256 }: ReleaseLibraryOptions,
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
    ...filesKept(plan),
    contents: encodeContents(contentsOf(plan, sha256)),
    ...reasonsKept(plan),
    ...encodeAbout(plan.about),
    ...(plan.matrix === null ? {} : encodeKept(plan.matrix)),
    ...(await unreadIn(workspace)),
  };
  const operations = releaseOperations(values, { record: release, act, isCode: registry.isCode });
  await workspace.write(operations.flatMap(fittingOperations));
}
