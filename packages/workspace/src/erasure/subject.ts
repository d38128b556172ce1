// What an erasure is about: a consent that was withdrawn, a retention that has ended, or records that a person chose.
import { standingConsents } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import type { ErasureGround } from "@tocsin/vault";
import { consentOnFile } from "../names.ts";
import { readEvenTakenBack, stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";

export type ErasureSubject =
  | { readonly consent: RecordId }
  | { readonly retention: RecordId }
  | { readonly records: readonly RecordId[]; readonly ground: ErasureGround };

/** Why a record stands in a plan. */
export type BelongingReason =
  /** The consent itself, what the retention is of, or what was chosen. */
  | "itself"
  /** Who gave the consent. */
  | "person"
  /** Evidence that was given under the consent. */
  | "given-under"
  /** Hangs on another record of the plan alone: a finding, a derivative, an involvement. */
  | "part"
  /** An incident of which nobody else is recorded. */
  | "only-person"
  /** Others take part, or something outside the plan rests on it: offered, not chosen. */
  | "shared"
  /** Another consent of the same person still stands: offered, not chosen. */
  | "still-allowed"
  /** The case: offered, not chosen. */
  | "case";

export interface Belonging {
  readonly state: RecordState;
  readonly reason: BelongingReason;
  readonly chosen: boolean;
  /** The record of the plan that it hangs on. */
  readonly on: RecordId | null;
}

export function groundOf(subject: ErasureSubject): ErasureGround {
  if ("consent" in subject) return "consent";
  return "retention" in subject ? "retention" : subject.ground;
}

/** The records with which a plan begins; what hangs on those that are chosen comes after. */
export async function rootsOf(
  view: View,
  subject: ErasureSubject,
  now: number,
): Promise<readonly Belonging[]> {
  if ("consent" in subject) return consentRoots(view, subject.consent, now);
  if ("records" in subject)
    return Promise.all(subject.records.map(async (id) => root(await chosenRecord(view, id), "itself")));
  const of = linkIn(valuesOf(await stateOf(view, subject.retention, "retention"))["of"]);
  const state = of === null ? undefined : await view.read(of);
  return state === undefined ? [] : [root(state, "itself")];
}

/** A person can have chosen what was taken back: it is erased by this alone. */
async function chosenRecord(view: View, id: RecordId): Promise<RecordState> {
  return (await readEvenTakenBack(view, id)) ?? stateOf(view, id);
}

function root(state: RecordState, reason: BelongingReason, chosen = true): Belonging {
  return { state, reason, chosen, on: null };
}

async function consentRoots(view: View, id: RecordId, now: number): Promise<readonly Belonging[]> {
  const consent = await stateOf(view, id, "consent");
  const given = await view.linked(id, { kind: "evidence", field: "consent" });
  const roots = [root(consent, "itself"), ...given.map((state) => root(state, "given-under"))];
  const { person: personId, case: caseId } = consentOnFile(consent);
  const person = personId === undefined ? undefined : await view.read(personId);
  if (person === undefined) return roots;
  const own = await view.linked(person.id, { kind: "consent", field: "person" });
  const others = own.filter((each) => each.id !== id);
  // The withdrawal itself is among `own`: it can end older consents too.
  const standing = standingConsents(own.map(consentOnFile), now).filter((each) => each.id !== id);
  const isOver = standing.length === 0;
  const scope = isOver ? undefined : caseId;
  const involvements = await involvementsOf(view, person.id, { isOver, scope });
  return [
    ...roots,
    root(person, isOver ? "person" : "still-allowed", isOver),
    ...others
      .filter((each) => !isOver && !standing.some((still) => still.id === each.id))
      .map((state) => root(state, "part")),
    ...involvements.map((state) => root(state, "part")),
    ...(await incidentsOf(view, involvements, person.id)),
    ...(await casesOf(view, involvements, caseId)),
  ];
}

/** All of a person's, or those in the case of the consent where another consent covers the rest. */
async function involvementsOf(
  view: View,
  person: RecordId,
  { isOver, scope }: { readonly isOver: boolean; readonly scope: RecordId | undefined },
): Promise<readonly RecordState[]> {
  const all = await view.linked(person, { kind: "involvement", field: "person" });
  if (isOver) return all;
  if (scope === undefined) return [];
  const inside = await Promise.all(
    all.map(async (state) => {
      const { case: caseId, incident } = valuesOf(state);
      if (linkIn(caseId) === scope) return true;
      const incidentId = linkIn(incident);
      const its = incidentId === null ? undefined : await view.read(incidentId);
      return its !== undefined && linkIn(valuesOf(its)["case"]) === scope;
    }),
  );
  return all.filter((_, at) => inside[at] === true);
}

async function incidentsOf(
  view: View,
  involvements: readonly RecordState[],
  person: RecordId,
): Promise<readonly Belonging[]> {
  const ids = new Set(involvements.flatMap((state) => linkIn(valuesOf(state)["incident"]) ?? []));
  const found = await Promise.all(
    [...ids].map(async (id): Promise<readonly Belonging[]> => {
      const state = await view.read(id);
      if (state === undefined) return [];
      const involved = await view.linked(id, { kind: "involvement", field: "incident" });
      const isAlone = involved.every((each) => linkIn(valuesOf(each)["person"]) === person);
      return [root(state, isAlone ? "only-person" : "shared", isAlone)];
    }),
  );
  return found.flat();
}

async function casesOf(
  view: View,
  involvements: readonly RecordState[],
  consentCase: RecordId | undefined,
): Promise<readonly Belonging[]> {
  const ids = new Set(involvements.flatMap((state) => linkIn(valuesOf(state)["case"]) ?? []));
  if (consentCase !== undefined) ids.add(consentCase);
  const states = await Promise.all([...ids].map((id) => view.read(id)));
  return states.flatMap((state) => (state === undefined ? [] : [root(state, "case", false)]));
}
