import type { Hono } from "hono";
import {
  parseId,
  type Coverage,
  type ExaminerFinding,
  type ExaminerOutput,
  type Json,
  type RecordId,
  type Verdict,
} from "@tocsin/core";
import { examineInWorker, sealedRequest, type ExamineRequest } from "@tocsin/node";
import { coverageToJson, sealExamination, sealedEvidenceOf, verdictToJson } from "@tocsin/workspace";
import { optionalString, readBody, stringsOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import type { JobHandle } from "../jobs.ts";

/** What the screen shows and may keep of an examination. */
export interface Examination {
  readonly tool: { readonly name: string; readonly version: string };
  readonly consent: string | null;
  /** How many indicators were compared with what was read. */
  readonly indicatorCount: number;
  /** Campaigns of the indicators that matched. */
  readonly campaigns: readonly string[];
  readonly coverage: readonly Coverage[];
  readonly findings: readonly ExaminerFinding[];
  readonly verdicts: readonly Verdict[];
  /** More were found than are listed here. */
  readonly more: number;
  /** The sealed output, for evidence in the vault. */
  readonly sealed: RecordId | null;
}

const maximumListed = 5000;

export function examineRoutes(app: Hono, desk: Desk): void {
  app.post("/api/examine", async (context) => {
    const body = await readBody(context);
    const request = { paths: stringsOf(body, "paths"), indicatorPaths: stringsOf(body, "indicators") };
    const consent = optionalString(body, "consent") ?? null;
    const job = desk.jobs.start("examine", (handle) =>
      examine(desk, request, { consent, handle, listed: maximumListed }),
    );
    return context.json({ job });
  });

  app.post("/api/evidence/:id/examine", async (context) => {
    const workspace = workspaceOf(desk);
    const evidence = parseId(context.req.param("id"));
    const body = await readBody(context);
    const consent = optionalString(body, "consent") ?? null;
    const sealed = await sealedEvidenceOf(workspace, evidence);
    const folder = desk.vault.folder ?? "";
    const request = sealedRequest(folder, sealed, stringsOf(body, "indicators"));
    const job = desk.jobs.start("examine", async (handle) => {
      const examination = await examine(desk, request, { consent, handle, listed: Number.POSITIVE_INFINITY });
      const output = examinationToJson(examination);
      const title = {
        text: `${sealed.title} · ${new Date(desk.options.clock()).toISOString().slice(0, 10)}`,
        lang: "zxx",
      };
      const about = {
        title,
        parent: evidence,
        ...(consent === null ? {} : { consentText: { text: consent, lang: desk.locale } }),
      };
      const added = await sealExamination(workspace, output, about);
      desk.vault.touched();
      return { ...listedOf(examination), sealed: added.record };
    });
    return context.json({ job });
  });
}

interface ExamineContext {
  readonly consent: string | null;
  readonly handle: JobHandle;
  /** Of findings and of verdicts, at most so many are kept. */
  readonly listed: number;
}

async function examine(
  desk: Desk,
  request: ExamineRequest,
  { consent, handle, listed }: ExamineContext,
): Promise<Examination> {
  const coverage: Coverage[] = [];
  const findings: ExaminerFinding[] = [];
  const verdicts: Verdict[] = [];
  let more = 0;
  const take = (output: ExaminerOutput): void => {
    switch (output.kind) {
      case "coverage":
        coverage.push(output.coverage);
        return;
      case "progress":
        handle.progress(output.progress);
        return;
      case "finding":
        handle.found("findings");
        if (findings.length < listed) findings.push(output.finding);
        else more += 1;
        return;
      case "verdict":
        handle.found("verdicts");
        if (verdicts.length < listed) verdicts.push(output.verdict);
        else more += 1;
        return;
      default:
        output satisfies never;
    }
  };
  const { worker } = desk.options;
  await examineInWorker(request, { onOutput: take, signal: handle.signal, ...(worker ? { worker } : {}) });
  const tool = { name: "tocsin", version: desk.options.version };
  return {
    tool,
    consent,
    indicatorCount: indicatorsIn(coverage),
    campaigns: campaignsIn(findings),
    coverage,
    findings,
    verdicts,
    more,
    sealed: null,
  };
}

/** What the screen gets of all of it; the sealed output has everything. */
function listedOf(examination: Examination): Examination {
  const findings = examination.findings.slice(0, maximumListed);
  const verdicts = examination.verdicts.slice(0, maximumListed);
  const all = examination.findings.length + examination.verdicts.length;
  return { ...examination, findings, verdicts, more: all - findings.length - verdicts.length };
}

function indicatorsIn(coverage: readonly Coverage[]): number {
  const sets = coverage.filter(({ artifact, status }) => artifact === "indicators" && status === "read");
  return sets.reduce((sum, { rows }) => sum + rows, 0);
}

function campaignsIn(findings: readonly ExaminerFinding[]): readonly string[] {
  const campaigns = findings.flatMap(({ indicators }) => indicators.map(({ campaign }) => campaign));
  return [...new Set(campaigns)].sort();
}

function examinationToJson({ coverage, findings, verdicts, tool, campaigns, ...rest }: Examination): Json {
  return {
    ...rest,
    campaigns: [...campaigns],
    tool: { ...tool },
    coverage: coverage.map(coverageToJson),
    findings: findings.map((finding) => ({
      ...finding,
      place: { ...finding.place },
      indicators: finding.indicators.map((indicator) => ({ ...indicator })),
      examiner: { ...finding.examiner },
    })),
    verdicts: verdicts.map(verdictToJson),
  };
}
