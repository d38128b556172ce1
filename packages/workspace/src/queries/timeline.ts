// What stands on the timeline of a case, a person or an organisation.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { caseFileOf } from "../case-file.ts";
import { marksOfDays, type TimelineMark } from "../pictures/dated.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";
import { labelsOf } from "./record-show.ts";

export interface TimelinePage {
  readonly about: { readonly record: RecordId; readonly kind: string; readonly label: string };
  /** In the order of their days; those whose day nobody knows come last. */
  readonly marks: readonly TimelineMark[];
  /** Of these parts of somebody, how many there are and how many were looked at: the newest. */
  readonly parts: number;
  readonly looked: number;
}

/** Parts that one person or organisation had; more than these make no picture. */
const partsAtMost = 300;

export const timeline = query(
  "timeline",
  { about: link("any", { required: true }) },
  async (view, { about }, { registry }): Promise<TimelinePage> => {
    const { kind } = await stateOf(view, about);
    const found = kind === "case" ? await ofCase(view, about) : await ofSomebody(view, about, kind);
    const label = (await labelsOf(view, registry, [about]))[about]?.label ?? "";
    return {
      about: { record: about, kind, label },
      marks: inOrder(registry, found.states),
      parts: found.parts,
      looked: found.looked,
    };
  },
);

interface Found {
  readonly states: readonly RecordState[];
  readonly parts: number;
  readonly looked: number;
}

async function ofCase(view: View, id: RecordId): Promise<Found> {
  const file = await caseFileOf(view, id);
  const custody = await Promise.all(
    file.evidence.map((state) => view.linked(state.id, { kind: "custody", field: "evidence" })),
  );
  const states = [
    ...file.incidents,
    ...file.findings,
    ...file.proceedings,
    ...file.hearings,
    ...file.deadlines,
    ...file.actions,
    ...file.measures,
    ...file.statements,
    ...file.consents,
    ...file.tasks,
    ...custody.flat(),
  ];
  return { states, parts: file.involvements.length, looked: file.involvements.length };
}

async function ofSomebody(view: View, id: RecordId, kind: string): Promise<Found> {
  const parts = await readNewest(view, id, { kind: "involvement", field: kind, atMost: partsAtMost });
  const reached = parts.states.flatMap((state) => {
    const { incident, proceeding } = valuesOf(state);
    return [linkIn(incident), linkIn(proceeding)].flatMap((each) => each ?? []);
  });
  const read = await Promise.all([...new Set(reached)].map((each) => view.read(each)));
  const events = read.flatMap((state) => state ?? []);
  const proceedings = events.filter((state) => state.kind === "proceeding");
  const inCourt = await Promise.all(
    proceedings.flatMap((state) =>
      ["hearing", "deadline"].map((each) => view.linked(state.id, { kind: each, field: "proceeding" })),
    ),
  );
  const own = await Promise.all(
    ["consent", "statement", ...(kind === "organisation" ? ["action", "measure"] : [])].map((each) =>
      readNewest(view, id, { kind: each, field: kind, atMost: partsAtMost }),
    ),
  );
  return {
    states: [...events, ...inCourt.flat(), ...own.flatMap(({ states }) => states)],
    parts: parts.total,
    looked: parts.states.length,
  };
}

function inOrder(registry: Registry, states: readonly RecordState[]): readonly TimelineMark[] {
  const once = new Map(states.map((state) => [state.id, state]));
  return [...once.values()]
    .flatMap((state) => marksOfDays(registry, state))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** EDTF sorts as it reads; an interval without a beginning stands where it ends. */
function keyOf({ date, kind, record, field }: TimelineMark): string {
  const day = date === null ? "~" : date.replace(/^(?:\.\.)?\//, "");
  return `${day} ${kind} ${record} ${field}`;
}
