// `tocsin erase`: what an erasure would take and what it cannot reach, and the carrying out of the plan that was confirmed.
import { createHash } from "node:crypto";
import { parseId, type RecordId } from "@tocsin/core";
import {
  carryOutErasure,
  planErasure,
  type Erased,
  type ErasureChoice,
  type ErasureOrder,
  type ErasurePlan,
  type ErasureSubject,
  type Workspace,
} from "@tocsin/workspace";
import { listOption, stringOption, usage, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { withProgram } from "../vault/open.ts";
import { linesOfErased, linesOfPlan, sumOf } from "./tell-erasure.ts";

export async function showErasurePlan(call: Call): Promise<undefined> {
  const request = requestOf(call);
  await withProgram(call, async ({ workspace }) => {
    const plan = await planFor(call, workspace, request);
    if (call.json) await call.give({ ...plan, sum: sumOf(plan) });
    else for (const line of linesOfPlan(call.translator, plan)) await call.say(line);
    const { t } = call.translator;
    call.talk(
      plan.obstacle === null
        ? t("cli.erase.next", { digest: plan.digest })
        : t(`desk.erase.obstacle.${plan.obstacle}`),
    );
  });
}

/** 77 where nobody has confirmed just this plan; then nothing was erased. */
export async function runErasure(call: Call): Promise<number> {
  const request = requestOf(call);
  const digest = confirmedDigest(call);
  return withProgram(call, async ({ workspace }) => {
    const order = { ...request, digest: digest ?? (await askFor(call, workspace, request)) };
    const erased = await carryOut(call, workspace, order);
    if (erased === null) return exitCodes.stopped;
    if (call.json) await call.give(erased);
    else for (const line of linesOfErased(call.translator, erased)) await call.say(line);
    call.talk(call.translator.t("desk.erase.next"));
    return exitCodes.done;
  });
}

type Request = { readonly subject: ErasureSubject } & Required<ErasureChoice>;

function requestOf(call: Call): Request {
  const [consent, retention] = [stringOption(call, "consent"), stringOption(call, "retention")];
  const records = idsOf(call, "record");
  const given = [consent !== undefined, retention !== undefined, records.length > 0];
  if (given.filter(Boolean).length !== 1) throw usage("give one of --consent, --retention and --record");
  const choice = { with: idsOf(call, "with"), without: idsOf(call, "without") };
  if (consent !== undefined) return { subject: { consent: parseId(consent) }, ...choice };
  if (retention !== undefined) return { subject: { retention: parseId(retention) }, ...choice };
  return { subject: { records, ground: "mistake" }, ...choice };
}

function idsOf(call: Call, name: string): readonly RecordId[] {
  return [...new Set(listOption(call, name).map((id) => parseId(id)))];
}

/** Undefined where somebody sits there who can be asked. */
function confirmedDigest(call: Call): string | undefined {
  const given = stringOption(call, "confirm");
  if (given === undefined && !call.parts.terminal.isInteractive)
    throw new CliError("cli.not-confirmed", "Cannot erase: nobody has confirmed a plan");
  if (given !== undefined && !/^[0-9a-f]{64}$/.test(given))
    throw usage("--confirm takes the digest of a plan, 64 hexadecimal characters");
  return given;
}

function planFor(call: Call, workspace: Workspace, { subject, ...choice }: Request): Promise<ErasurePlan> {
  const { signal, progress } = call;
  return planErasure(workspace, subject, {
    ...choice,
    sha256,
    signal,
    onProgress: showing(call, "steps", "plan"),
  }).finally(progress.end);
}

/** Shows the plan to whoever sits there, and has them type a number that only the plan tells. */
async function askFor(call: Call, workspace: Workspace, request: Request): Promise<string> {
  const plan = await planFor(call, workspace, request);
  const { operations } = sumOf(plan);
  // What cannot be erased is refused with its reason, whatever is answered.
  if (plan.obstacle !== null || operations === 0) return plan.digest;
  for (const line of linesOfPlan(call.translator, plan)) call.talk(line);
  const question = call.translator.t("cli.erase.ask", { count: String(operations) });
  const answer = await call.parts.terminal.ask(`${question} `, call.signal);
  if (answer.trim() !== String(operations))
    throw new CliError("cli.not-confirmed", "Cannot erase: another answer was given than was asked for");
  return plan.digest;
}

/** Null where it was stopped when it could not be undone any more. */
async function carryOut(call: Call, workspace: Workspace, order: ErasureOrder): Promise<Erased | null> {
  const { signal, progress, talk, translator } = call;
  let hasBegun = false;
  try {
    return await carryOutErasure(workspace, order, {
      sha256,
      signal,
      onPlan: showing(call, "steps", "plan"),
      onBegin: () => {
        hasBegun = true;
        showing(call, "bytes", "log")({ done: 0, total: null });
      },
      onErase: showing(call, "bytes", "log"),
      onRebuild: showing(call, "steps", "tables"),
    });
  } catch (error) {
    progress.end();
    if (hasBegun) talk(translator.t("cli.erase.begun"));
    if (hasBegun && signal.aborted) return null;
    throw error;
  } finally {
    progress.end();
  }
}

function showing(
  { progress, translator }: Call,
  unit: "bytes" | "steps",
  step: "plan" | "log" | "tables",
): (state: { readonly done: number; readonly total: number | null }) => void {
  const at = translator.t(`desk.erase.at.${step}`);
  return ({ done, total }) => progress.show({ done, total, unit, at });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
