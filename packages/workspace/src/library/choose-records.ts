// Which records the public library is made of, and of the others why they stay inside and because of what.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type Registry } from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { flagIn, linkIn, linksIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { caseHeld, type Held } from "./choose-cases.ts";
import type { WithheldItem } from "./library-types.ts";
import type { LibraryRecords } from "./read-library.ts";

export interface Chosen {
  readonly states: readonly RecordState[];
  readonly incidentsOf: (caseId: RecordId) => readonly RecordState[];
  readonly withheld: readonly WithheldItem[];
}

export function chooseAll({ registry, context }: Workspace, records: LibraryRecords): Chosen {
  const byCase = grouped(records.of("incident"), "case");
  const incidentsOf = (id: RecordId): readonly RecordState[] =>
    (byCase.get(id) ?? []).filter((state) => valuesOf(state)["mergedInto"] === undefined);
  const partsOf = grouped(records.of("involvement"), "incident");
  const ofCase = grouped(records.of("involvement"), "case");
  const rule = {
    now: context.now(),
    consents: records.of("consent"),
    people: records.of("person"),
    unseen: records.names.unseen,
  };
  const cases = new Map(
    records.of("case").map((state): readonly [RecordId, Held | null] => {
      const incidents = incidentsOf(state.id);
      // Merged incidents count for who was harmed: nobody drops out of a case by a merge.
      const involvements = [
        ...(ofCase.get(state.id) ?? []),
        ...(byCase.get(state.id) ?? []).flatMap(({ id }) => partsOf.get(id) ?? []),
      ];
      return [state.id, caseHeld(state, { incidents, involvements }, rule)];
    }),
  );
  const held = new Map(
    (["resource", "case", "measure", "proceeding", "commitment"] as const)
      .flatMap(records.of)
      .map((state) => [state, heldOf(state, records, cases)] as const),
  );
  return {
    incidentsOf,
    states: [...held].flatMap(([state, why]) => (why === null ? [state] : [])),
    withheld: [...held].flatMap(([state, why]) =>
      why === null ? [] : [withheldItem(registry, records, { state, why })],
    ),
  };
}

interface HeldState {
  readonly state: RecordState;
  readonly why: Held;
}

function withheldItem(registry: Registry, records: LibraryRecords, { state, why }: HeldState): WithheldItem {
  const because = why.because.flatMap((id) => {
    const other = records.byId.get(id);
    return other === undefined ? [] : [{ record: id, kind: other.kind, label: labelOf(registry, other) }];
  });
  const { id: record, kind } = state;
  return { record, kind, label: labelOf(registry, state), reason: why.reason, because };
}

function heldOf(
  state: RecordState,
  records: LibraryRecords,
  cases: ReadonlyMap<RecordId, Held | null>,
): Held | null {
  const values = valuesOf(state);
  switch (state.kind) {
    case "resource":
      return flagIn(values["shown"]) === true ? null : { reason: "not-shown", because: [] };
    case "case":
      return cases.get(state.id) ?? null;
    case "measure": {
      const because = linksIn(values["sources"]).filter((id) => isProtected(records.byId.get(id)));
      return because.length === 0 ? null : { reason: "protected-source", because };
    }
    case "proceeding": {
      const caseId = linkIn(values["case"]);
      if (caseId !== null && cases.get(caseId) === null) return null;
      return { reason: "case-withheld", because: caseId === null ? [] : [caseId] };
    }
    default:
      return null;
  }
}

function isProtected(source: RecordState | undefined): boolean {
  return source !== undefined && flagIn(valuesOf(source)["protection"]) === true;
}

function grouped(
  states: readonly RecordState[],
  field: string,
): ReadonlyMap<RecordId, readonly RecordState[]> {
  const groups = new Map<RecordId, RecordState[]>();
  for (const state of states) {
    const to = linkIn(valuesOf(state)[field]);
    if (to === null) continue;
    const group = groups.get(to);
    if (group === undefined) groups.set(to, [state]);
    else group.push(state);
  }
  return groups;
}
