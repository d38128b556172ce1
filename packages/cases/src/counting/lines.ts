// What one event gives to count: a line for the event itself and one for everybody whom it struck.
import { isJsonObject, type Json } from "@tocsin/core";
import { valuesOf, type CountedPart, type CountLine, type RecordState } from "@tocsin/records";
import { familyOf } from "../acts.ts";
import { categoryOf, type PerpetratorStatus } from "./categories.ts";
import { beginningOf } from "./periods.ts";

/** What is counted. Never added up with each other. */
export const countUnits = ["people", "organisations", "groups", "unnamed", "incidents"] as const;
export type CountUnit = (typeof countUnits)[number];

/** By what: `act` lies in `family`. */
export const countDimensions = ["act", "family", "gender", "age", "perpetrator", "country"] as const;
export type CountDimension = (typeof countDimensions)[number];

const unknownValue = "unknown";

export interface LineFacts {
  readonly unit: CountUnit;
  /** Stated size of an unnamed group; else 1. */
  readonly size: number;
  readonly status: string;
  readonly category: string;
  /** In order of the dimensions. */
  readonly values: readonly string[];
}

type Values = Readonly<Record<string, Json>>;

export function linesOf(state: RecordState, parts: readonly CountedPart[]): readonly CountLine[] {
  const event = valuesOf(state);
  const played = parts.map(({ state: part, who }) => ({ id: part.id, who, values: valuesOf(part) }));
  const shared = sharedFacts(
    event,
    played.map(({ values }) => values),
  );
  const when = beginningOf(stringIn(event["when"]));
  const struck = played.filter(({ values }) => isVictim(values)).map(struckBy);
  const lines = [{ subject: state.id, unit: "incidents", size: 1 } as const, ...struck].map(
    ({ subject, ...facts }): CountLine => ({
      subject,
      event: state.id,
      when,
      text: encodeFacts({ gender: unknownValue, age: unknownValue, ...shared, ...facts }),
    }),
  );
  return [...new Map(lines.toSorted(byText).map((line) => [line.subject, line])).values()];
}

interface Facts extends Readonly<Record<CountDimension, string>> {
  readonly unit: CountUnit;
  readonly size: number;
  readonly status: string;
  readonly category: string;
}

/** What all lines of an event have in common. */
function sharedFacts(
  event: Values,
  parts: readonly Values[],
): Omit<Facts, "unit" | "size" | "gender" | "age"> {
  const perpetrator = perpetratorOf(parts);
  const { category, act } = categoryOf({
    acts: listIn(event["acts"]),
    defence: stringIn(event["defence"]),
    perpetrator,
    stateFailed: parts.some((part) => part["degree"] === "failed-to-protect"),
  });
  const family = act === unknownValue ? act : familyOf(act);
  return { status: statusOf(event), category, act, family, perpetrator, country: countryIn(event["where"]) };
}

interface Struck extends Partial<Pick<Facts, "gender" | "age">>, Pick<Facts, "unit" | "size"> {
  readonly subject: string;
}

function struckBy(part: {
  readonly id: string;
  readonly values: Values;
  readonly who: RecordState | null;
}): Struck {
  const { id, values, who } = part;
  const size = numberIn(values["groupSize"]);
  if (who === null && size === null) return { subject: `part ${id}`, unit: "unnamed", size: 1 };
  if (who === null) return { subject: `part ${id}`, unit: "groups", size: size ?? 1 };
  if (who.kind !== "person") return { subject: who.id, unit: "organisations", size: 1 };
  const about = valuesOf(who);
  return {
    subject: who.id,
    unit: "people",
    size: 1,
    gender: codeIn(about["gender"]),
    age: ageOf(values, about),
  };
}

/** Facts as one text, parted by tabs, which no value keeps. */
function encodeFacts(facts: Facts): string {
  const { unit, size, status, category } = facts;
  const all = [unit, String(size), status, category, ...countDimensions.map((name) => facts[name])];
  return all.map((each) => each.replaceAll(/[\t\n]/g, " ")).join("\t");
}

/** Reads what `encodeFacts` wrote, and nothing else. */
export function parseFacts(text: string): LineFacts {
  const [unit, size, status = "", category = "", ...values] = text.split("\t");
  return {
    unit: countUnits.find((each) => each === unit) ?? "unnamed",
    size: Number(size),
    status,
    category,
    values,
  };
}

const victimRoles: ReadonlySet<Json | undefined> = new Set<Json>(["defender", "victim"]);

function isVictim(part: Values): boolean {
  return victimRoles.has(part["role"]);
}

/** Whoever acts for a State counts as the State; where several took part, one who does is enough. */
function perpetratorOf(parts: readonly Values[]): PerpetratorStatus {
  const found = parts.flatMap((part) => perpetratorIn(part) ?? []);
  if (found.includes("state")) return "state";
  return found.includes("non-state") ? "non-state" : "unknown";
}

const unknownKinds: ReadonlySet<string> = new Set(["", "unknown", "other"]);

function perpetratorIn({ role, perpetratorKind }: Values): PerpetratorStatus | null {
  if (role === "official" || role === "proxy") return "state";
  if (role !== "perpetrator") return null;
  const kind = stringIn(perpetratorKind) ?? "";
  if (kind === "occupier" || kind.split(".")[0] === "state") return "state";
  return unknownKinds.has(kind) ? "unknown" : "non-state";
}

/** What we wrote ourselves confirms nothing: without the name of a body, "confirmed" is set apart. */
function statusOf(event: Values): string {
  const status = codeIn(event["status"]);
  const body = event["confirmedBy"];
  const isNamed = isJsonObject(body) ? body["text"] !== "" : typeof body === "string" && body !== "";
  return status === "confirmed" && !isNamed ? "confirmed-unnamed" : status;
}

/** As it was when it happened, where that was written down. */
function ageOf(part: Values, about: Values): string {
  const then = codeIn(part["ageThen"]);
  if (then !== unknownValue) return then;
  const band = codeIn(about["ageBand"]);
  if (about["child"] === true) return band.split(".")[0] === "child" ? band : "child";
  return band;
}

function countryIn(place: Json | undefined): string {
  return isJsonObject(place) ? codeIn(place["country"]) : unknownValue;
}

function codeIn(value: Json | undefined): string {
  return typeof value === "string" && value !== "" ? value : unknownValue;
}

function stringIn(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function numberIn(value: Json | undefined): number | null {
  return typeof value === "number" && value > 0 ? value : null;
}

function listIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === "string" ? [each] : [])) : [];
}

function byText(a: CountLine, b: CountLine): number {
  return a.text < b.text ? -1 : a.text === b.text ? 0 : 1;
}
