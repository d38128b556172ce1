// Everything that hangs on one case, gathered once: for its page, its report and its release.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { withMerged } from "./same-person.ts";
import { stateOf } from "./state-of.ts";
import { linkIn, linksIn } from "./values.ts";

export interface CaseFile {
  readonly case: RecordState;
  readonly incidents: readonly RecordState[];
  /** How these incidents hang together with others. */
  readonly eventLinks: readonly RecordState[];
  readonly findings: readonly RecordState[];
  readonly evidence: readonly RecordState[];
  readonly commitments: readonly RecordState[];
  readonly involvements: readonly RecordState[];
  /** With every record that one of them was merged with. */
  readonly people: readonly RecordState[];
  readonly organisations: readonly RecordState[];
  /** How these people and organisations belong together. */
  readonly relations: readonly RecordState[];
  /** What these people are part of anywhere: what protects them counts in whatever case it stands. */
  readonly parts: readonly RecordState[];
  readonly actions: readonly RecordState[];
  readonly proceedings: readonly RecordState[];
  readonly hearings: readonly RecordState[];
  readonly deadlines: readonly RecordState[];
  readonly measures: readonly RecordState[];
  readonly statements: readonly RecordState[];
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
  const answers = await answersOf(view, id, incidents);
  const people = await withMerged(
    view,
    "person",
    await readAll(view, [
      ...linksFrom(involvements, "person"),
      ...linksFrom(consents, "person"),
      ...linksFrom(answers.statements, "person"),
    ]),
  );
  const organisations = await withMerged(
    view,
    "organisation",
    await readAll(view, organisationsIn([involvements, consents, ...Object.values(answers)])),
  );
  return {
    ...answers,
    organisations,
    parts: await partsOf(view, people),
    relations: await linkedTo(view, people, { kind: "relation", field: "person" }),
    case: record,
    incidents,
    eventLinks: await linkedTo(view, incidents, { kind: "eventLink", field: "from" }),
    findings,
    evidence: await together(view, await hanging("evidence"), [
      ...linksFrom(findings, "evidence"),
      ...linksFrom(incidents, "evidence"),
    ]),
    commitments: await readAll(view, linksFrom(incidents, "commitments")),
    involvements,
    people,
    consents: unique([...consents, ...(await generalConsents(view, people, organisations))]),
    sources: await together(view, await hanging("source"), [
      ...linksFrom(incidents, "sources"),
      ...linksFrom(answers.statements, "source"),
      ...linksFrom(answers.measures, "sources"),
    ]),
    tasks: await hanging("task"),
    releases: await hanging("release"),
  };
}

/** Consents that hold for any case. What somebody allowed for another case is no business of this one. */
async function generalConsents(
  view: View,
  people: readonly RecordState[],
  organisations: readonly RecordState[],
): Promise<readonly RecordState[]> {
  const each = await Promise.all([
    ...people.map(({ id }) => view.linked(id, { kind: "consent", field: "person" })),
    ...organisations.map(({ id }) => view.linked(id, { kind: "consent", field: "organisation" })),
  ]);
  return each.flat().filter((state) => valuesOf(state)["case"] === undefined);
}

type Answers = Pick<
  CaseFile,
  "actions" | "proceedings" | "hearings" | "deadlines" | "measures" | "statements"
>;

/** What was done about it, what goes on in court, and what was said: by the case, or by its incidents. */
async function answersOf(view: View, id: RecordId, incidents: readonly RecordState[]): Promise<Answers> {
  const about = async (kind: string, field: string, on: readonly RecordState[]) =>
    (await Promise.all(on.map((state) => view.linked(state.id, { kind, field })))).flat();
  const inCase = (kind: string): Promise<readonly RecordState[]> => view.linked(id, { kind, field: "case" });
  const both = async (kind: string, field: string): Promise<readonly RecordState[]> =>
    unique([...(await inCase(kind)), ...(await about(kind, field, incidents))]);
  const proceedings = await both("proceeding", "incidents");
  const within = async (kind: string): Promise<readonly RecordState[]> =>
    unique([...(await inCase(kind)), ...(await about(kind, "proceeding", proceedings))]);
  return {
    proceedings,
    actions: await both("action", "incidents"),
    measures: await both("measure", "incidents"),
    statements: await both("statement", "incident"),
    hearings: await within("hearing"),
    deadlines: await within("deadline"),
  };
}

function organisationsIn(lists: readonly (readonly RecordState[])[]): readonly RecordId[] {
  return lists.flatMap((states) => [...linksFrom(states, "organisation"), ...linksFrom(states, "vendor")]);
}

async function linkedTo(
  view: View,
  states: readonly RecordState[],
  by: { readonly kind: string; readonly field: string },
): Promise<readonly RecordState[]> {
  return unique((await Promise.all(states.map(({ id }) => view.linked(id, by)))).flat());
}

async function partsOf(view: View, people: readonly RecordState[]): Promise<readonly RecordState[]> {
  const each = await Promise.all(
    people.map(({ id }) => view.linked(id, { kind: "involvement", field: "person" })),
  );
  return unique(each.flat());
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
    return Array.isArray(value) ? linksIn(value) : (linkIn(value) ?? []);
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
