// Everything that a document is made from, decided for its audience before anything is written.
import { releaseFields } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { composeReport, createNameFinder, type DocumentInput, type FilledTable } from "@tocsin/publish";
import { kindOf, released, type ReleaseRules } from "@tocsin/records";
import type { CaseFile } from "../case-file.ts";
import { exportNames, type ExportNames } from "../export-names.ts";
import type { MatrixPlan } from "../matrix/plan-matrix.ts";
import { caseLeaving, planCase, withheldIn, type WithheldName } from "../publish-case.ts";
import type { AboutToLeave } from "../earlier-releases.ts";
import { reportInputOf } from "../report-input.ts";
import type { ReportPlan } from "../report-plan.ts";
import { stateOf } from "../state-of.ts";
import type { CodedMatrixPlan } from "../voices/plan-coded-matrix.ts";
import { purposeOf } from "../voices/release-purpose.ts";
import type { Workspace } from "../workspace.ts";
import { claimsOf } from "./claims.ts";
import { consultationTables, type ConsultationTables } from "./consultation-tables.ts";
import { courtTables } from "./court-tables.ts";
import { writtenParts, type Draft } from "./draft.ts";
import { recordRows } from "./record-rows.ts";
import { stateTables } from "./state-tables.ts";

export interface GatherOptions {
  readonly translator: Translator;
  readonly tool: { readonly name: string; readonly version: string };
  /** Null in a preview. */
  readonly release: RecordId | null;
  readonly approvedBy: string | null;
  readonly signal?: AbortSignal | undefined;
}

export interface Gathered {
  readonly input: DocumentInput;
  readonly file: CaseFile | null;
  readonly withheld: readonly WithheldName[];
  readonly leaving: AboutToLeave;
  readonly matrix: MatrixPlan | null;
  /** Of a report on a consultation. */
  readonly codes: CodedMatrixPlan | null;
  readonly hidden: HiddenNames;
}

/** Every form of the names that may not leave, by record, and of those that may. */
export interface HiddenNames {
  readonly byRecord: ReadonlyMap<RecordId, readonly string[]>;
  /** Records that are found by their whole names alone. */
  readonly wholly: ReadonlySet<RecordId>;
  readonly shown: readonly string[];
}

export async function gather(workspace: Workspace, draft: Draft, options: GatherOptions): Promise<Gathered> {
  const { signal } = options;
  // Which records belong to it, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const names = await exportNames(workspace, draft.audience, signal);
  if (draft.case === null) {
    const rules = rulesOf(workspace, draft, names);
    return gatherWith(workspace, { draft, names, planned: null, rules }, options);
  }
  const planned = await planCase(workspace, { case: draft.case, audience: draft.audience, signal });
  return gatherWith(workspace, { draft, names, planned, rules: planned.plan.rules }, options);
}

interface Deciding {
  readonly draft: Draft;
  readonly names: ExportNames;
  /** Null where the draft is about no case. */
  readonly planned: { readonly file: CaseFile; readonly plan: ReportPlan } | null;
  readonly rules: ReleaseRules;
}

async function gatherWith(
  workspace: Workspace,
  { draft, names, planned, rules }: Deciding,
  options: GatherOptions,
): Promise<Gathered> {
  const { template, audience, title, organisation, addressee } = draft;
  const head = headOf(workspace, draft, options);
  const { report, withheldNames } = reportedIn(planned, head);
  const plan = planned === null ? null : planned.plan;
  const hidden = hiddenFrom(names, plan);
  const withheld = [...new Set([...formsOf(hidden, false), ...withheldNames])];
  const filled = await tablesOf(workspace, draft, rules);
  const voices = await voicesOf(workspace, draft, options.release);
  const claims = await claimsOf(workspace, draft, rules);
  const phrases = [...formsOf(hidden, true), ...claims.unquotable];
  const released = plan === null ? [] : [...plan.released.keys()];
  const records = [...new Set([...released, ...filled.records, ...claims.records])];
  return {
    file: planned === null ? null : planned.file,
    withheld: plan === null ? [] : withheldIn(plan),
    matrix: filled.matrix,
    codes: voices === null ? null : voices.plan,
    hidden,
    leaving: { ...leavingOf(plan, draft, names), records, signal: options.signal },
    input: {
      template,
      madeAt: head.madeAt,
      tool: options.tool,
      release: { id: options.release, audience, approvedBy: options.approvedBy },
      title,
      organisation,
      addressee,
      report:
        report === null
          ? null
          : composeReport({ ...report, withheldNames: withheld, withheldPhrases: phrases }),
      written: writtenParts(draft),
      tables: withTables(filled.tables, voices === null ? [] : voices.tables),
      claims: claims.sources,
      finder: createNameFinder(withheld, { shown: hidden.shown, phrases }),
    },
  };
}

/** Null where the template has no place for it, or nobody said which consultation it reports. */
function voicesOf(
  workspace: Workspace,
  draft: Draft,
  release: RecordId | null,
): Promise<ConsultationTables | null> {
  const { questionnaire, template } = draft;
  return questionnaire === null || template.about !== "consultation"
    ? Promise.resolve(null)
    : consultationTables(workspace, { ...draft, questionnaire }, release);
}

function withTables(tables: Filled["tables"], more: readonly FilledTable[]): Filled["tables"] {
  const all = new Map(tables);
  for (const table of more)
    if (table.rows.length > 0) all.set(table.name, [...(all.get(table.name) ?? []), table]);
  return all;
}

