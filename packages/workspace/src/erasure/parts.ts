// What hangs on a record alone, and so goes with it: a table of kinds, and one walk over it.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import type { Belonging } from "./subject.ts";

interface Part {
  readonly kind: string;
  /** It goes with any of these. */
  readonly on: readonly string[];
  /** It goes with this where it has none of those. */
  readonly otherwise?: string;
}

const parts: readonly Part[] = [
  { kind: "involvement", on: ["person", "incident"], otherwise: "case" },
  { kind: "finding", on: ["evidence"], otherwise: "case" },
  { kind: "evidence", on: ["parent"], otherwise: "case" },
  { kind: "custody", on: ["evidence"] },
  { kind: "consent", on: ["person", "case"] },
  { kind: "incident", on: ["case"] },
  { kind: "source", on: ["case"] },
  { kind: "task", on: ["case"] },
];

/** The kind that each of these fields leads to has the field's name, but for this one. */
const targetOf = (field: string): string => (field === "parent" ? "evidence" : field);

/** Fields of incidents by which they rest on something that stands in a case. */
const restsOn: Readonly<Record<string, string>> = {
  evidence: "evidence",
  finding: "findings",
  source: "sources",
};

/** The roots with everything that hangs on the chosen ones, each record once. */
export async function withParts(view: View, roots: readonly Belonging[]): Promise<readonly Belonging[]> {
  const found = new Map<RecordId, Belonging>();
  for (const each of roots) if (!found.has(each.state.id)) found.set(each.state.id, each);
  const waiting = [...found.values()].filter(({ chosen }) => chosen);
  for (let at = 0; at < waiting.length; at += 1) {
    const from = waiting[at];
    if (from === undefined) break;
    for (const each of [...(await hangingOn(view, from.state)), ...(await peopleOnlyIn(view, from, found))]) {
      // What was only offered goes with the record that it turns out to hang on.
      if (found.get(each.state.id)?.chosen === true) continue;
      found.set(each.state.id, each);
      waiting.push(each);
    }
  }
  return sortOutShared(view, found);
}

async function hangingOn(view: View, { id, kind: owner }: RecordState): Promise<readonly Belonging[]> {
  const hanging: Belonging[] = [];
  for (const { kind, on, otherwise } of parts)
    for (const field of [...on, ...(otherwise === undefined ? [] : [otherwise])]) {
      if (targetOf(field) !== owner) continue;
      for (const state of await view.linked(id, { kind, field })) {
        const values = valuesOf(state);
        const isElsewhere = field === otherwise && on.some((each) => linkIn(values[each]) !== null);
        if (!isElsewhere) hanging.push({ state, reason: "part", chosen: true, on: id });
      }
    }
  return hanging;
}

/** Somebody of whom nothing would be left but the name. */
async function peopleOnlyIn(
  view: View,
  { state }: Belonging,
  found: ReadonlyMap<RecordId, Belonging>,
): Promise<readonly Belonging[]> {
  const personId = state.kind === "involvement" ? linkIn(valuesOf(state)["person"]) : null;
  if (personId === null || found.has(personId)) return [];
  const rest = [
    ...(await view.linked(personId, { kind: "involvement", field: "person" })),
    ...(await view.linked(personId, { kind: "consent", field: "person" })),
  ];
  const person = await view.read(personId);
  const isAlone = rest.every(({ id }) => id === state.id || found.get(id)?.chosen === true);
  return person === undefined || !isAlone
    ? []
    : [{ state: person, reason: "part", chosen: true, on: state.id }];
}

/** What an incident outside the plan rests on is offered, with what hangs on it. */
async function sortOutShared(
  view: View,
  found: ReadonlyMap<RecordId, Belonging>,
): Promise<readonly Belonging[]> {
  const shared = new Set<RecordId>();
  for (const { state, reason, on } of found.values()) {
    const field = reason === "part" && on !== null ? restsOn[state.kind] : undefined;
    if (field === undefined || found.get(on ?? state.id)?.state.kind !== "case") continue;
    const resting = await view.linked(state.id, { kind: "incident", field });
    if (resting.some(({ id }) => found.get(id)?.chosen !== true)) shared.add(state.id);
  }
  for (const { state, on } of found.values()) if (on !== null && shared.has(on)) shared.add(state.id);
  return [...found.values()].map((each) =>
    shared.has(each.state.id) ? { ...each, reason: "shared", chosen: false } : each,
  );
}
