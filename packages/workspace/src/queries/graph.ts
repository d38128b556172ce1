// The neighbourhood of a record: who had which part in what. It is bounded, whatever there is: what is left out is counted,
// and `record.parts` has it page by page.
import type { RecordId } from "@tocsin/core";
import { missingConsents } from "@tocsin/cases";
import {
  integer,
  link,
  query,
  labelIn,
  valuesOf,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { consentOnFile } from "../names.ts";
import { graphLinksOf, type GraphLink } from "../pictures/graph-links.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { stateOf } from "../state-of.ts";
import { codesIn, linkIn, stringIn } from "../values.ts";
import { whomToName } from "../whom-to-name.ts";

export interface GraphNode {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  /** EDTF, of what happened; null where nobody knows, and for people. */
  readonly date: string | null;
  /** No consent in force covers the public, by what was read of them. */
  readonly isWithheld: boolean;
  readonly flags: readonly string[];
}

export interface GraphPage {
  readonly about: RecordId;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** Records of which there are more parts than are drawn. */
  readonly more: readonly { readonly record: RecordId; readonly count: number }[];
}

/** Parts of a record, newest first. */
export interface GraphMore {
  readonly total: number;
  readonly next: number | null;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

const eventsAtMost = 16;
const partsOfEvent = 8;
const nodesAtMost = 60;
const tiesOfOne = 8;
/** What is read of one person to see whether the name is withheld. */
const protectionRead = 12;
const pageSize = 50;

export const graph = query(
  "graph",
  { about: link("any", { required: true }) },
  async (view, { about }, { registry, now }): Promise<GraphPage> => {
    const start = await stateOf(view, about);
    const begun = await eventsAround(view, start);
    const drawn = await partsIn(view, begun.events, [start, ...begun.parts]);
    const ties = await tiesAmong(view, start, drawn.states);
    const links = once([...begun.parts, ...drawn.parts, ...ties].flatMap(graphLinksOf));
    const nodes = await nodesOf(view, registry, { ids: endsOf(links, about), now: now() });
    const known = new Set(nodes.map(({ record }) => record));
    return {
      about,
      nodes,
      links: links.filter(({ from, to }) => known.has(from) && known.has(to)),
      more: [...begun.more, ...drawn.more],
    };
  },
);

export const recordParts = query(
  "record.parts",
  { about: link("any", { required: true }), after: integer() },
  async (view, { about, after }, { registry, now }): Promise<GraphMore> => {
    const { kind } = await stateOf(view, about);
    const from = Math.max(0, after ?? 0);
    const rows = await view.linkedRows(about, { kind: "involvement", field: kind, limit: pageSize, from });
    const counts = await view.linkCounts(about);
    const total = counts.find((each) => each.kind === "involvement" && each.field === kind)?.count ?? 0;
    const states = await view.glance(rows.map(({ id }) => id));
    const links = states.flatMap(graphLinksOf);
    return {
      total,
      next: from + pageSize < total ? from + pageSize : null,
      links,
      nodes: await nodesOf(view, registry, { ids: endsOf(links, about), now: now() }),
    };
  },
);

interface Around {
  readonly events: readonly RecordState[];
  readonly parts: readonly RecordState[];
  readonly more: GraphPage["more"];
}

async function eventsAround(view: View, start: RecordState): Promise<Around> {
  const { id, kind } = start;
  if (kind === "case") {
    const found = await Promise.all(
      ["incident", "proceeding"].map((each) =>
        readNewest(view, id, { kind: each, field: "case", atMost: eventsAtMost }),
      ),
    );
    const own = await readNewest(view, id, { kind: "involvement", field: "case", atMost: partsOfEvent });
    const events = found.flatMap(({ states }) => states);
    const left = found.reduce((sum, { total }) => sum + total, 0) - events.length;
    const direct = own.states.filter((state) => graphLinksOf(state).some(({ to }) => to === id));
    return { events, parts: direct, more: left > 0 ? [{ record: id, count: left }] : [] };
  }
  if (kind === "person" || kind === "organisation") {
    const parts = await readNewest(view, id, { kind: "involvement", field: kind, atMost: eventsAtMost });
    const events = await view.glance(parts.states.flatMap(eventOf));
    const left = parts.total - parts.states.length;
    return { events, parts: parts.states, more: left > 0 ? [{ record: id, count: left }] : [] };
  }
  const ties = await eventTies(view, id);
  const others = ties.flatMap(graphLinksOf).flatMap(({ from, to }) => [from, to]);
  return {
    events: [start, ...(await view.glance(others.filter((each) => each !== id)))],
    parts: ties,
    more: [],
  };
}

function eventOf(state: RecordState): readonly RecordId[] {
  const { incident, proceeding } = valuesOf(state);
  return [linkIn(incident) ?? linkIn(proceeding)].flatMap((each) => each ?? []);
}

/** Of each event some parts, until the picture is full; how many are left out stands beside the event. */
async function partsIn(
  view: View,
  events: readonly RecordState[],
  known: readonly RecordState[],
): Promise<{
  readonly parts: readonly RecordState[];
  readonly states: readonly RecordState[];
  readonly more: GraphPage["more"];
}> {
  const parts: RecordState[] = [];
  const more: { record: RecordId; count: number }[] = [];
  const people = new Set(known.flatMap(graphLinksOf).map(({ from }) => from));
  for (const event of events) {
    const found = await readNewest(view, event.id, {
      kind: "involvement",
      field: event.kind,
      atMost: partsOfEvent,
    });
    const room = Math.max(0, nodesAtMost - events.length - people.size);
    const drawn = found.states.slice(0, room);
    for (const { from } of drawn.flatMap(graphLinksOf)) people.add(from);
    parts.push(...drawn);
    if (found.total > drawn.length) more.push({ record: event.id, count: found.total - drawn.length });
  }
  return { parts, states: await view.glance([...people]), more };
}

/** Among those who are drawn; of the record that it is about, also to those who are not yet. */
async function tiesAmong(
  view: View,
  start: RecordState,
  drawn: readonly RecordState[],
): Promise<readonly RecordState[]> {
  const ids = new Set<RecordId>([...drawn.map(({ id }) => id), start.id]);
  const fields = ["person", "to", "organisation"] as const;
  const each = await Promise.all(
    [...ids].flatMap((id) =>
      fields.map((field) => readNewest(view, id, { kind: "relation", field, atMost: tiesOfOne })),
    ),
  );
  const relations = each.flatMap(({ states }) => states);
  return relations.filter((state) =>
    graphLinksOf(state).some(
      ({ from, to }) => from === start.id || to === start.id || (ids.has(from) && ids.has(to)),
    ),
  );
}

async function eventTies(view: View, id: RecordId): Promise<readonly RecordState[]> {
  const each = await Promise.all(
    (["from", "to"] as const).map((field) =>
      readNewest(view, id, { kind: "eventLink", field, atMost: tiesOfOne }),
    ),
  );
  return each.flatMap(({ states }) => states);
}

interface Wanted {
  readonly ids: readonly RecordId[];
  readonly now: number;
}

async function nodesOf(view: View, registry: Registry, { ids, now }: Wanted): Promise<readonly GraphNode[]> {
  const states = await view.glance(ids);
  const withheld = await withheldOf(view, states, now);
  return states.map((state) => {
    const values = valuesOf(state);
    const kind = registry.kinds.get(state.kind);
    return {
      record: state.id,
      kind: state.kind,
      label: kind ? labelIn(kind, state) : "",
      date: stringIn(values["when"]) ?? stringIn(values["filed"]),
      isWithheld: withheld.has(state.id),
      flags: codesIn(values["flags"]),
    };
  });
}

async function withheldOf(
  view: View,
  states: readonly RecordState[],
  now: number,
): Promise<ReadonlySet<RecordId>> {
  const people = states.filter(({ kind }) => kind === "person");
  const organisations = states.filter(({ kind }) => kind === "organisation");
  const read = async (kind: string, of: readonly RecordState[]): Promise<readonly RecordState[]> => {
    const each = await Promise.all(
      of.map((state) => readNewest(view, state.id, { kind, field: state.kind, atMost: protectionRead })),
    );
    return each.flatMap(({ states: found }) => found);
  };
  const named = whomToName(people, await read("involvement", people), organisations);
  const consents = (await read("consent", [...people, ...organisations])).map(consentOnFile);
  return new Set(missingConsents(named, consents, { audience: "public", now }).map(({ person }) => person));
}

function endsOf(links: readonly GraphLink[], about: RecordId): readonly RecordId[] {
  return [...new Set([about, ...links.flatMap(({ from, to }) => [from, to])])];
}

function once(links: readonly GraphLink[]): readonly GraphLink[] {
  return [...new Map(links.map((each) => [each.record, each])).values()];
}
