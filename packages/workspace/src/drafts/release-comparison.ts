// Two drafts compared leave the vault: only to those among whom both may be shared, approved by a person, with a release
// record. A draft that nobody called public leaves to nobody but those who work here.
import type { Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { changesAuthor, type ChangesOf, type ComparisonFormat, type ComparisonSource } from "@tocsin/publish";
import { RecordsError, valuesOf, type LanguageText, type Release } from "@tocsin/records";
import { compareDrafts, type DraftParagraph } from "@tocsin/texts";
import { WorkspaceError } from "../errors.ts";
import { releaseOperations } from "../release-record.ts";
import { refuseKept } from "../stays-inside.ts";
import { linksIn, stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { alignmentOf, linkKey, type KnownAlignment } from "./alignments.ts";
import { draftOf, paragraphsIn, type KeptDraft } from "./draft-paragraphs.ts";

/** Who may have a draft, by `draftSharing`. In the room sit delegations and the office that serves them. */
const audiencesOf: Readonly<Record<string, readonly Audience[]>> = {
  us: ["internal"],
  coalition: ["internal", "partner"],
  room: ["internal", "partner", "un-body", "government"],
  open: ["internal", "partner", "un-body", "government", "court", "public"],
};

export interface ReleaseComparisonOptions {
  readonly older: RecordId;
  readonly newer: RecordId;
  readonly audience: Audience;
  /** The person who answers for what leaves. */
  readonly approvedBy: LanguageText;
  /** At least one. */
  readonly formats: readonly ComparisonFormat[];
  readonly write: (source: ComparisonSource, format: ComparisonFormat) => Promise<Uint8Array>;
  readonly sha256: (bytes: Uint8Array) => string;
  /** What a word processor says beside each change: the program and the day of the newer draft, unless said otherwise. */
  readonly changes?: { readonly author?: string | undefined; readonly date?: string | undefined };
}

export type ReleasedComparison = Readonly<Partial<Record<ComparisonFormat, Uint8Array>>> & {
  readonly release: RecordId;
};

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.stays-inside` where the audience may not have one of
 * the drafts, `records.not-found`, `records.bad-input` for two drafts that are one or no format. Then nothing is written.
 */
export async function releaseComparison(
  workspace: Workspace,
  { older, newer, audience, approvedBy, formats, write, sha256, changes = {} }: ReleaseComparisonOptions,
): Promise<ReleasedComparison> {
  const [first] = formats;
  if (older === newer || first === undefined)
    throw new RecordsError("records.bad-input", "Cannot let out: there are not two drafts and a format");
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot let out: nobody has approved what leaves");
  await refuseKept(workspace, [older, newer]);
  const drafts = { older: await draftOf(workspace.view, older), newer: await draftOf(workspace.view, newer) };
  for (const { state } of Object.values(drafts)) {
    const sharing = stringIn(valuesOf(state)["sharing"]) ?? "us";
    if (audiencesOf[sharing]?.includes(audience) !== true)
      throw new WorkspaceError(
        "workspace.stays-inside",
        "Cannot let out: a draft may not be shared with this audience",
      );
  }
  const compared = await sourceOf(workspace, drafts);
  const today = new Date(workspace.context.now()).toISOString().slice(0, 10);
  const source = { ...compared, changes: changesOf(changes, [compared.facts.dated, today]) };
  const editions: Partial<Record<ComparisonFormat, Uint8Array>> = {};
  for (const format of formats) editions[format] = await write(source, format);
  const release = workspace.context.newId();
  const approved = `${new Date(workspace.context.now()).toISOString().slice(0, 19)}Z`;
  const values: Release = {
    title: { text: `${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format: first,
    records: [older, newer],
    approvedBy,
    approved,
    sha256: sha256(editions[first] ?? new Uint8Array()),
  };
  const { isCode } = workspace.registry;
  await workspace.write(releaseOperations(values, { record: release, act: "text.release", isCode }));
  return { ...editions, release };
}

const day = /^\d{4}-\d{2}-\d{2}$/u;
const longestAuthor = 200;

/** `days`: the first that is a whole day says when, where nobody said so. Throws `records.bad-input`. */
export function changesOf(
  { author = changesAuthor, date }: NonNullable<ReleaseComparisonOptions["changes"]>,
  days: readonly (string | null)[],
): ChangesOf {
  const known = date ?? days.find((each) => each !== null && day.test(each)) ?? "";
  const name = author.trim();
  if (name === "" || name.length > longestAuthor || !day.test(known) || Number.isNaN(Date.parse(known)))
    throw new RecordsError(
      "records.bad-input",
      "Cannot compare: an author, or a day as YYYY-MM-DD, is lacking",
    );
  return { author: name, date: known };
}

interface TwoDrafts {
  readonly older: KeptDraft;
  readonly newer: KeptDraft;
}

async function sourceOf(
  { view }: Workspace,
  { older, newer }: TwoDrafts,
): Promise<Omit<ComparisonSource, "changes">> {
  const sides = { before: paragraphsIn(older), after: paragraphsIn(newer) };
  const known = await alignmentOf(view, older, newer);
  const { language } = newer;
  const comparison = compareDrafts(sides.before, sides.after, { language, alignment: known.alignment });
  const values = valuesOf(newer.state);
  return {
    comparison,
    sides,
    language,
    older: factsOf(older),
    newer: factsOf(newer),
    isConfirmed: isWhole(known),
    // What people here call a draft stays here.
    facts: { title: null, dated: stringIn(values["dated"]), symbol: stringIn(values["symbol"]) },
    identityOf: await identities({ view }, [...older.paragraphs, ...newer.paragraphs]),
  };
}

function factsOf({ state, paragraphs }: KeptDraft) {
  return { paragraphs: paragraphs.length, sha256: stringIn(valuesOf(state)["sha256"]) ?? "" };
}

function isWhole({ confirmed, byPerson, alignment }: KnownAlignment): boolean {
  return confirmed !== null && alignment.links.every((each) => byPerson.has(linkKey(each)));
}

/** The first paragraph that each goes on from, through every draft that a person has aligned. */
async function identities(
  { view }: Pick<Workspace, "view">,
  paragraphs: KeptDraft["paragraphs"],
): Promise<(paragraph: DraftParagraph) => string> {
  const known = new Map<DraftParagraph, string>();
  for (const { record, paragraph, follows } of paragraphs) {
    const seen = new Set<RecordId>([record]);
    let [first, next] = [record, follows[0]];
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      first = next;
      const state = await view.read(next);
      next = state === undefined ? undefined : linksIn(valuesOf(state)["follows"])[0];
    }
    known.set(paragraph, first);
  }
  return (paragraph) => known.get(paragraph) ?? "x";
}