/** The report of the case, not yet composed: its names and those of the whole vault are struck together. */
function reportedIn(planned: Deciding["planned"], head: ReturnType<typeof headOf>) {
  if (planned === null) return { report: null, withheldNames: [] };
  const report = reportInputOf(planned.file, planned.plan, head);
  return { report, withheldNames: report.withheldNames };
}

/**
 * People are found by any part of their names, but what an organisation, a source or a plaintiff is called as a whole alone:
 * words such as _report_ stand in many of those, and in every document.
 *
 * Whoever is in the case is decided about there, everybody else by the consents that hold for every case: a letter about one
 * case can name somebody of another.
 */
function hiddenFrom(names: ExportNames, plan: ReportPlan | null): HiddenNames {
  const decided = (id: RecordId): boolean | undefined => plan?.names.get(id)?.allowed;
  const all = [...names.hidden, ...names.shown];
  const isHidden = (id: RecordId): boolean => {
    const inCase = decided(id);
    return inCase === undefined ? names.hidden.has(id) : !inCase;
  };
  return {
    byRecord: new Map(all.filter(([id]) => isHidden(id))),
    wholly: names.wholly,
    shown: all.flatMap(([id, forms]) => (isHidden(id) ? [] : forms)),
  };
}

/** Whoever is known by the whole name alone, or everybody else. */
function formsOf({ byRecord, wholly }: HiddenNames, isWholly: boolean): readonly string[] {
  return [...byRecord].flatMap(([id, forms]) => (wholly.has(id) === isWholly ? forms : []));
}

function rulesOf({ registry, context }: Workspace, { audience }: Draft, names: ExportNames): ReleaseRules {
  return {
    purpose: purposeOf(audience, context.now()),
    fields: releaseFields[audience],
    named: names.named,
    unseen: names.unseen,
    ...(audience === "internal" ? {} : { isTerm: registry.isTerm, cleanFileNames: true }),
  };
}

function headOf(workspace: Workspace, draft: Draft, options: GatherOptions) {
  const madeAt = `${new Date(workspace.context.now()).toISOString().slice(0, 19)}Z`;
  return {
    language: options.translator.locale,
    madeAt,
    tool: options.tool,
    organisation: draft.organisation?.text ?? null,
    release: {
      id: options.release ?? draft.state.id,
      audience: draft.audience,
      approvedBy: options.approvedBy,
      approvedAt: madeAt,
    },
  };
}

function leavingOf(plan: ReportPlan | null, { audience }: Draft, { named }: ExportNames): AboutToLeave {
  if (plan !== null) return caseLeaving(plan);
  return { audience, fields: releaseFields[audience], records: [], named };
}

interface Filled {
  readonly tables: ReadonlyMap<string, readonly FilledTable[]>;
  readonly records: readonly RecordId[];
  readonly matrix: MatrixPlan | null;
}

type Part = Pick<Filled, "records"> & {
  readonly tables: readonly FilledTable[];
  readonly matrix?: MatrixPlan;
};

/** By the name of a table of the template: what is gathered with it, where the draft says about what. */
const tableSources: Readonly<
  Record<string, (workspace: Workspace, draft: Draft, rules: ReleaseRules) => Promise<Part> | null>
> = {
  "state-commitments": (workspace, draft, rules) =>
    draft.country === null ? null : stateTables(workspace, { ...draft, country: draft.country }, rules),
  lawsuit: (workspace, { proceeding }, rules) =>
    proceeding === null ? null : courtTables(workspace, proceeding, rules),
  deployment: (workspace, { measure }, rules) =>
    measure === null ? null : deploymentTable(workspace, measure, rules),
};

async function tablesOf(workspace: Workspace, draft: Draft, rules: ReleaseRules): Promise<Filled> {
  const wanted = new Set(
    draft.template.parts.flatMap(({ fill }) => (fill.from === "table" ? [fill.table] : [])),
  );
  const parts = await Promise.all(
    Object.entries(tableSources).flatMap(([name, source]) =>
      wanted.has(name) ? (source(workspace, draft, rules) ?? []) : [],
    ),
  );
  const tables = new Map<string, readonly FilledTable[]>(
    parts
      .flatMap((part) => part.tables)
      .filter(({ rows }) => rows.length > 0)
      .map((table) => [table.name, [table]]),
  );
  // The deadlines that are open stand with the safeguards, which end with them.
  const beside = ["safeguards", "open-deadlines"].flatMap((name) => tables.get(name) ?? []);
  tables.set("safeguards", beside);
  return {
    tables,
    records: parts.flatMap(({ records }) => records),
    matrix: parts.flatMap(({ matrix }) => matrix ?? [])[0] ?? null,
  };
}

const deploymentFields = [
  "title",
  "authority",
  "where",
  "when",
  "technology",
  "technologies",
  "targeting",
  "legalBasis",
  "statedReason",
  "assessmentMade",
  "safeguards",
] as const;

async function deploymentTable(
  { view, registry }: Workspace,
  measure: RecordId,
  rules: ReleaseRules,
): Promise<Part> {
  const state = await stateOf(view, measure, "measure");
  const kind = kindOf(registry, state.kind);
  const { values } = released(kind, state, rules);
  const rows = recordRows(kind, values, deploymentFields);
  return { records: [measure], tables: [{ name: "deployment", columns: ["fact", "value"], rows }] };
}
