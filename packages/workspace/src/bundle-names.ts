// Names in operations that would leave: a signed operation cannot be shown in part, so each of them leaves with all of it.
import { missingConsents, type Audience, type MissingConsentReason } from "@tocsin/cases";
import { isJsonObject, type RecordId } from "@tocsin/core";
import { createNameFinder, type NameFinder } from "@tocsin/publish";
import {
  hasIdentifier,
  valuesOf,
  type Guard,
  type RecordState,
  type Registry,
  type StampedOperation,
} from "@tocsin/records";
import { allOf } from "./all-of.ts";
import { consentOnFile } from "./names.ts";
import type { FileRisk } from "./redaction/files-at-risk.ts";
import type { ListedNames } from "./redaction/listed-names.ts";
import { textIn, textsIn } from "./values.ts";
import { whomToName } from "./whom-to-name.ts";
import type { Workspace } from "./workspace.ts";

/** Somebody whose name no consent lets out to this audience. */
export interface NameAtRisk {
  /** The person or organisation; or the evidence or source whose record names somebody who is no person of the vault. */
  readonly record: RecordId;
  readonly kind: string;
  /**
   * `risk`: the entry says what endangers somebody, or a trait of theirs, which no audience outside is told. `identifier`:
   * the name or path of a file in it holds a number, an address or the name of a user. `metadata` (a
   * picture), `document` (a PDF) and `redacted`: the file itself says more than it shows, or there is a redacted copy of it.
   */
  readonly reason: MissingConsentReason | "risk" | "identifier" | FileRisk["reason"];
  /** Of a file: what it says beside what it shows (`picture.extra.<kind>`). */
  readonly carries?: readonly string[];
  /** A name that must never leave cannot be acknowledged, only left out. */
  readonly canAcknowledge: boolean;
}

export interface NamesInput {
  readonly audience: Audience;
  readonly case: RecordId | null;
  /** Files that say more than they show, by piece of evidence. */
  readonly files?: ReadonlyMap<RecordId, FileRisk>;
  /** Names of files within folders, by piece of evidence. */
  readonly listed?: ReadonlyMap<RecordId, ListedNames>;
  readonly signal?: AbortSignal | undefined;
}

export interface NameCheck {
  /** Whose names an operation would let out, each record once; or that it says what nobody outside is told. */
  namesIn(operation: StampedOperation): readonly NameAtRisk[];
  /** People and organisations who may be named. */
  readonly named: ReadonlySet<RecordId>;
}

/** Held against every person of the vault, not of the case alone: a text can name anybody. */
export async function createNameCheck(workspace: Workspace, input: NamesInput): Promise<NameCheck> {
  const { atRisk, shown, named } = await namesAtRisk(workspace, input);
  const any = createNameFinder(
    atRisk.flatMap(({ names }) => names),
    { shown },
  );
  return checkBy(workspace.registry, { input, atRisk, any, named });
}

interface AtRisk {
  readonly atRisk: readonly Subject[];
  /** Names that may be shown. */
  readonly shown: readonly string[];
  readonly named: ReadonlySet<RecordId>;
}

/** Finds every name that a release for the audience withholds. */
export async function createWithheldFinder(workspace: Workspace, input: NamesInput): Promise<NameFinder> {
  const { atRisk, shown } = await namesAtRisk(workspace, input);
  return createNameFinder(
    atRisk.flatMap(({ names }) => names),
    { shown },
  );
}

async function namesAtRisk({ registry, view, context }: Workspace, input: NamesInput): Promise<AtRisk> {
  const read = (kind: string): Promise<readonly RecordState[]> => allOf(view, kind, { signal: input.signal });
  const [people, organisations] = [await read("person"), await read("organisation")];
  const persons = [...people, ...organisations];
  const outside = [await read("evidence"), await read("source"), await read("proceeding")].flat();
  const consents = (await read("consent")).map(consentOnFile);
  const toName = whomToName(people, await read("involvement"), organisations);
  const missing = missingConsents(toName, consents, {
    audience: input.audience,
    now: context.now(),
    ...(input.case === null ? {} : { case: input.case }),
  });
  const reasons = new Map(missing.map(({ person, reason }) => [person, reason]));
  const behind = input.audience === "internal" ? [] : outside;
  for (const { id } of behind) reasons.set(id, "no-consent");
  const shown = persons.filter(({ id }) => !reasons.has(id)).flatMap((state) => namesOf(registry, state));
  const atRisk = [...persons, ...behind].flatMap((state): readonly Subject[] => {
    const reason = reasons.get(state.id);
    const names = [...namesOf(registry, state), ...(reason === "child" ? aliasesOf(registry, state) : [])];
    if (reason === undefined || names.length === 0) return [];
    const risk = {
      record: state.id,
      kind: state.kind,
      reason,
      canAcknowledge: reason !== "protected" && reason !== "child",
    };
    return [{ risk, names, finder: createNameFinder(names, { shown }) }];
  });
  const named = new Set(persons.flatMap(({ id }) => (reasons.has(id) ? [] : [id])));
  return { atRisk, shown, named };
}

