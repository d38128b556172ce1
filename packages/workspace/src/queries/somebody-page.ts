// A person or organisation: whether they may be named and to whom, what they allowed, how they belong to others, and what
// happened to them. All of it from the tables; what can be thousands comes by the page.
import { audienceCodes, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  integer,
  link,
  query,
  RecordsError,
  valuesOf,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { consentRows, type ConsentRow } from "../consent-rows.ts";
import { glancing } from "../glancing.ts";
import type { NameDecision } from "../names.ts";
import { namingOf } from "../naming.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { withMerged } from "../same-person.ts";
import { stateOf } from "../state-of.ts";
import { codesIn, linkIn, stringIn } from "../values.ts";
import { labelOf } from "../label-of.ts";
import { labelsOf } from "./record-show.ts";

export interface SomebodyPage {
  readonly named: readonly { readonly audience: Audience; readonly decision: NameDecision }[];
  /** Every part and consent was looked at for it. */
  readonly isWhole: boolean;
  /** Theirs, and those of records that were merged with theirs. */
  readonly consents: readonly ConsentRow[];
  readonly ties: readonly Tie[];
  readonly tiesTotal: number;
  /** Of the cases and people above. */
  readonly labels: Readonly<Record<string, { readonly kind: string; readonly label: string }>>;
}

/** `from` is, say, the parent of `to`. */
export interface Tie {
  readonly record: RecordId;
  /** Code of `relations`. */
  readonly relation: string | null;
  readonly from: RecordId | null;
  readonly to: RecordId | null;
  /** EDTF. */
  readonly since: string | null;
  readonly until: string | null;
}

export interface HappenedPage {
  readonly rows: readonly HappenedRow[];
  /** There are more behind these. */
  readonly more: boolean;
}

export interface HappenedRow {
  /** Their part. */
  readonly part: RecordId;
  /** Code of `roles`. */
  readonly role: string | null;
  /** The incident, proceeding or case that they take part in; null where none is linked. */
  readonly in: { readonly record: RecordId; readonly kind: string; readonly label: string } | null;
  /** EDTF. */
  readonly date: string | null;
  readonly acts: readonly string[];
  /** Code of `verification`. */
  readonly status: string | null;
}

const tiesAtMost = 100;
const consentsAtMost = 300;
const happenedAtOnce = 100;

export const somebodyPage = query(
  "somebody.page",
  { somebody: link("any", { required: true }) },
  async (view, { somebody }, { registry, now }): Promise<SomebodyPage> => {
    const state = await somebodyNamed(view, somebody);
    const naming = await namingOf(view, [state], { now: now() });
    const own = await consentsOf(view, state);
    const ties = await tiesOf(view, state);
    const consents = consentRows(registry, own, now());
    const linked = [
      ...consents.flatMap((each) => each.case ?? []),
      ...ties.rows.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
    ];
    return {
      named: audienceCodes.flatMap((audience) => {
        const decision = naming.decide(state.id, audience);
        return decision === undefined ? [] : [{ audience, decision }];
      }),
      isWhole: naming.isWhole,
      consents,
      ties: ties.rows,
      tiesTotal: ties.total,
      labels: await labelsOf(view, registry, linked),
    };
  },
);

/** A page of what they take part in, what was linked last in front: `after` is how many are there already. */
export const somebodyHappened = query(
  "somebody.happened",
  { somebody: link("any", { required: true }), after: integer() },
  async (view, { somebody, after = 0 }, { registry }): Promise<HappenedPage> => {
    const { kind } = await somebodyNamed(view, somebody);
    const rows = await view.linkedRows(somebody, {
      kind: "involvement",
      field: kind,
      limit: happenedAtOnce + 1,
      from: Math.max(0, after),
    });
    const shown = rows.slice(0, happenedAtOnce).map(({ id }) => id);
    const parts = await view.glance(shown);
    const events = await view.glance(parts.flatMap((part) => eventOf(part) ?? []));
    const byId = new Map(events.map((event) => [event.id, event]));
    return { rows: parts.map((part) => happenedRow(registry, part, byId)), more: rows.length > shown.length };
  },
);

async function somebodyNamed(view: View, id: RecordId): Promise<RecordState> {
  const state = await stateOf(view, id);
  if (state.kind === "person" || state.kind === "organisation") return state;
  throw new RecordsError("records.not-found", "Cannot find person or organisation: nothing has this id");
}

async function consentsOf(view: View, state: RecordState): Promise<readonly RecordState[]> {
  const { kind } = state;
  const same = await withMerged(glancing(view), kind, [state]);
  const each = await Promise.all(
    same.map(({ id }) => readNewest(view, id, { kind: "consent", field: kind, atMost: consentsAtMost })),
  );
  return each.flatMap(({ states }) => states);
}

interface Ties {
  readonly rows: readonly Tie[];
  readonly total: number;
}

async function tiesOf(view: View, { id, kind }: RecordState): Promise<Ties> {
  const fields = kind === "person" ? ["person", "to"] : ["organisation"];
  const each = await Promise.all(
    fields.map((field) => readNewest(view, id, { kind: "relation", field, atMost: tiesAtMost })),
  );
  const states = new Map(each.flatMap((found) => found.states).map((state) => [state.id, state]));
  return {
    total: each.reduce((sum, { total }) => sum + total, 0),
    rows: [...states.values()].map((state) => {
      const values = valuesOf(state);
      return {
        record: state.id,
        relation: stringIn(values["relation"]),
        from: linkIn(values["person"]),
        to: linkIn(values["to"]) ?? linkIn(values["organisation"]),
        since: stringIn(values["since"]),
        until: stringIn(values["until"]),
      };
    }),
  };
}

function eventOf(part: RecordState): RecordId | null {
  const { incident, proceeding, case: ofCase } = valuesOf(part);
  return linkIn(incident) ?? linkIn(proceeding) ?? linkIn(ofCase);
}

function happenedRow(
  registry: Registry,
  part: RecordState,
  events: ReadonlyMap<RecordId, RecordState>,
): HappenedRow {
  const event = events.get(eventOf(part) ?? part.id);
  const values = event === undefined ? {} : valuesOf(event);
  return {
    part: part.id,
    role: stringIn(valuesOf(part)["role"]),
    in: event === undefined ? null : { record: event.id, kind: event.kind, label: labelOf(registry, event) },
    date: stringIn(values["when"]) ?? stringIn(values["filed"]) ?? stringIn(values["opened"]),
    acts: codesIn(values["acts"]),
    status: event?.kind === "incident" ? stringIn(values["status"]) : null,
  };
}
