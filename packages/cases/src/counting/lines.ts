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
  readonly values: Readonly<Record<CountDimension, string>>;
}

type Values = Readonly<Record<string, Json>>;

export function linesOf(state: RecordState, parts: readonly CountedPart[]): readonly CountLine[] {
  const event = valuesOf(state);
  const read = parts.map(({ state: part, who }) => ({
    id: part.id,
    part: valuesOf(part),
    who,
    about: who === null ? {} : valuesOf(who),
  }));
  const perpetrator = perpetratorOf(read.map(({ part }) => part));
  const { category, act } = categoryOf({
    acts: listIn(event["acts"]),
    defence: stringIn(event["defence"]),
    perpetrator,
    stateFailed: read.some(({ part }) => part["degree"] === "failed-to-protect"),
  });
  const shared = {
    act,
    family: act === unknownValue ? act : familyOf(act),
    perpetrator,
    country: countryIn(event["where"]),
  };
  const when = beginningOf(stringIn(event["when"]));
  const lineOf = (
    subject: string,
    facts: Pick<LineFacts, "unit" | "size">,
    who: Pick<LineFacts["values"], "gender" | "age">,
  ): CountLine => ({
    subject,
    event: state.id,
    when,
    text: encodeFacts({ ...facts, status: statusOf(event), category, values: { ...shared, ...who } }),
  });
  const nobody = { gender: unknownValue, age: unknownValue };
  const lines = [lineOf(state.id, { unit: "incidents", size: 1 }, nobody)];
  for (const { id, part, who, about } of read.filter(({ part }) => isVictim(part))) {
    const size = numberIn(part["groupSize"]);
    if (who === null)
      lines.push(
        lineOf(`part ${id}`, size === null ? { unit: "unnamed", size: 1 } : { unit: "groups", size }, nobody),
      );
    else if (who.kind === "person")
      lines.push(
        lineOf(
          who.id,
          { unit: "people", size: 1 },
          { gender: codeIn(about["gender"]), age: ageOf(part, about) },
        ),
      );
    else lines.push(lineOf(who.id, { unit: "organisations", size: 1 }, nobody));
  }
  return [...new Map(lines.toSorted(byText).map((line) => [line.subject, line])).values()];
}

/** Facts as one text, parted by tabs, which no value keeps. */
function encodeFacts({ unit, size, status, category, values }: LineFacts): string {
  const all = [unit, String(size), status, category, ...countDimensions.map((name) => values[name])];
  return all.map((each) => each.replaceAll(/[\t\n]/g, " ")).join("\t");
}

/** Reads what `encodeFacts` wrote, and nothing else. */
export function parseFacts(text: string): LineFacts {
  const [unit, size, status = "", category = "", ...values] = text.split("\t");
  const named = Object.fromEntries(countDimensions.map((name, at) => [name, values[at] ?? unknownValue]));
  return {
    unit: countUnits.find((each) => each === unit) ?? "unnamed",
    size: Number(size),
    status,
    category,
    values: named as LineFacts["values"],
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
