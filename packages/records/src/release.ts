// What may leave the vault. The only door to CSV, JSON, HTML and PDF: fields not named stay inside.
import {
  coarsenEdtf,
  coarsenPlace,
  encodeCanonicalText,
  isId,
  isJsonObject,
  parsePlace,
  withoutHiddenCharacters,
  type Json,
  type RecordId,
} from "@tocsin/core";
import type { CodeCheck } from "./field-values.ts";
import { withoutIdentifiers } from "./file-names.ts";
import { isSetType, type Allowance, type Field } from "./fields.ts";
import { valuesOf, type RecordState } from "./fold.ts";
import type { Kind } from "./kind.ts";
import { lacksNeed } from "./patch.ts";
import { elementsOf, isAccepted } from "./rows.ts";

export type FieldRelease = "full" | "coarse";

export interface ReleaseRules {
  /** Kind to field to how much of it leaves; whatever is not named is withheld. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldRelease>>>>;
  /** Records whose names may leave: persons with a consent that covers the audience. */
  readonly named: ReadonlySet<RecordId>;
  /** Children: what stands for their names stays inside too. */
  readonly unseen?: ReadonlySet<RecordId>;
  /** Codes that leave; all of them where it is absent. */
  readonly isTerm?: CodeCheck;
  /** What somebody allowed for a time, or for a purpose, leaves only where this is said. */
  readonly purpose?: ReleasePurpose;
  /** Names of files leave without what identifies somebody in them. */
  readonly cleanFileNames?: boolean;
}

export interface ReleasePurpose {
  /** `YYYY-MM-DD`, in UTC: what may be kept until an earlier day stays inside. */
  readonly day: string;
  /** Codes of reach that cover what the release is for. */
  readonly reaches: readonly string[];
}

export interface Released {
  readonly kind: string;
  readonly id: RecordId;
  readonly values: Readonly<Record<string, Json>>;
  /** Fields that have a value inside and none here. */
  readonly withheld: readonly string[];
  /** Fields that are less precise here than inside. */
  readonly coarsened: readonly string[];
}

/** A value that the kind of today does not accept is withheld: nobody has decided what it would show. */
export function released(kind: Kind, state: RecordState, rules: ReleaseRules): Released {
  const allowed = isKeptInside(kind, state) ? {} : (rules.fields[kind.name] ?? {});
  const values: Record<string, Json> = {};
  const withheld: string[] = [];
  const coarsened: string[] = [];
  const inside = valuesOf(state);
  for (const [name, value] of Object.entries(inside)) {
    const field = kind.fields[name];
    const how = allowed[name];
    const out =
      field && how && mayLeave(field, value, { kind, state, rules, inside })
        ? cleaned(field, shown(field, value, how), rules)
        : undefined;
    if (out === undefined) withheld.push(name);
    else {
      values[name] = out;
      if (encodeCanonicalText(out) !== encodeCanonicalText(value)) coarsened.push(name);
    }
  }
  return { kind: kind.name, id: state.id, values, withheld, coarsened };
}

/** Whether somebody said that nothing of this record may leave, or nobody said that it may where that has to be said. */
export function isKeptInside(kind: Kind, state: RecordState): boolean {
  const inside = valuesOf(state);
  return Object.entries(kind.fields).some(
    ([name, { keepsInside, letsOut }]) =>
      (keepsInside === true && inside[name] === true) || (letsOut === true && inside[name] !== true),
  );
}

function cleaned(
  { fileName }: Field,
  value: Json | undefined,
  { cleanFileNames }: ReleaseRules,
): Json | undefined {
  return value === undefined || fileName !== true || cleanFileNames !== true
    ? value
    : withoutIdentifiersIn(value);
}

function withoutIdentifiersIn(value: Json): Json {
  if (typeof value === "string") return withoutIdentifiers(value).text;
  if (Array.isArray(value)) return value.map(withoutIdentifiersIn);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutIdentifiersIn(part)]));
}

