// Everything that hangs on one case, gathered once: for its page, its report and its release.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { stateOf } from "./state-of.ts";
import { linkIn, linksIn } from "./values.ts";

export interface CaseFile {
  readonly case: RecordState;
  readonly incidents: readonly RecordState[];
  readonly findings: readonly RecordState[];
  readonly evidence: readonly RecordState[];
  readonly commitments: readonly RecordState[];
  readonly involvements: readonly RecordState[];
  readonly people: readonly RecordState[];
  readonly consents: readonly RecordState[];
  readonly sources: readonly RecordState[];
  readonly tasks: readonly RecordState[];
  readonly releases: readonly RecordState[];
}

export async function caseFileOf(view: View, id: RecordId): Promise<CaseFile> {
  const record = await stateOf(view, id, "case");
  const hanging = (kind: string): Promise<readonly RecordState[]> => view.linked(id, { kind, field: "case" });
  const incidents = await hanging("incident");
  const findings = await together(view, await hanging("finding"), linksFrom(incidents, "findings"));
  const involvements = await together(view, await hanging("involvement"), await involvedIn(view, incidents));
  const consents = await hanging("consent");
  const people = await readAll(view, [
    ...linksFrom(involvements, "person"),
    ...linksFrom(consents, "person"),
  ]);
  return {
    case: record,
    incidents,
    findings,
    evidence: await together(view, await hanging("evidence"), [
      ...linksFrom(findings, "evidence"),
      ...linksFrom(incidents, "evidence"),
    ]),
    commitments: await readAll(view, linksFrom(incidents, "commitments")),
    involvements,
    people,
    consents: unique([...consents, ...(await generalConsents(view, people))]),
    sources: await together(view, await hanging("source"), linksFrom(incidents, "sources")),
    tasks: await hanging("task"),
    releases: await hanging("release"),
  };
}

/** Consents that hold for any case. What somebody allowed for another case is no business of this one. */
async function generalConsents(view: View, people: readonly RecordState[]): Promise<readonly RecordState[]> {
  const each = await Promise.all(
    people.map(({ id }) => view.linked(id, { kind: "consent", field: "person" })),
  );
  return each.flat().filter((state) => valuesOf(state)["case"] === undefined);
}

async function involvedIn(view: View, incidents: readonly RecordState[]): Promise<readonly RecordId[]> {
  const each = await Promise.all(
    incidents.map((incident) => view.linked(incident.id, { kind: "involvement", field: "incident" })),
  );
  return each.flat().map(({ id }) => id);
}

function linksFrom(states: readonly RecordState[], field: string): readonly RecordId[] {
  return states.flatMap((state) => {
    const value = valuesOf(state)[field];
    return [...linksIn(value), ...(linkIn(value) === null ? [] : [linkIn(value) ?? state.id])];
  });
}

async function together(
  view: View,
  states: readonly RecordState[],
  ids: readonly RecordId[],
): Promise<readonly RecordState[]> {
  return unique([...states, ...(await readAll(view, ids))]);
}

async function readAll(view: View, ids: readonly RecordId[]): Promise<readonly RecordState[]> {
  const states = await Promise.all([...new Set(ids)].map((id) => view.read(id)));
  return states.flatMap((state) => state ?? []);
}

function unique(states: readonly RecordState[]): readonly RecordState[] {
  return [...new Map(states.map((state) => [state.id, state])).values()];
}
