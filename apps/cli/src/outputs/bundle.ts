// `tocsin bundle`: plan what would leave, make the folder after somebody approved it, and check one that came.
import { existsSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { parseAgeIdentity, parseAgeRecipient } from "@tocsin/crypto";
import { createFileLook, createNodePrimitives, exportToFolder, openBundleFolder } from "@tocsin/node";
import { type BundleReport, type OperationPlace, verifyBundle } from "@tocsin/vault";
import {
  makeBundle,
  planBundle,
  type BundleChoice,
  type BundlePlan,
  type MakeBundleOptions,
  type Workspace,
} from "@tocsin/workspace";
import { listOption, requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { workerOf } from "./library-options.ts";

export async function showBundlePlan(call: Call): Promise<undefined> {
  const choice = choiceOf(call);
  await withProgram(call, async ({ workspace }) => {
    const plan = await planBundle(workspace, choice, {
      lookAtFile: createFileLook(workerOf(call)),
      signal: call.signal,
    });
    if (call.json) await call.give(plan);
    else await tellPlan(call, plan);
  });
}

export async function makeBundleFolder(call: Call): Promise<undefined> {
  const choice = choiceOf(call);
  const folder = resolve(requiredOption(call, "out", "--out"));
  if (existsSync(folder))
    throw new CliError("cli.output-exists", `Cannot write ${folder}: something lies there`);
  const approvedBy = await approvalOf(call);
  const acknowledged = listOption(call, "acknowledge").map((id) => parseId(id));
  const recipients = recipientsOf(call);
  const acceptDifferences = call.options["acceptDifferences"] === true;
  const page = await readPage(call);
  const options = { ...choice, approvedBy, acknowledged, acceptDifferences, recipients, page };
  await withProgram(call, ({ workspace }) => makeInto(call, workspace, { folder, options }));
}

interface MakeInto {
  readonly folder: string;
  readonly options: BundleChoice &
    Pick<MakeBundleOptions, "approvedBy" | "acknowledged" | "acceptDifferences" | "recipients" | "page">;
}

async function makeInto(call: Call, workspace: Workspace, { folder, options }: MakeInto): Promise<void> {
  const { translator, progress, signal, talk } = call;
  try {
    const made = await makeBundle(workspace, {
      ...options,
      lookAtFile: createFileLook(workerOf(call)),
      lang: translator.locale,
      translator,
      tool: { name: "tocsin", version: call.parts.version },
      primitives: createNodePrimitives(),
      sink: exportToFolder(folder),
      onProgress: (state) => progress.show({ ...state, unit: "bytes" }),
      signal,
    }).finally(progress.end);
    const { release, files, plan } = made;
    const by = { text: options.approvedBy, lang: translator.locale };
    await noteWritten(call, workspace, [{ path: folder, release, by }]);
    if (call.json) await call.give({ path: folder, release, files, names: plan.names });
    else for (const { path, sha256 } of files) await call.say(`${sha256}  ${path}`);
    talk(translator.t("cli.bundle.made", { entries: plan.operations.length, release }));
    talk(translator.t("cli.output.clear"));
  } catch (cause) {
    // The folder was not there before: whatever lies in it is part of what could not be finished.
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

function recipientsOf(call: Call): readonly string[] {
  const given = listOption(call, "recipient");
  try {
    for (const each of given) parseAgeRecipient(each);
    return given;
  } catch {
    throw usage("--recipient takes a public key of age, age1…");
  }
}

/** The offline verifier, where this program was built with it. */
async function readPage(call: Call): Promise<Uint8Array | null> {
  const { page } = call.parts.places;
  return page !== undefined && existsSync(page) ? readFile(page) : null;
}

function choiceOf(call: Call): BundleChoice {
  const [caseId, evidence] = [stringOption(call, "case"), listOption(call, "evidence")];
  if (caseId === undefined && evidence.length === 0) throw usage("--case or --evidence is required");
  const without = listOption(call, "without");
  return {
    audience: audienceOf(call),
    ...(caseId === undefined ? {} : { case: parseId(caseId) }),
    evidence: evidence.map((id) => parseId(id)),
    without: {
      records: without.filter((each) => !each.includes(":")).map((id) => parseId(id)),
      operations: without.filter((each) => each.includes(":")).map(toPlace),
    },
  };
}

/** `COMMIT:INDEX`, as the plan writes it. */
function toPlace(text: string): OperationPlace {
  const [, commit, index] = /^([0-9a-f]{64}):(\d{1,2})$/.exec(text) ?? [];
  if (commit === undefined)
    throw usage("--without takes an identifier, or COMMIT:INDEX as the plan shows it");
  return { commit: commit as OperationPlace["commit"], index: Number(index) };
}

async function tellPlan(call: Call, plan: BundlePlan): Promise<void> {
  const { say, talk } = call;
  const { t } = call.translator;
  await say(t("cli.bundle.plan.records", { count: plan.records.length }));
  for (const { id, kind, title, operations } of plan.records)
    await say(`  ${id}  ${t(`kind.${kind}.one`)}  ${title}  (${operations})`);
  await say(t("cli.bundle.plan.entries", { count: plan.operations.length }));
  for (const { commit, index, fields, guarded } of plan.operations) {
    const shown = fields.map((name) => (guarded.includes(name) ? `${name}!` : name));
    await say(`  ${commit}:${index}  ${shown.join(" ")}`);
  }
  await say(t("cli.bundle.plan.exhibits", { count: plan.exhibits.length }));
  for (const { sha256, size, part, title } of plan.exhibits)
    await say(`  ${sha256}  ${t("bundle.size", { bytes: size })}  ${part}  ${title}`);
  talk(t("cli.bundle.plan.guarded"));
  talk(t("cli.bundle.plan.names", { count: plan.names.length }));
  tellNames(call, plan);
  for (const { kind, release, record, label, recordKind, field } of plan.earlier)
    talk(
      `  ${t(`release.earlier.${kind}`)}: ${record ?? label} ${recordKind ?? ""}${field === null ? "" : `.${field}`} (${release})`,
    );
}

function tellNames({ talk, translator: { t } }: Call, plan: BundlePlan): void {
  for (const { record, reason, carries = [] } of plan.names) {
    talk(`  ${record} · ${t(`consent.reason.${reason}`)}`);
    for (const kind of carries) talk(`    ${t(`picture.extra.${kind}`)}`);
    for (const { commit, index, names } of plan.operations)
      if (names.includes(record)) talk(`    ${commit}:${index}`);
  }
}

export async function verifyBundleFolder(call: Call): Promise<number> {
  const { progress, signal } = call;
  const identity = await identityOf(call);
  const report = await verifyBundle(createNodePrimitives(), openBundleFolder(resolve(wordOf(call, 0))), {
    ...(identity === undefined ? {} : { identity }),
    onProgress: (state) => progress.show({ ...state, unit: "bytes" }),
    signal,
  }).finally(progress.end);
  if (call.json) await call.give(reportToJson(report));
  else await tellReport(call, report);
  return report.failures.length === 0 ? exitCodes.done : exitCodes.found;
}

const longestIdentityFile = 65_536;

/** The first identity in a file as `age-keygen` writes it. Throws `cli.usage` where there is none. */
async function identityOf(call: Call): Promise<ReturnType<typeof parseAgeIdentity> | undefined> {
  const path = stringOption(call, "identity");
  if (path === undefined) return undefined;
  if ((await stat(path)).size > longestIdentityFile) throw usage("--identity takes a file of age identities");
  const lines = (await readFile(path, "utf8")).split(/\r?\n/);
  const line = lines.find((each) => each.trim() !== "" && !each.startsWith("#"));
  try {
    return parseAgeIdentity(line?.trim() ?? "");
  } catch {
    throw usage("--identity takes a file of age identities, AGE-SECRET-KEY-1…");
  }
}

/** What was written stands in the bundle itself: only where it stands, and whether it holds. */
function reportToJson(report: BundleReport): unknown {
  return {
    ...report,
    operations: report.operations.map(({ commit, index, type, at, holds }) => ({
      commit,
      index,
      type,
      at,
      holds,
    })),
  };
}

async function tellReport(call: Call, report: BundleReport): Promise<void> {
  const { say } = call;
  const { t } = call.translator;
  const { document, failures } = report;
  await say(`${t("bundle.fact.vault")}: ${report.vault}`);
  await say(`${t("bundle.fact.release")}: ${document.release}`);
  await say(`${t("bundle.fact.approved-by")}: ${document.approvedBy}`);
  await say(`${t("bundle.fact.made")}: ${document.made}`);
  for (const { exhibit, state } of report.exhibits)
    await say(`${exhibit.sha256}  ${t(`bundle.exhibit.${state}`)}  ${exhibit.title}`);
  for (const { id, covers, hasTimestamp } of report.checkpoints)
    await say(t(hasTimestamp ? "bundle.checkpoint.timestamp" : "bundle.checkpoint", { id, covers }));
  await say(t("cli.bundle.failures", { count: failures.length + report.moreFailures }));
  for (const { kind, path, line, commit, index } of failures) {
    const place = [path, line, commit === null ? null : `${commit}:${index ?? ""}`];
    await say(`  ${t(`bundle.failure.${kind}`)}  ${place.filter((part) => part !== null).join(" ")}`);
  }
  await say(t("cli.bundle.proved"));
  for (const key of report.proved) await say(`  + ${t(`bundle.proved.${key}`)}`);
  await say(t("cli.bundle.unproved"));
  for (const key of report.unproved) await say(`  - ${t(`bundle.unproved.${key}`)}`);
}
