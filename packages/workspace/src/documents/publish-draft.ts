// A draft leaves the vault: checked, approved by a person, composed, written as a release record.
import type { Json, RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import {
  publishDocument,
  type DocumentCheck,
  type DocumentPublishOptions,
  type PublishedDocument,
} from "@tocsin/publish";
import type { Release } from "@tocsin/records";
import type { EarlierNotice } from "../earlier-notice.ts";
import { noticeEarlier, refuseReveals } from "../earlier-releases.ts";
import { WorkspaceError } from "../errors.ts";
import type { WithheldName } from "../publish-case.ts";
import { releaseOperations, withheldNames } from "../release-record.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { encodeReleasedCodes } from "../voices/released-codes.ts";
import { checkOf } from "./check-draft.ts";
import { draftOf, type Draft } from "./draft.ts";
import { gather, type Gathered } from "./gather.ts";

export interface PreviewDraftOptions extends Omit<DocumentPublishOptions, "translator"> {
  readonly document: RecordId;
  /** In the language of the draft: `draftLanguage`. */
  readonly translator: Translator;
  readonly tool: { readonly name: string; readonly version: string };
}

export interface PublishDraftOptions extends PreviewDraftOptions {
  /** The person who answers for what leaves. */
  readonly approvedBy: string;
  readonly lang: string;
  readonly formats: readonly DocumentEdition[];
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
}

export type DocumentEdition = "pdf" | "docx" | "html" | "csv" | "json";

export interface DraftPreview extends PublishedDocument {
  readonly check: DocumentCheck;
  readonly withheld: readonly WithheldName[];
  /** What earlier releases and this one together would reveal. */
  readonly earlier: readonly EarlierNotice[];
}

export interface PublishedDraft extends Omit<DraftPreview, "earlier"> {
  readonly release: RecordId;
}

/** The language whose catalogue a draft is to be composed with (BCP 47). Throws as `draftOf`. */
export async function draftLanguage({ view }: Pick<Workspace, "view">, document: RecordId): Promise<string> {
  return (await draftOf(view, document)).language;
}

/** Exactly what would leave, marked as not released. Nothing is written. */
export async function previewDraft(
  workspace: Workspace,
  options: PreviewDraftOptions,
): Promise<DraftPreview> {
  const draft = await draftOf(workspace.view, options.document);
  const gathered = await gather(workspace, draft, { ...options, release: null, approvedBy: null });
  const published = await publishDocument(gathered.input, options);
  return {
    ...published,
    check: checkOf(draft, gathered, published.document),
    withheld: gathered.withheld,
    earlier: await noticeEarlier(workspace, gathered.leaving),
  };
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.document-lacks` where the template's checks are not
 * met, `workspace.reveals-together`; what cannot be composed or typeset leaves no release behind.
 */
export async function publishDraft(
  workspace: Workspace,
  options: PublishDraftOptions,
): Promise<PublishedDraft> {
  const { approvedBy, acceptDifferences } = options;
  if (approvedBy.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot publish: nobody has approved what leaves");
  const draft = await draftOf(workspace.view, options.document);
  const release = workspace.context.newId();
  const gathered = await gather(workspace, draft, { ...options, release });
  refuseReveals(await noticeEarlier(workspace, gathered.leaving), acceptDifferences);
  refuseSmallNumbers(gathered, acceptDifferences);
  const published = await publishDocument(gathered.input, options);
  const check = checkOf(draft, gathered, published.document);
  if (!check.ready)
    throw new WorkspaceError(
      "workspace.document-lacks",
      "Cannot publish: the document lacks what is required",
      {
        details: { count: check.lacks.length, first: check.lacks[0]?.code ?? "" },
      },
    );
  await writeRelease(workspace, options, { draft, gathered, release, sha256: published.jsonSha256 });
  return { ...published, check, withheld: gathered.withheld, release };
}

function refuseSmallNumbers({ matrix, codes }: Gathered, isAccepted: boolean | undefined): void {
  const notices = [matrix, codes].flatMap((plan) => plan?.notices ?? []);
  if (notices.length === 0 || isAccepted === true) return;
  throw new WorkspaceError(
    "workspace.reveals-together",
    "Cannot release: an earlier release and this one together reveal small numbers",
    { details: { count: notices.length, first: notices[0]?.cell ?? "" } },
  );
}

interface ToRecord {
  readonly draft: Draft;
  readonly gathered: Gathered;
  readonly release: RecordId;
  readonly sha256: string;
}

async function writeRelease(
  workspace: Workspace,
  { approvedBy, lang, formats }: PublishDraftOptions,
  { draft, gathered, release, sha256 }: ToRecord,
): Promise<void> {
  const { leaving, withheld, matrix, codes, input } = gathered;
  const { audience, template } = draft;
  const values: Release = {
    title: { text: `${template.name} · ${audience} · ${input.madeAt.slice(0, 10)}`, lang: "zxx" },
    ...(draft.case === null ? {} : { case: draft.case }),
    document: draft.state.id,
    audience,
    format: formats[0] ?? "json",
    records: leaving.records,
    withheld: withheldNames(withheld).map((each) => ({ ...each })),
    approvedBy: { text: approvedBy, lang },
    approved: input.madeAt,
    sha256,
    ...(matrix === null || audience === "internal" ? {} : { counts: matrix.released as unknown as Json }),
    ...(codes === null || audience === "internal" ? {} : encodeReleasedCodes(codes.released)),
    ...(await unreadIn(workspace)),
  };
  const { isCode } = workspace.registry;
  await workspace.write(releaseOperations(values, { record: release, act: "document.publish", isCode }));
}
