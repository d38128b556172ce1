// A custody sheet leaves the vault: by the rules of an audience, approved by a person, with a release record.
import { releaseFields, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  custodyFormat,
  custodyVersion,
  publishSheet,
  type Custody,
  type CustodyFact,
  type CustodySheet,
  type NameFinder,
  type PublishedCustody,
  type PublishOptions,
} from "@tocsin/publish";
import { evidenceKind, withoutIdentifiers, type Field, type Release } from "@tocsin/records";
import type { EarlierNotice } from "../earlier-notice.ts";
import { noticeEarlier, refuseReveals } from "../earlier-releases.ts";
import { WorkspaceError } from "../errors.ts";
import { exportNames, type ExportNames } from "../export-names.ts";
import { releaseOperations } from "../release-record.ts";
import { refuseKept } from "../stays-inside.ts";
import type { Workspace } from "../workspace.ts";
import { custodyOf, type OpenCustody } from "./custody.ts";
import type { OpenFact } from "./lines.ts";

export interface PublishCustodyOptions extends PublishOptions {
  readonly evidence: RecordId;
  readonly audience: Audience;
  /** The person who answers for what leaves. */
  readonly approvedBy: string;
  readonly lang: string;
  readonly formats: readonly ("pdf" | "html" | "json")[];
  readonly tool: { readonly name: string; readonly version: string };
  /** Let out although earlier releases and this sheet together reveal something. */
  readonly acceptDifferences?: boolean;
}

export interface ReleasedCustody extends PublishedCustody {
  readonly release: RecordId;
  /** Facts that stay inside. */
  readonly withheld: number;
  /** How often a name was struck out of a text. */
  readonly struck: number;
}

/** A sheet as it would leave, before anybody approves it. */
export interface CustodyPlan extends Pick<ReleasedCustody, "withheld" | "struck"> {
  readonly custody: Custody;
  /** What earlier releases and this sheet together would reveal. */
  readonly earlier: readonly EarlierNotice[];
}

/** Writes nothing. Throws `records.not-found`. */
export async function planCustody(
  workspace: Workspace,
  { evidence, audience, signal }: Pick<PublishCustodyOptions, "evidence" | "audience" | "signal">,
): Promise<CustodyPlan> {
  const left = await decideLeaving(workspace, { evidence, audience, signal });
  const { custody, withheld, struck, earlier } = left;
  return { custody, withheld, struck, earlier };
}

/** Throws `workspace.not-approved` without a person's name; what cannot be typeset leaves no release behind. */
export async function publishCustody(
  workspace: Workspace,
  options: PublishCustodyOptions,
): Promise<ReleasedCustody> {
  const { evidence, audience, approvedBy, lang, formats, typesetter, signal, tool, translator } = options;
  if (approvedBy.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot publish: nobody has approved what leaves");
  const left = await decideLeaving(workspace, { evidence, audience, signal });
  refuseReveals(left.earlier, options.acceptDifferences);
  const release = workspace.context.newId();
  const madeAt = `${new Date(workspace.context.now()).toISOString().slice(0, 19)}Z`;
  const sheet: CustodySheet = {
    format: custodyFormat,
    version: custodyVersion,
    language: translator.locale,
    madeAt,
    tool,
    vault: workspace.vault.id,
    release: { id: release, audience, approvedBy: left.finder.strike(approvedBy).text },
    ...left.custody,
  };
  const published = await publishSheet(sheet, {
    translator,
    sha256: options.sha256,
    ...(formats.includes("pdf") && typesetter ? { typesetter } : {}),
    ...(signal ? { signal } : {}),
  });
  const values: Release = {
    title: { text: `${audience} · ${madeAt.slice(0, 10)}`, lang: "zxx" },
    audience,
    format: formats[0] ?? "json",
    records: [evidence],
    withheld: left.unnamed.slice(0, mostNames).map(({ person, reason }) => ({ person, reason })),
    approvedBy: { text: approvedBy, lang },
    approved: madeAt,
    sha256: published.jsonSha256,
  };
  const { isCode } = workspace.registry;
  await workspace.write(releaseOperations(values, { record: release, act: "custody", isCode }));
  return { ...published, release, withheld: left.withheld, struck: left.struck };
}

/** An operation has a limit of size. */
const mostNames = 400;

interface Asked {
  readonly evidence: RecordId;
  readonly audience: Audience;
  readonly signal: AbortSignal | undefined;
}

type Decided = CustodyPlan & Pick<ExportNames, "unnamed" | "finder">;

async function decideLeaving(workspace: Workspace, { evidence, audience, signal }: Asked): Promise<Decided> {
  // Which consents were withdrawn, and what links to the evidence, is found through the tables.
  await workspace.settled(signal);
  await refuseKept(workspace, [evidence]);
  const custody = await custodyOf(workspace.view, evidence);
  const { finder, unnamed, named } = await exportNames(workspace, audience, signal);
  const fields = releaseFields[audience];
  const earlier = await noticeEarlier(workspace, { audience, fields, records: [evidence], named, signal });
  return { ...leaving(custody, audience, finder), earlier, unnamed, finder };
}

/** Fields of evidence go by the same table as in a report; what a person wrote about other people stays inside. */
function leaving(custody: OpenCustody, audience: Audience, finder: NameFinder): Omit<CustodyPlan, "earlier"> {
  const fields = releaseFields[audience]["evidence"] ?? {};
  const counts = { withheld: 0, struck: 0 };
  const one = ({ name, value, field }: OpenFact): CustodyFact => {
    const may = audience === "internal" || field === null || fields[field] !== undefined || isPublic(field);
    if (!may) {
      counts.withheld += 1;
      return { name, value: { kind: "withheld" } };
    }
    if (value.kind !== "text" && value.kind !== "verbatim") return { name, value };
    if (value.kind === "verbatim" && isIdentifier(value.text)) return { name, value };
    const clean = mayIdentify(field, audience)
      ? withoutIdentifiers(value.text)
      : { text: value.text, count: 0 };
    const { text, count } = finder.strike(clean.text);
    counts.struck += count + clean.count;
    return { name, value: { ...value, text } };
  };
  const facts = custody.facts.map(one);
  const lines = custody.lines.map((line) => ({ ...line, facts: line.facts.map(one) }));
  return { custody: { exhibit: custody.exhibit, facts, lines, gaps: custody.gaps }, ...counts };
}

/** Where a file's name or path can stand. */
function mayIdentify(field: string | null, audience: Audience): boolean {
  const fields: Readonly<Record<string, Field>> = evidenceKind.fields;
  return audience !== "internal" && field !== null && fields[field]?.fileName === true;
}

/** The link to what it was made from names nobody. */
function isPublic(field: string): boolean {
  return field === "parent";
}

function isIdentifier(text: string): boolean {
  return /^[0-9a-z-]{20,64}$/.test(text);
}
