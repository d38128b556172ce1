// A letter with its versions, signatures, checks and decisions, as the rules of letters know them.
import type { Json, RecordId } from "@tocsin/core";
import {
  claimed,
  letterText,
  mergeQueue,
  standings,
  type Check,
  type Deadline,
  type Decision,
  type LetterText,
  type MergeQueue,
  type Rung,
  type Signature,
  type SignerName,
  type Standing,
  type Visibility,
} from "@tocsin/letters";
import { valuesOf, type LanguageText, type RecordState, type View } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { codesIn, integerIn, linkIn, linksIn, stringIn, textIn, textsIn, type Values } from "../values.ts";

export interface VersionFile {
  readonly record: RecordId;
  readonly number: number;
  readonly digest: string;
  readonly made: string | null;
  /** The authoritative text first; its translations behind, by language. */
  readonly texts: readonly (LetterText & { readonly origin: string | null })[];
}

export interface CheckFile extends Check {
  readonly record: RecordId;
}

export interface SignatureFile extends Signature {
  readonly id: RecordId;
  readonly values: Values;
  readonly checks: readonly CheckFile[];
  readonly verified: Rung;
}

export interface DecisionFile extends Decision {
  readonly record: RecordId;
  readonly when: string;
  readonly by: LanguageText | null;
  readonly reason: LanguageText | null;
}

export interface LetterFile {
  readonly record: RecordId;
  readonly values: Values;
  readonly isFrozen: boolean;
  readonly deadline: Deadline | null;
  /** Oldest first. */
  readonly versions: readonly VersionFile[];
  /** The version that stands. */
  readonly current: VersionFile | null;
  /** In the order in which they came. */
  readonly signatures: readonly SignatureFile[];
  readonly decisions: readonly DecisionFile[];
  readonly queue: MergeQueue;
  readonly standings: ReadonlyMap<string, Standing>;
}

type LinkedFrom = { readonly kind: string; readonly field: string };

/** Reads the records that link to these: of the tables for a page, of the log for what is decided or leaves. */
export type ReadLinked = (ids: readonly RecordId[], from: LinkedFrom) => Promise<readonly RecordState[]>;

export function fromTables(view: View): ReadLinked {
  return async (ids, from) => [...(await view.glanceLinked(ids, from)).values()].flat();
}

export function fromLog(view: View): ReadLinked {
  return async (ids, from) => {
    const found = await fromTables(view)(ids, from);
    return view.readMany(found.map(({ id }) => id));
  };
}

/** Throws `records.not-found`. */
export async function letterFileOf(view: View, id: RecordId, read: ReadLinked): Promise<LetterFile> {
  const values = valuesOf(await stateOf(view, id, "letter"));
  const of = (kind: string): Promise<readonly RecordState[]> => read([id], { kind, field: "letter" });
  const versions = (await of("letterVersion")).map(versionOf).sort((a, b) => a.number - b.number);
  const states = await of("signature");
  const checks = checksBySignature(
    await read(
      states.map((state) => state.id),
      { kind: "signatureCheck", field: "signature" },
    ),
  );
  const signatures = states
    .map((state) => signatureOf(state, checks.get(state.id) ?? []))
    .sort((a, b) => a.arrived - b.arrived || (a.id < b.id ? -1 : 1));
  const decisions = (await of("signerDecision"))
    .flatMap(decisionOf)
    .sort((a, b) => (a.when < b.when ? -1 : 1));
  const current = versions.at(-1) ?? null;
  const queue = mergeQueue(
    signatures.filter(({ state, withdrawn }) => state !== "refused" && !withdrawn),
    decisions,
  );
  return {
    record: id,
    values,
    isFrozen: stringIn(values["frozenAt"]) !== null,
    deadline: deadlineOf(values),
    versions,
    current,
    signatures,
    decisions,
    queue,
    standings: standings(signatures, { text: current?.digest ?? "", merged: queue.merged }),
  };
}

