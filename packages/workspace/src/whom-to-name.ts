// Whom the rule of names is asked about: persons and organisations with everything that bears on it. Report, tables,
// custody sheets and bundles all take it from here.
import { isPublicOrganisation, standingOfAccused, type Part, type PersonToName } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { rootsOf } from "./same-person.ts";
import { codesIn, flagIn, linkIn, stringIn, textIn, textsIn, type Values } from "./values.ts";

/** `involvements`: all that the vault has of these people, in whatever case. */
export function whomToName(
  people: readonly RecordState[],
  involvements: readonly RecordState[],
  organisations: readonly RecordState[],
): readonly PersonToName[] {
  return [...personsToName(people, involvements), ...organisationsToName(organisations)];
}

function personsToName(
  people: readonly RecordState[],
  involvements: readonly RecordState[],
): readonly PersonToName[] {
  const groups = groupsOf(people);
  const parts = new Map<RecordId, Values[]>();
  for (const values of involvements.map(valuesOf)) {
    const person = linkIn(values["person"]);
    if (person === null) continue;
    const own = parts.get(person);
    if (own === undefined) parts.set(person, [values]);
    else own.push(values);
  }
  return groups.flatMap((group) => {
    const own = group.flatMap(({ id }) => parts.get(id) ?? []);
    const values = group.map(valuesOf);
    const unasked = standingOfAccused(own.map(partOf));
    const flags = flagsOf(values);
    const shared = {
      flags,
      isChild: isChild(values, own),
      ...(unasked === undefined || (unasked === "named" && flags.length > 0)
        ? unasked === undefined
          ? {}
          : { unasked: "accused" as const }
        : { unasked }),
    };
    return withSame(group, shared);
  });
}

function organisationsToName(organisations: readonly RecordState[]): readonly PersonToName[] {
  return groupsOf(organisations).flatMap((group) => {
    const values = group.map(valuesOf);
    const flags = flagsOf(values);
    const isPublic = values.every((each) => isPublicOrganisation(stringIn(each["organisationKind"])));
    return withSame(group, {
      flags,
      ...(isPublic && flags.length === 0 ? { unasked: "named" as const } : {}),
    });
  });
}

/** In whatever field it stands: a child is not to be lost between two forms. */
function isChild(values: readonly Values[], parts: readonly Values[]): boolean {
  return (
    values.some(
      (each) =>
        flagIn(each["child"]) === true ||
        codesIn(each["flags"]).includes("child") ||
        isChildBand(stringIn(each["ageBand"])),
    ) || parts.some((each) => isChildBand(stringIn(each["ageThen"])))
  );
}

function isChildBand(code: string | null): boolean {
  return code === "child" || code?.startsWith("child.") === true;
}

function partOf(values: Values): Part {
  return {
    role: stringIn(values["role"]),
    rank: stringIn(values["rank"]),
    attribution: stringIn(values["attribution"]),
  };
}

function flagsOf(values: readonly Values[]): readonly string[] {
  return [...new Set(values.flatMap((each) => codesIn(each["flags"])))];
}

function groupsOf(states: readonly RecordState[]): readonly (readonly RecordState[])[] {
  const roots = rootsOf(states);
  const groups = new Map<RecordId, RecordState[]>();
  for (const state of states) {
    const root = roots.get(state.id) ?? state.id;
    groups.set(root, [...(groups.get(root) ?? []), state]);
  }
  return [...groups.values()];
}

function withSame(
  group: readonly RecordState[],
  shared: Omit<PersonToName, "id" | "same">,
): readonly PersonToName[] {
  return group.map(({ id }) => ({
    ...shared,
    id,
    same: group.flatMap((other) => (other.id === id ? [] : [other.id])),
  }));
}

/** Every form of a name, in every script; of a child also what stands for the name. */
export function namesWritten(
  state: RecordState,
  { isChild: child }: { readonly isChild: boolean },
): readonly string[] {
  const values = valuesOf(state);
  const [name, pseudonym] = [textIn(values["name"]), textIn(values["pseudonym"])];
  return [
    ...(name === null ? [] : [name]),
    ...textsIn(values["names"]),
    ...(child && pseudonym !== null ? [pseudonym] : []),
  ].map(({ text }) => text);
}
