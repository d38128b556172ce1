// What a half-filled record still lacks, and what in it cannot be right: by the definitions of kinds, for every kind.
import { hiddenCharacters, isJsonObject, type Json } from "@tocsin/core";
import { isAccusedRole } from "@tocsin/cases";
import {
  elementsOf,
  isAccepted,
  isSetType,
  lacksNeed,
  textOfValue,
  valuesOf,
  type Field,
  type Kind,
  type RecordState,
  type Registry,
} from "@tocsin/records";
import { stringIn, type Values } from "./values.ts";

export type ProblemName =
  | "bad-value"
  | "unknown-code"
  | "needs"
  | "hidden-characters"
  | "unconfirmed"
  | "no-ground"
  | "circle"
  | "link-to-nothing";

export interface Problem {
  readonly field: string;
  readonly problem: ProblemName;
  /** The field that is needed, the code, the characters, the events of a circle, or the ids that lead to nothing. */
  readonly what: readonly string[];
}

export interface Lacks {
  /** Fields that a whole record has. */
  readonly lacks: readonly string[];
  readonly problems: readonly Problem[];
}

export function lacksOf(registry: Registry, kind: Kind, state: RecordState): Lacks {
  const values = valuesOf(state);
  const fields = Object.entries(kind.fields);
  return {
    lacks: fields
      .filter(([name, field]) => isWanted(field, values) && values[name] === undefined)
      .map(([name]) => name),
    problems: [
      ...fields.flatMap(([name, field]) => problemsOf(registry, { name, field, values })),
      ...problemsOfKind(kind.name, values),
    ],
  };
}

function isWanted({ required, wanted }: Field, values: Values): boolean {
  if (required === true || typeof wanted !== "object") return (required ?? wanted) === true;
  return wanted.codes.includes(stringIn(values[wanted.field]) ?? "");
}

interface Place {
  readonly name: string;
  readonly field: Field;
  readonly values: Values;
}

function problemsOf(registry: Registry, { name, field, values }: Place): readonly Problem[] {
  const value = values[name];
  if (value === undefined) return [];
  const problem = (what: ProblemName, more: readonly string[] = []): Problem => ({
    field: name,
    problem: what,
    what: more,
  });
  const elements = elementsOf(field.type === "data" ? undefined : value);
  const isOdd = field.type !== "data" && Array.isArray(value) !== isSetType(field.type);
  const hidden = isTyped(field)
    ? hiddenCharacters(elements.map((each) => textOfValue(field, each)).join("\n"))
    : [];
  const unknown = codesOf(field, elements).filter((code) => !registry.isCode(field.vocabulary ?? "", code));
  const { needs } = field;
  return [
    ...(isOdd || !elements.every((each) => isAccepted(field, each)) ? [problem("bad-value")] : []),
    ...(unknown.length > 0 ? [problem("unknown-code", unknown)] : []),
    ...(needs !== undefined && lacksNeed(needs, value, values[needs.field])
      ? [problem("needs", [needs.field])]
      : []),
    ...(hidden.length > 0 ? [problem("hidden-characters", hidden)] : []),
  ];
}

function isTyped({ type }: Field): boolean {
  return type === "text" || type === "names" || type === "string" || type === "strings";
}

function codesOf({ type }: Field, elements: readonly Json[]): readonly string[] {
  return type === "code" || type === "codes"
    ? elements.flatMap((each) => (typeof each === "string" ? [each] : []))
    : [];
}

function problemsOfKind(kind: string, values: Values): readonly Problem[] {
  if (kind === "deadline" && !isConfirmed(values))
    return [{ field: "due", problem: "unconfirmed", what: [] }];
  if (
    kind === "involvement" &&
    isAccusedRole(stringIn(values["role"])) &&
    values["attribution"] === undefined
  )
    return [{ field: "attribution", problem: "no-ground", what: [] }];
  return [];
}

/** Another day or zone than the confirmed one is not confirmed. */
export function isConfirmed(values: Values): boolean {
  const { due, zone, confirmedDue, confirmedBy } = values;
  return isJsonObject(confirmedBy) && confirmedDue === `${stringIn(due) ?? ""} ${stringIn(zone) ?? ""}`;
}