interface CheckParts extends Pick<AtRisk, "atRisk" | "named"> {
  readonly input: NamesInput;
  /** Finds any of their names. */
  readonly any: NameFinder;
}

function checkBy(registry: Registry, { input, atRisk, any, named: mayBeNamed }: CheckParts): NameCheck {
  return {
    named: mayBeNamed,
    namesIn: (chosen) => {
      const { record, kind, patch } = chosen.operation;
      const isTaken = Object.hasOwn(patch, "sealed");
      const listed = isTaken ? input.listed?.get(record) : undefined;
      const texts = [...textsWithin(patch), ...(listed === undefined ? [] : [asWords(listed.paths)])];
      const isSuspect = texts.some((text) => any.has(text));
      const named = atRisk
        .filter(({ risk, finder }) => {
          if (risk.record === record && touchesNames(registry, chosen)) return true;
          return isSuspect && texts.some((text) => finder.has(text));
        })
        .map(({ risk }) => risk);
      if (input.audience === "internal") return named;
      const file = isTaken ? input.files?.get(record) : undefined;
      // A name is the graver reason; what the file carries is told with it.
      if (named.some((risk) => risk.record === record))
        return named.map((risk) =>
          risk.record === record && file !== undefined ? { ...risk, carries: file.carries } : risk,
        );
      const reason = reasonOf(registry, chosen, { file, listed });
      if (reason === null) return named;
      const carries = file !== undefined && reason === file.reason ? { carries: file.carries } : {};
      return [...named, { record, kind, reason, canAcknowledge: true, ...carries }];
    },
  };
}

interface OfFile {
  readonly file: FileRisk | undefined;
  readonly listed: ListedNames | undefined;
}

/** Why an entry that names nobody says more than it should; the gravest reason. */
function reasonOf(
  registry: Registry,
  chosen: StampedOperation,
  { file, listed }: OfFile,
): NameAtRisk["reason"] | null {
  if (tellsRisk(registry, chosen)) return "risk";
  if (file !== undefined) return file.reason;
  const isListed = listed?.isWhole === false || listed?.paths.split("\n").some(hasIdentifier) === true;
  return isListed || hasFileIdentifier(registry, chosen) ? "identifier" : null;
}

/** Programs put these where a person would put a space: `salma_ouedraogo-2025.jpg`. */
function asWords(paths: string): string {
  return `${paths}\n${paths.replaceAll(/[_.+%-]+/gu, " ")}`;
}

interface Subject {
  readonly risk: NameAtRisk;
  readonly names: readonly string[];
  readonly finder: NameFinder;
}

/** Fields that hold names, or what stands for one, by the definitions of the kinds. */
function nameFieldsOf(registry: Registry, kind: string, guard: Guard = "name"): readonly string[] {
  const fields = registry.kinds.get(kind)?.fields ?? {};
  return Object.keys(fields).filter((name) => fields[name]?.guard === guard);
}

function aliasesOf(registry: Registry, state: RecordState): readonly string[] {
  return nameFieldsOf(registry, state.kind, "alias").flatMap((field) => {
    const alias = textIn(valuesOf(state)[field]);
    return alias === null ? [] : [alias.text];
  });
}

function touchesNames(registry: Registry, { operation }: StampedOperation): boolean {
  return nameFieldsOf(registry, operation.kind).some((field) => Object.hasOwn(operation.patch, field));
}

/** Flags, and the part of a form that is about risks and traits. */
function tellsRisk(registry: Registry, { operation }: StampedOperation): boolean {
  const fields = registry.kinds.get(operation.kind)?.fields ?? {};
  return Object.keys(operation.patch).some(
    (name) => fields[name]?.group === "risk" || fields[name]?.vocabulary === "riskFlags",
  );
}

/** An entry leaves as it was written: nothing in it can be replaced. */
function hasFileIdentifier(registry: Registry, { operation }: StampedOperation): boolean {
  const fields = registry.kinds.get(operation.kind)?.fields ?? {};
  return Object.entries(operation.patch)
    .filter(([name]) => fields[name]?.fileName === true || pathFields.has(name))
    .some(([, change]) => textsWithin(change).some(hasIdentifier));
}

/** They leave in a bundle alone. */
const pathFields: ReadonlySet<string> = new Set(["original", "signedFiles"]);

function namesOf(registry: Registry, state: RecordState): readonly string[] {
  const values = valuesOf(state);
  return nameFieldsOf(registry, state.kind).flatMap((field) => {
    const one = textIn(values[field]);
    return [...(one === null ? [] : [one]), ...textsIn(values[field])].map(({ text }) => text);
  });
}

function textsWithin(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsWithin);
  return isJsonObject(value) ? Object.values(value).flatMap(textsWithin) : [];
}
