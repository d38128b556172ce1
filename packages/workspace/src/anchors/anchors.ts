// Anchors: a checkpoint of the log, kept as a record, and the timestamp over it. What each is worth is found anew
// whenever it is asked, never read from the record alone.
import { encodeBase64, encodeHex, encodeUtf8, parseBase64, type Json, type RecordId } from "@tocsin/core";
import { anchorKind, create, parsePatch, valuesOf, type Anchor, type RecordState } from "@tocsin/records";
import type { ChainId, HeldCheckpoint } from "@tocsin/vault";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { listIn, stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { type AnswerVerdict, timestampLimits, type Timestamps } from "./timestamps.ts";

export interface MadeAnchor {
  readonly record: RecordId;
  readonly chain: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  /** The checkpoint (docs/formats/checkpoint.md). */
  readonly note: string;
  /** DER of the request for a timestamp over the note. */
  readonly request: Uint8Array;
  /** Ed25519 key of the device that signed, hexadecimal. */
  readonly publicKey: string;
}

export interface MakeAnchorOptions {
  /** This device's own chain unless told. */
  readonly chain?: ChainId;
  /** The request is going to be handed to an authority. */
  readonly requested?: boolean;
}

/** Signs a checkpoint of what is written so far, with a request for a timestamp, and records both. Connects to nothing. */
export async function makeAnchor(
  workspace: Workspace,
  timestamps: Timestamps,
  { chain, requested = false }: MakeAnchorOptions = {},
): Promise<MadeAnchor> {
  const { vault, context, registry } = workspace;
  const made = vault.checkpoint(chain);
  const root = encodeHex(made.root);
  const request = await timestamps.createRequest(encodeUtf8(made.note));
  const values: Anchor = {
    name: `${made.chain.slice(0, 8)} ${made.size}`,
    state: requested ? "requested" : "unanchored",
    chain: made.chain,
    size: made.size,
    root,
    note: made.note,
    made: instantOf(context.now()),
    request: encodeBase64(request),
  };
  const record = context.newId();
  await workspace.write([
    create(anchorKind, values, { record, act: "anchor.make", isCode: registry.isCode }),
  ]);
  const { size, note } = made;
  return { record, chain: made.chain, size, root, note, request, publicKey: encodeHex(made.publicKey) };
}

/** One anchor as it is found now. */
export interface AnchorOnFile {
  readonly record: RecordId;
  /** As the record says: `unanchored`, `requested`, `unvouched`, `anchored`. */
  readonly state: string;
  /** ISO 8601, as this device claimed. */
  readonly made: string | null;
  readonly note: string;
  readonly request: Uint8Array | null;
  readonly answer: Uint8Array | null;
  readonly trusted: readonly Uint8Array[];
  readonly address: string | null;
}

export interface JudgedAnchor extends AnchorOnFile {
  /** The checkpoint held against the log as it is now. */
  readonly checkpoint: HeldCheckpoint;
  /** What the timestamp is worth; null without one. */
  readonly timestamp: AnswerVerdict | null;
}

export interface ListAnchorsOptions {
  /** The newest so many; 50 unless told. */
  readonly limit?: number;
  /** Judges by these certificates instead of those that were named when each answer was attached. */
  readonly trusted?: readonly Uint8Array[];
}

/** The newest first, each checked now: the checkpoint against the log, the timestamp against the checkpoint. */
export async function listAnchors(
  workspace: Workspace,
  timestamps: Timestamps,
  options: ListAnchorsOptions = {},
): Promise<readonly JudgedAnchor[]> {
  const { limit = mostAnchors, trusted } = options;
  const anchors = await newestAnchors(workspace, limit);
  return Promise.all(
    anchors.map((anchor) =>
      judgeAnchor(workspace, timestamps, trusted === undefined ? anchor : { ...anchor, trusted }),
    ),
  );
}

/** Throws `records.not-found`. */
export async function readAnchor(
  workspace: Workspace,
  timestamps: Timestamps,
  record: RecordId,
): Promise<JudgedAnchor> {
  const anchor = toAnchor(await stateOf(workspace.view, record, "anchor"));
  return judgeAnchor(workspace, timestamps, anchor);
}

export interface AttachOptions {
  /** Certificates that the user trusts, DER each. */
  readonly trusted?: readonly Uint8Array[];
  /** Where the answer was fetched. */
  readonly address?: string;
}

export interface Attached {
  /** The anchor that the answer belongs to; null where it was refused, and then nothing was written. */
  readonly record: RecordId | null;
  readonly verdict: AnswerVerdict;
}

/**
 * Finds the anchor whose request this answers, checks the answer, and records it. One that nobody vouched for can be
 * given again with the certificate that does. Throws `workspace.no-request` where no anchor waits for an answer.
 */
export async function attachAnswer(
  workspace: Workspace,
  timestamps: Timestamps,
  { answer, trusted = [], address }: AttachOptions & { readonly answer: Uint8Array },
): Promise<Attached> {
  const { anchor, verdict } = await findAsked(workspace, timestamps, { answer, trusted });
  if (verdict.state === "refused") return { record: null, verdict };
  const { facts } = verdict;
  const values: Anchor = {
    state: verdict.state === "vouched" ? "anchored" : "unvouched",
    answer: encodeBase64(answer),
    authority: facts.authority,
    time: facts.time,
    ...(trusted.length === 0 ? {} : { trusted: trusted.map(encodeBase64) }),
    ...(address === undefined ? {} : { address }),
  };
  const { name: kind, version } = anchorKind;
  const changes = Object.fromEntries(Object.entries(values).map(([field, set]) => [field, { set }]));
  const patch = parsePatch(anchorKind, changes, workspace.registry.isCode);
  await workspace.write([{ kind, version, record: anchor.record, act: "anchor.attach", patch }]);
  return { record: anchor.record, verdict };
}

const mostAnchors = 50;

interface Given {
  readonly answer: Uint8Array;
  readonly trusted: readonly Uint8Array[];
}

/** The newest anchor whose request and bytes the answer fits, else the newest one with the reason why it does not. */
async function findAsked(
  workspace: Workspace,
  timestamps: Timestamps,
  { answer, trusted }: Given,
): Promise<{ readonly anchor: AnchorOnFile; readonly verdict: AnswerVerdict }> {
  const anchors = await newestAnchors(workspace, mostAnchors);
  const waiting = anchors.filter(({ state, request }) => state !== "anchored" && request !== null);
  let first: { anchor: AnchorOnFile; verdict: AnswerVerdict } | null = null;
  for (const anchor of waiting) {
    const question = { data: encodeUtf8(anchor.note), request: anchor.request ?? noBytes, trusted };
    const verdict = await timestamps.verifyAnswer(answer, question);
    const isOther = verdict.problem === "other-imprint" || verdict.problem === "wrong-nonce";
    if (!isOther) return { anchor, verdict };
    first ??= { anchor, verdict };
  }
  if (first !== null) return first;
  throw new WorkspaceError(
    "workspace.no-request",
    "Cannot attach answer: no checkpoint here waits for a timestamp",
  );
}

async function newestAnchors({ view }: Workspace, limit: number): Promise<readonly AnchorOnFile[]> {
  const { rows } = await view.list({ kind: "anchor", limit });
  const states = await Promise.all(rows.map(({ id }) => view.read(id)));
  return states.flatMap((state) => (state ? [toAnchor(state)] : []));
}

async function judgeAnchor(
  { vault }: Workspace,
  timestamps: Timestamps,
  anchor: AnchorOnFile,
): Promise<JudgedAnchor> {
  const { note, answer, request, trusted } = anchor;
  const checkpoint = vault.verifyCheckpoint(note);
  const question = { data: encodeUtf8(note), request: request ?? noBytes, trusted };
  const timestamp = answer === null ? null : await timestamps.verifyAnswer(answer, question);
  return { ...anchor, checkpoint, timestamp };
}

function toAnchor(state: RecordState): AnchorOnFile {
  const values = valuesOf(state);
  return {
    record: state.id,
    state: stringIn(values["state"]) ?? "unanchored",
    made: stringIn(values["made"]),
    note: stringIn(values["note"]) ?? "",
    request: bytesIn(values["request"], timestampLimits.answer),
    answer: bytesIn(values["answer"], timestampLimits.answer),
    trusted: listIn(values["trusted"]).flatMap((one) => bytesIn(one, timestampLimits.trusted) ?? []),
    address: stringIn(values["address"]),
  };
}

const noBytes = new Uint8Array(0);

/** What is not base64 of a size that was taken once is as if it were absent. */
function bytesIn(value: Json | undefined, most: number): Uint8Array | null {
  const text = stringIn(value);
  if (text === null || text.length > 2 * most) return null;
  try {
    return parseBase64(text);
  } catch {
    return null;
  }
}

function instantOf(at: number): string {
  return new Date(at).toISOString();
}