interface ReleaseOf {
  readonly kind: Kind;
  readonly state: RecordState;
  readonly rules: ReleaseRules;
  readonly inside: Readonly<Record<string, Json>>;
}

function mayLeave(field: Field, value: Json, { kind, state, rules, inside }: ReleaseOf): boolean {
  const { needs, allowed } = field;
  if (allowed !== undefined && !isAllowed(allowed, inside, rules.purpose)) return false;
  if (!passes(field, { kind, state, rules, inside }) || !isOfTerms(field, value, rules)) return false;
  // Two people who did not know of each other can have left it without its reason.
  if (needs !== undefined && lacksNeed(needs, value, inside[needs.field])) return false;
  if (field.type === "data") return isAccepted(field, value);
  return (
    Array.isArray(value) === isSetType(field.type) &&
    elementsOf(value).every((each) => isAccepted(field, each))
  );
}

/** Nothing where the rules do not say what the release is for. */
function isAllowed(
  { by, unless, until, reach }: Allowance,
  inside: ReleaseOf["inside"],
  purpose: ReleasePurpose | undefined,
): boolean {
  if (purpose === undefined || inside[by] !== true || inside[unless] !== undefined) return false;
  const [last, covers] = [inside[until], inside[reach]];
  // A month or a year stands before each of its days, so that it has ended when it begins: nobody said which day.
  if (last !== undefined && (typeof last !== "string" || last < purpose.day)) return false;
  return typeof covers === "string" && purpose.reaches.includes(covers);
}

function isOfTerms({ type, vocabulary }: Field, value: Json, { isTerm }: ReleaseRules): boolean {
  if (isTerm === undefined || (type !== "code" && type !== "codes")) return true;
  return elementsOf(value).every((each) => typeof each === "string" && isTerm(vocabulary ?? "", each));
}

function passes({ guard }: Field, { kind, state, rules, inside }: ReleaseOf): boolean {
  if (guard === "name") return rules.named.has(state.id);
  if (guard === "alias") return rules.unseen?.has(state.id) !== true;
  if (guard === "tie") return tiedIn(kind, inside).every((each) => rules.named.has(each));
  return true;
}

/** Everybody whom a record ties together. */
function tiedIn({ fields }: Kind, inside: ReleaseOf["inside"]): readonly RecordId[] {
  return Object.entries(fields).flatMap(([name, { guard }]) => {
    const value = inside[name];
    return guard === "tie" && isId(value) ? [value] : [];
  });
}

/** A name leaves as it is read: a character that is not seen could make it another's. */
function readable(value: Json): Json {
  if (Array.isArray(value)) return value.map(readable);
  if (!isJsonObject(value) || typeof value["text"] !== "string") return value;
  const text = withoutHiddenCharacters(value["text"]);
  return { ...value, text: text === "" ? "\ufffd" : text };
}

function shown(field: Field, value: Json, how: FieldRelease): Json | undefined {
  return how === "full" ? whole(field, value) : coarse(field, value);
}

function whole({ guard }: Field, value: Json): Json {
  return guard === "name" || guard === "alias" ? readable(value) : value;
}

function coarse(field: Field, value: Json): Json | undefined {
  if (field.type === "date" && typeof value === "string")
    return coarsenEdtf(value, field.coarsen === "year" ? "year" : "month");
  if (field.type === "instant" && typeof value === "string") return coarsenEdtf(value.slice(0, 10), "month");
  if (field.type === "place" && isJsonObject(value)) {
    const place = coarsenPlace(parsePlace(value), field.coarsen === "country" ? "country" : "region");
    return place === undefined ? undefined : { ...place };
  }
  if (field.type === "translations" && Array.isArray(value)) return value.map(withoutTranslators);
  return undefined;
}

/** Whoever translated or reviewed a text is somebody at work, not in the case. */
function withoutTranslators(translation: Json): Json {
  if (!isJsonObject(translation)) return translation;
  const kept = Object.entries(translation).filter(([name]) => name !== "by" && name !== "reviewedBy");
  return Object.fromEntries(kept);
}
