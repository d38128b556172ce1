// What a report of a case would let out for an audience, decided before anything is written: names, fields, omissions.
import { releaseFields, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  kindOf,
  released,
  type Registry,
  type Released,
  type ReleaseRules,
  type RecordState,
} from "@tocsin/records";
import type { CaseFile } from "./case-file.ts";
import { namesFor, type NameDecision } from "./names.ts";
import { purposeOf } from "./voices/release-purpose.ts";

export interface ReportPlan {
  readonly audience: Audience;
  readonly rules: ReleaseRules;
  readonly names: ReadonlyMap<RecordId, NameDecision>;
  /** The released form of every record of the case, by kind of the case file. */
  readonly released: ReadonlyMap<RecordId, Released>;
  /** Names of others, who are no part of the case and must not be named to anybody. */
  readonly neverNamed: readonly string[];
}

export interface PlanFor {
  readonly audience: Audience;
  readonly now: number;
  readonly neverNamed?: readonly string[];
}

export function planReport(
  registry: Registry,
  file: CaseFile,
  { audience, now, neverNamed = [] }: PlanFor,
): ReportPlan {
  const names = namesFor(file, audience, now);
  const named = new Set([...names].flatMap(([id, decision]) => (decision.allowed ? [id] : [])));
  const own = ownNames(file, audience);
  const unseen = new Set(
    [...names].flatMap(([id, decision]) => (!decision.allowed && decision.reason === "child" ? [id] : [])),
  );
  const rules: ReleaseRules = {
    fields: releaseFields[audience],
    named: new Set([...named, ...own]),
    unseen,
    purpose: purposeOf(audience, now),
    ...(audience === "internal" ? {} : { isTerm: registry.isTerm, cleanFileNames: true }),
  };
  const out = statesOf(file).map(
    (state) => [state.id, released(kindOf(registry, state.kind), state, rules)] as const,
  );
  return { audience, rules, names, released: new Map(out), neverNamed };
}

/** Inside the organisation, who obtained a piece of evidence and who a source is may be read. */
function ownNames(file: CaseFile, audience: Audience): readonly RecordId[] {
  return audience === "internal" ? [...file.evidence, ...file.sources].map(({ id }) => id) : [];
}

export function statesOf(file: CaseFile): readonly RecordState[] {
  return [
    file.case,
    ...file.incidents,
    ...file.eventLinks,
    ...file.findings,
    ...file.evidence,
    ...file.commitments,
    ...file.involvements,
    ...file.people,
    ...file.organisations,
    ...file.relations,
    ...file.actions,
    ...file.proceedings,
    ...file.hearings,
    ...file.deadlines,
    ...file.measures,
    ...file.statements,
    ...file.consents,
    ...file.sources,
  ];
}
