// Companies and other organisations that act, as rows of a matrix: what ties them to incidents, measures, proceedings and
// assessments. Read from the tables when it is asked for, and not kept counted: it lies in records that lead to others.
import type { RecordId } from "@tocsin/core";
import { standardCode, valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { idsOf } from "../all-of.ts";
import { labelOf } from "../label-of.ts";
import { rootsOf } from "../same-person.ts";
import { linkIn, linksIn, stringIn, textIn, type Values } from "../values.ts";
import { matrixKinds, type MatrixKind } from "./kinds.ts";

export interface Tie {
  /** The record that stands for it, where several were merged. */
  readonly organisation: RecordId;
  readonly kind: MatrixKind;
  readonly state: RecordState;
  /** Of an incident its status; "?" where nobody said. */
  readonly apart: string;
  readonly commitments: readonly RecordId[];
}

export interface CompanyTies {
  readonly ties: readonly Tie[];
  /** Of the organisations that are tied to anything; companies that are tied to nothing, too. */
  readonly labels: ReadonlyMap<RecordId, string>;
}

/** Whoever is a victim, helps or counsels has no row. */
const acting: ReadonlySet<string | null> = new Set([
  "perpetrator",
  "proxy",
  "vendor",
  "operator",
  "platform",
  "official",
]);

/** Of all organisations, or of one and those that were merged with it. */
export async function tiesOf(view: View, registry: Registry, only?: string): Promise<CompanyTies> {
  const all = await view.glance(await idsOf(view, "organisation"));
  const roots = rootsOf(all);
  const wanted = all.filter(({ id }) => only === undefined || roots.get(id) === only);
  const found = await leadingFrom(
    view,
    wanted.map(({ id }) => id),
  );
  const targets = await view.glance(found.map(({ target }) => target));
  const states = new Map(targets.map((state) => [state.id, state]));
  const seen = new Set<string>();
  const ties = found.flatMap(({ organisation, target }): readonly Tie[] => {
    const root = roots.get(organisation) ?? organisation;
    const state = states.get(target);
    const kind = state === undefined ? undefined : kindIn(state);
    if (state === undefined || kind === undefined || seen.has(`${root} ${target}`)) return [];
    seen.add(`${root} ${target}`);
    const values = valuesOf(state);
    if (linkIn(values["mergedInto"]) !== null) return [];
    const apart = kind === "incident" ? statusIn(values) : "";
    return [{ organisation: root, kind, state, apart, commitments: linksIn(values["commitments"]) }];
  });
  const tied = new Set(ties.map(({ organisation }) => organisation));
  const shown = wanted.filter(
    (state) => tied.has(state.id) || (roots.get(state.id) === state.id && isCompany(valuesOf(state))),
  );
  return { ties, labels: new Map(shown.map((state) => [state.id, labelOf(registry, state)])) };
}

function kindIn({ kind }: RecordState): MatrixKind | undefined {
  return matrixKinds.find((each) => each === kind);
}

function isCompany(values: Values): boolean {
  return standardCode(stringIn(values["organisationKind"]) ?? "") === "company";
}

/** As the matrix of States counts it: "confirmed" says nothing without the name of a body. */
function statusIn(values: Values): string {
  const status = stringIn(values["status"]) ?? "?";
  const body = textIn(values["confirmedBy"])?.text ?? "";
  return status === "confirmed" && body === "" ? "confirmed-unnamed" : status;
}

interface Led {
  readonly organisation: RecordId;
  readonly target: RecordId;
}

async function leadingFrom(view: View, ids: readonly RecordId[]): Promise<readonly Led[]> {
  const [parts, done, sold, assessed] = await Promise.all([
    view.glanceLinked(ids, { kind: "involvement", field: "organisation" }),
    view.glanceLinked(ids, { kind: "measure", field: "organisation" }),
    view.glanceLinked(ids, { kind: "measure", field: "vendor" }),
    view.glanceLinked(ids, { kind: "assessment", field: "subject" }),
  ]);
  return ids.flatMap((organisation) => {
    const played = (parts.get(organisation) ?? [])
      .map(valuesOf)
      .filter(({ role }) => acting.has(stringIn(role)));
    const targets = [
      ...played.flatMap(({ incident, proceeding }) =>
        [linkIn(incident) ?? [], linkIn(proceeding) ?? []].flat(),
      ),
      ...[done, sold, assessed].flatMap((each) => (each.get(organisation) ?? []).map(({ id }) => id)),
    ];
    return targets.map((target) => ({ organisation, target }));
  });
}
