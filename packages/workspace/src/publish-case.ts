// A case leaves the vault as a report: planned, approved by a person, written as a release record, then composed.
import { releaseFields, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import {
  composeReport,
  publishReport,
  type PublishedReport,
  type Report,
  type Typesetter,
} from "@tocsin/publish";
import type { RecordState, Registry, Release } from "@tocsin/records";
import { caseFileOf, type CaseFile } from "./case-file.ts";
import type { EarlierNotice } from "./earlier-notice.ts";
import { noticeEarlier, refuseReveals } from "./earlier-releases.ts";
import { WorkspaceError } from "./errors.ts";
import { namesOfNeverNamed } from "./never-named.ts";
import { reportInputOf, type ReportHead } from "./report-input.ts";
import { releaseOperations, withheldNames } from "./release-record.ts";
import { planReport, statesOf, type ReportPlan } from "./report-plan.ts";
import { unreadIn } from "./unread-in.ts";
import type { ReadableWorkspace, Workspace } from "./workspace.ts";

export interface CaseReportOptions {
  readonly case: RecordId;
  readonly audience: Audience;
  readonly translator: Translator;
  readonly tool: { readonly name: string; readonly version: string };
  /** Who speaks in the document. */
  readonly organisation?: string;
}

export interface CaseToPlan extends Pick<CaseReportOptions, "case" | "audience"> {
  readonly signal?: AbortSignal | undefined;
}

export interface PublishCaseOptions extends CaseReportOptions {
  /** The person who answers for what leaves. */
  readonly approvedBy: string;
  readonly lang: string;
  readonly formats: readonly ("pdf" | "html" | "json")[];
  readonly sha256: (bytes: Uint8Array) => string;
  readonly typesetter: Typesetter;
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  readonly signal?: AbortSignal;
}

export interface PublishedCase extends PublishedReport {
  readonly release: RecordId;
  /** Names that were held back, and why. */
  readonly withheld: readonly WithheldName[];
}

export interface WithheldName {
  readonly person: RecordId;
  readonly reason: string;
}

export interface ReportPreview {
  readonly report: Report;
  readonly withheld: readonly WithheldName[];
  /** What earlier releases and this one together would reveal. */
  readonly earlier: readonly EarlierNotice[];
}

/** What the report would say, before anybody approves it. Nothing is written. */
export async function previewCase(workspace: Workspace, options: CaseReportOptions): Promise<ReportPreview> {
  const { file, plan } = await planCase(workspace, options);
  const head = headOf(workspace, options, { release: file.case.id, approvedBy: null });
  return {
    report: composeReport(reportInputOf(file, plan, head)),
    withheld: withheldIn(plan),
    earlier: await noticeEarlier(workspace, caseLeaving(plan)),
  };
}

export function caseLeaving({ audience, names, released }: ReportPlan): Parameters<typeof noticeEarlier>[1] {
  const those = (isNamed: boolean): ReadonlySet<RecordId> =>
    new Set([...names].flatMap(([id, { allowed }]) => (allowed === isNamed ? [id] : [])));
  const fields = releaseFields[audience];
  return { audience, fields, records: [...released.keys()], named: those(true), withheld: those(false) };
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release held back
 * what this one tells; what cannot be composed or typeset leaves no release behind. */
export async function publishCase(workspace: Workspace, options: PublishCaseOptions): Promise<PublishedCase> {
  const { approvedBy, lang, formats, sha256, typesetter, signal, translator, audience } = options;
  if (approvedBy.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot publish: nobody has approved what leaves");
  const { file, plan } = await planCase(workspace, options);
  const leaving = { ...caseLeaving(plan), signal };
  refuseReveals(await noticeEarlier(workspace, leaving), options.acceptDifferences);
  const release = workspace.context.newId();
  const input = reportInputOf(file, plan, headOf(workspace, options, { release, approvedBy }));
  const published = await publishReport(input, {
    translator,
    sha256,
    ...(formats.includes("pdf") ? { typesetter } : {}),
    ...(signal ? { signal } : {}),
  });
  const withheld = withheldIn(plan);
  const values: Release = {
    title: { text: `${audience} · ${input.madeAt.slice(0, 10)}`, lang: "zxx" },
    case: options.case,
    audience,
    format: formats[0] ?? "json",
    records: [...plan.released.keys()],
    withheld: withheldNames(withheld).map((each) => ({ ...each })),
    approvedBy: { text: approvedBy, lang },
    approved: input.madeAt,
    sha256: published.jsonSha256,
    ...(await unreadIn(workspace)),
  };
  const { isCode } = workspace.registry;
  await workspace.write(releaseOperations(values, { record: release, act: "report", isCode }));
  return { ...published, release, withheld };
}

/** What the audience may have of a case. Throws `workspace.newer-record`. */
export async function planCase(
  workspace: ReadableWorkspace,
  { case: id, audience, signal }: CaseToPlan,
): Promise<{ readonly file: CaseFile; readonly plan: ReportPlan }> {
  // Which records belong to the case, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const file = await caseFileOf(workspace.view, id);
  if (statesOf(file).some((state) => isBeyond(workspace.registry, state)))
    throw new WorkspaceError(
      "workspace.newer-record",
      "Cannot publish: a record was written by a newer version",
    );
  const known = new Set([...file.people, ...file.organisations].map((state) => state.id));
  const neverNamed = await namesOfNeverNamed(workspace.view, known, signal);
  const now = workspace.context.now();
  return { file, plan: planReport(workspace.registry, file, { audience, now, neverNamed }) };
}

/** A critical operation of a later version of its kind: what we would publish could leave out what changes its sense. */
export function isBeyond(registry: Registry, { kind, version, critical }: RecordState): boolean {
  return critical && version > (registry.kinds.get(kind)?.version ?? 0);
}

function headOf(
  workspace: Workspace,
  { translator, tool, audience, organisation }: CaseReportOptions,
  { release, approvedBy }: { readonly release: RecordId; readonly approvedBy: string | null },
): ReportHead {
  const madeAt = `${new Date(workspace.context.now()).toISOString().slice(0, 19)}Z`;
  return {
    language: translator.locale,
    madeAt,
    tool,
    release: { id: release, audience, approvedBy, approvedAt: madeAt },
    organisation: organisation ?? null,
  };
}

export function withheldIn(plan: ReportPlan): readonly WithheldName[] {
  return [...plan.names].flatMap(([person, decision]) =>
    decision.allowed ? [] : [{ person, reason: decision.reason }],
  );
}
