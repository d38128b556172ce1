// Which cases may stand in the public library: those in which everybody who was harmed agreed to publication, and nobody is
// a child. That their names leave is another question, with a rule of its own.
import { isAccusedRole, standingConsents, type ConsentOnFile } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { consentOnFile } from "../names.ts";
import { rootsOf } from "../same-person.ts";
import { codesIn, linkIn, stringIn } from "../values.ts";
import type { LibraryReason } from "./library-types.ts";

export interface CaseParts {
  readonly incidents: readonly RecordState[];
  readonly involvements: readonly RecordState[];
}

export interface CaseRule {
  readonly now: number;
  readonly consents: readonly RecordState[];
  readonly people: readonly RecordState[];
  /** Children, of whom nothing leaves. */
  readonly unseen: ReadonlySet<RecordId>;
}

/** Why something stays inside, and the other records that it is because of. */
export interface Held {
  readonly reason: LibraryReason;
  readonly because: readonly RecordId[];
}

/** Null where it may leave. */
export function caseHeld(state: RecordState, parts: CaseParts, rule: CaseRule): Held | null {
  if (codesIn(valuesOf(state)["flags"]).length > 0) return { reason: "flags", because: [] };
  if (parts.incidents.length === 0) return { reason: "empty", because: [] };
  const harmed = harmedIn(parts.involvements);
  const children = harmed.filter((person) => rule.unseen.has(person));
  if (children.length > 0) return { reason: "child", because: children };
  // Where nobody was asked, nobody agreed.
  if (harmed.length === 0) return { reason: "no-consent", because: [] };
  const agreed = agreedTo(state.id, rule);
  const others = harmed.filter((person) => !agreed(person));
  return others.length === 0 ? null : { reason: "no-consent", because: others };
}

/** Everybody who is not accused of it, witnesses and relatives too. */
function harmedIn(involvements: readonly RecordState[]): readonly RecordId[] {
  const people = involvements.flatMap((each) => {
    const { person, role } = valuesOf(each);
    const id = linkIn(person);
    return id === null || isAccusedRole(stringIn(role)) ? [] : [id];
  });
  return [...new Set(people)];
}

/** By a consent to publication that stands, of whichever record of the person, for this case or for all. */
function agreedTo(caseId: RecordId, { consents, people, now }: CaseRule): (person: RecordId) => boolean {
  const roots = rootsOf(people);
  const root = (id: RecordId): RecordId => roots.get(id) ?? id;
  const byPerson = new Map<RecordId, ConsentOnFile[]>();
  for (const consent of consents.map(consentOnFile)) {
    if (consent.person === undefined) continue;
    if (consent.case !== undefined && consent.case !== caseId) continue;
    const own = byPerson.get(root(consent.person)) ?? [];
    byPerson.set(root(consent.person), [...own, consent]);
  }
  return (person) =>
    standingConsents(byPerson.get(root(person)) ?? [], now).some(
      ({ uses }) => uses?.includes("publication") === true,
    );
}