export function deadlineOf(values: Values): Deadline | null {
  const [at, zone] = [stringIn(values["deadline"]), stringIn(values["zone"])];
  if (at === null || zone === null) return null;
  return { at, zone, graceMinutes: integerIn(values["graceMinutes"]) ?? 0 };
}

function versionOf(state: RecordState): VersionFile {
  const values = valuesOf(state);
  const [title, body] = [textIn(values["title"]), textIn(values["body"])];
  const bodies = new Map(textsIn(values["bodyIn"]).map((each) => [each.lang, each.text]));
  const origins = originsIn(values["bodyIn"]);
  const translated = textsIn(values["titleIn"]).flatMap(({ text, lang }) => {
    const words = bodies.get(lang);
    return words === undefined
      ? []
      : [{ ...letterText(lang, text, words), origin: origins.get(lang) ?? null }];
  });
  const own = letterText(body?.lang ?? "und", title?.text ?? "-", body?.text ?? "-");
  return {
    record: state.id,
    number: integerIn(values["number"]) ?? 1,
    digest: stringIn(values["digest"]) ?? "",
    made: stringIn(values["made"]),
    texts: [{ ...own, origin: null }, ...translated.sort((a, b) => (a.language < b.language ? -1 : 1))],
  };
}

function originsIn(value: Json | undefined): ReadonlyMap<string, string> {
  const all = Array.isArray(value) ? value : [];
  return new Map(
    all.flatMap((each): readonly (readonly [string, string])[] => {
      const lang = textIn(each)?.lang;
      const origin = typeof each === "object" && each !== null && "origin" in each ? each["origin"] : null;
      return lang === undefined || typeof origin !== "string" ? [] : [[lang, origin]];
    }),
  );
}

function checksBySignature(states: readonly RecordState[]): ReadonlyMap<string, readonly CheckFile[]> {
  const checks = new Map<string, CheckFile[]>();
  for (const state of states) {
    const values = valuesOf(state);
    const signature = linkIn(values["signature"]);
    if (signature === null) continue;
    const check: CheckFile = {
      record: state.id,
      rung: stringIn(values["rung"]) ?? "",
      when: stringIn(values["when"]) ?? "",
      by: textIn(values["by"])?.text ?? "",
      seen: textIn(values["seen"])?.text ?? "",
      takenBack: values["takenBack"] !== undefined,
    };
    checks.set(signature, [...(checks.get(signature) ?? []), check]);
  }
  return checks;
}

function signatureOf(state: RecordState, checks: readonly CheckFile[]): SignatureFile {
  const values = valuesOf(state);
  const domain = stringIn(values["domain"]);
  return {
    id: state.id,
    values,
    names: namesOf(values),
    country: stringIn(values["country"]),
    domain,
    aliases: codesIn(values["aliases"]),
    visibility: visibilityOf(values["visibility"]),
    state: stateIn(values["status"]),
    withdrawn: values["withdrawn"] !== undefined,
    signed: stringIn(values["signed"]) ?? "",
    arrived: Date.parse(stringIn(values["arrived"]) ?? "") || 0,
    checks,
    verified: claimed({ domain }, checks),
  };
}

function namesOf(values: Values): readonly SignerName[] {
  const first = textIn(values["name"]) ?? { text: "", lang: "und" };
  return [first, ...textsIn(values["names"]).filter(({ text }) => text !== first.text)];
}

function visibilityOf(value: Json | undefined): Visibility {
  return value === "withheld" || value === "counted" ? value : "public";
}

function stateIn(value: Json | undefined): Signature["state"] {
  return value === "accepted" || value === "refused" ? value : "waiting";
}

function decisionOf(state: RecordState): readonly DecisionFile[] {
  const values = valuesOf(state);
  if (values["takenBack"] !== undefined) return [];
  return [
    {
      record: state.id,
      how: values["how"] === "same" ? "same" : "apart",
      signatures: linksIn(values["signatures"]),
      keeps: linkIn(values["keeps"]),
      when: stringIn(values["when"]) ?? "",
      by: textIn(values["by"]),
      reason: textIn(values["reason"]),
    },
  ];
}
