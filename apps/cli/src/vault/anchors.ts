// `tocsin vault checkpoint`, `vault timestamp` and `vault anchors`: what others can hold the log against, tied to a time.
import { readFile, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { createTimestamps, fetchAnswer, parseAuthority, parseTrusted } from "@tocsin/node";
import type { ChainId } from "@tocsin/vault";
import {
  type AnswerVerdict,
  attachAnswer,
  type JudgedAnchor,
  listAnchors,
  type MadeAnchor,
  makeAnchor,
  timestampLimits,
  type Workspace,
} from "@tocsin/workspace";
import { requiredOption, stringOption, usage, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { openNewFile } from "../outputs/files.ts";
import { withProgram } from "./open.ts";

/** The note goes to standard output byte for byte: it can be sent on, kept, and read by other tools. */
export async function makeCheckpoint(call: Call): Promise<undefined> {
  const path = stringOption(call, "request");
  const chain = stringOption(call, "chain");
  if (chain !== undefined && !/^[0-9a-f]{32}$/.test(chain))
    throw usage("--chain takes 32 hexadecimal characters");
  await withProgram(call, async ({ workspace }) => {
    const options = {
      requested: path !== undefined,
      ...(chain === undefined ? {} : { chain: chain as ChainId }),
    };
    const make = (): Promise<MadeAnchor> => makeAnchor(workspace, createTimestamps(), options);
    const made = path === undefined ? await make() : await makeInto(path, make);
    const { request, ...rest } = made;
    if (call.json) await call.give({ ...rest, request: Buffer.from(request).toString("base64") });
    else await call.parts.terminal.out(made.note);
    const { t } = call.translator;
    call.talk(t("cli.vault.checkpoint.made", { count: made.size }));
    if (path !== undefined) call.talk(t("cli.vault.checkpoint.requested", { path }));
  });
}

/** The file is there before anything is signed: where it cannot be made, nothing is. */
async function makeInto(path: string, make: () => Promise<MadeAnchor>): Promise<MadeAnchor> {
  const file = await openNewFile(path);
  try {
    const made = await make();
    await file.writeFile(made.request);
    await file.sync();
    return made;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** 65 where the answer is refused, and then nothing was written but the checkpoint that was sent. */
export async function addTimestamp(call: Call): Promise<number> {
  const [path, authority] = [stringOption(call, "answer"), stringOption(call, "authority")];
  if ((path === undefined) === (authority === undefined)) throw usage("give either --answer or --authority");
  // Before anything is asked of anybody.
  const trusted = await trustedOf(call);
  if (authority !== undefined) parseAuthority(authority);
  const file = path === undefined ? null : await readSmallFile(path, timestampLimits.answer + 1);
  return withProgram(call, async ({ workspace }) => {
    const answer =
      file ?? (await askAuthority(call, workspace, requiredOption(call, "authority", "--authority")));
    const options = authority === undefined ? {} : { address: authority };
    const attached = await attachAnswer(workspace, createTimestamps(), { answer, trusted, ...options });
    await tellAttached(call, attached);
    return attached.verdict.state === "refused" ? exitCodes.badData : exitCodes.done;
  });
}

/** Makes a checkpoint of the log as it is and sends its request: the one moment at which Tocsin connects. */
async function askAuthority(call: Call, workspace: Workspace, authority: string): Promise<Uint8Array> {
  const { request } = await makeAnchor(workspace, createTimestamps(), { requested: true });
  return fetchAnswer(request, { authority, signal: call.signal });
}

async function tellAttached(
  call: Call,
  { record, verdict }: { readonly record: string | null; readonly verdict: AnswerVerdict },
): Promise<void> {
  if (call.json) await call.give({ record, verdict });
  else {
    if (record !== null) await call.say(record);
    for (const line of verdictLines(call, verdict)) await call.say(line);
  }
  if (record === null) call.talk(call.translator.t("cli.vault.timestamp.kept"));
}

function verdictLines({ translator: { t } }: Call, verdict: AnswerVerdict | null): readonly string[] {
  if (verdict === null) return [t("anchors.timestamp.none")];
  if (verdict.state !== "refused") {
    const { time, authority } = verdict.facts;
    return [t(`anchors.timestamp.${verdict.state}`, { time, authority })];
  }
  const { problem, refusal } = verdict;
  const why = [...(refusal?.reasons ?? []), refusal?.words ?? ""].filter((part) => part !== "");
  const said = why.length === 0 ? [] : [`${t("cli.vault.timestamp.refusal")}: ${why.join("; ")}`];
  return [t(`anchors.timestamp.${problem}`), ...said];
}

/** 10 where the log contradicts a checkpoint or has lost what it covers, or where a timestamp no longer holds. */
export async function showAnchors(call: Call): Promise<number> {
  const trusted = await trustedOf(call);
  return withProgram(call, async ({ workspace }) => {
    const options = trusted.length === 0 ? {} : { trusted };
    const anchors = await listAnchors(workspace, createTimestamps(), options);
    if (call.json) await call.give(anchors.map(toJson));
    else for (const anchor of anchors) await tellAnchor(call, anchor);
    if (anchors.length === 0) call.talk(call.translator.t("cli.vault.anchors.none"));
    return anchors.some(isBroken) ? exitCodes.found : exitCodes.done;
  });
}

function isBroken({ checkpoint, timestamp }: JudgedAnchor): boolean {
  return checkpoint.state !== "confirmed" || timestamp?.state === "refused";
}

async function tellAnchor(call: Call, { record, made, checkpoint, timestamp }: JudgedAnchor): Promise<void> {
  const { say, translator } = call;
  const { chain = "", size = 0 } = checkpoint.checkpoint ?? {};
  await say(`${record}  ${made ?? ""}  ${chain} ${size}`);
  await say(`  ${translator.t(`anchors.checkpoint.${checkpoint.state}`)}`);
  for (const line of verdictLines(call, timestamp)) await say(`  ${line}`);
}

function toJson({ record, state, made, note, address, ...judged }: JudgedAnchor): unknown {
  const { checkpoint, problem } = judged.checkpoint;
  const root = checkpoint === null ? null : Buffer.from(checkpoint.root).toString("hex");
  return {
    record,
    state,
    made,
    chain: checkpoint?.chain ?? null,
    size: checkpoint?.size ?? null,
    root,
    note,
    address,
    checkpoint: { state: judged.checkpoint.state, problem },
    timestamp: judged.timestamp,
    request: base64Of(judged.request),
    answer: base64Of(judged.answer),
  };
}

function base64Of(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString("base64");
}

async function trustedOf(call: Call): Promise<readonly Uint8Array[]> {
  const path = stringOption(call, "ca");
  return path === undefined ? [] : parseTrusted(await readSmallFile(path, 1_000_000));
}

/** At most so many bytes: what is longer is refused by whoever reads it. Throws `cli.missing`. */
async function readSmallFile(path: string, most: number): Promise<Uint8Array> {
  const place = resolve(path);
  const found = await stat(place).catch(() => null);
  if (found === null) throw new CliError("cli.missing", `Cannot read ${path}: nothing lies there`);
  const bytes = found.size > most ? new Uint8Array(most) : await readFile(place);
  return bytes.subarray(0, most);
}
