// Links that cannot be right: by which something comes before itself or is held by itself, and links to what is not
// there. Asks for the records beside this one alone, by the tables; the log is never read whole.
import type { RecordId } from "@tocsin/core";
import { elementsOf, valuesOf, type Kind, type RecordState, type View } from "@tocsin/records";
import type { Problem } from "./lacks.ts";
import { linkIn, stringIn, type Values } from "./values.ts";

/** Once so many events were walked through from one link, the search for a circle ends without finding one. */
const mostEvents = 1000;
const mostAncestors = 64;

export async function linkProblems(view: View, kind: Kind, state: RecordState): Promise<readonly Problem[]> {
  const circles = await Promise.all(
    ["parent", "mergedInto"].map(async (field) =>
      (await isAncestor(view, state, field)) ? [circle(field)] : [],
    ),
  );
  const events = state.kind === "eventLink" ? await eventCircle(view, valuesOf(state)) : null;
  return [
    ...circles.flat(),
    ...(events === null ? [] : [circle("to", events)]),
    ...(await deadLinks(view, kind, state)),
  ];
}

const circle = (field: string, what: readonly string[] = []): Problem => ({ field, problem: "circle", what });

async function isAncestor(view: View, state: RecordState, field: string): Promise<boolean> {
  let next = linkIn(valuesOf(state)[field]);
  for (let steps = 0; next !== null && steps < mostAncestors; steps += 1) {
    if (next === state.id) return true;
    const target = await view.read(next);
    next = target === undefined ? null : linkIn(valuesOf(target)[field]);
  }
  return false;
}

type Order = "time" | "parts";

interface Edge {
  readonly order: Order;
  readonly from: RecordId;
  readonly to: RecordId;
}

/**
 * What a link says of the order of two events: whether the first comes before the second in time, or holds it. Others
 * (`parallel`, `same-campaign`, terms of an organisation) order nothing, and circles of them are no mistake.
 */
const orders: ReadonlyMap<string, readonly [order: Order, isForward: boolean]> = new Map([
  ["before", ["time", true]],
  ["causes", ["time", true]],
  ["after", ["time", false]],
  ["result-of", ["time", false]],
  ["reprisal-for", ["time", false]],
  ["contains", ["parts", true]],
  ["part-of", ["parts", false]],
]);

function edgeOf(values: Values): Edge | null {
  const [order, isForward] = orders.get(stringIn(values["link"]) ?? "") ?? [];
  const [from, to] = [linkIn(values["from"]), linkIn(values["to"])];
  if (order === undefined || from === null || to === null) return null;
  return isForward === true ? { order, from, to } : { order, from: to, to: from };
}

/** The events of the shortest circle that the link closes, from its first; empty for a link to itself. */
async function eventCircle(view: View, values: Values): Promise<readonly RecordId[] | null> {
  if (values["from"] !== undefined && values["from"] === values["to"]) return [];
  const closing = edgeOf(values);
  if (closing === null) return null;
  const cameFrom = new Map<RecordId, RecordId | null>([[closing.to, null]]);
  for (const event of cameFrom.keys()) {
    if (cameFrom.size > mostEvents) return null;
    for (const next of await nextEvents(view, event, closing.order)) {
      if (!cameFrom.has(next)) cameFrom.set(next, event);
      if (next === closing.from) return wayTo(cameFrom, next);
    }
  }
  return null;
}

async function nextEvents(view: View, event: RecordId, order: Order): Promise<readonly RecordId[]> {
  const links = await Promise.all(
    ["from", "to"].map((field) => view.linked(event, { kind: "eventLink", field })),
  );
  return links.flat().flatMap((state) => {
    const edge = edgeOf(valuesOf(state));
    return edge?.order === order && edge.from === event ? [edge.to] : [];
  });
}

function wayTo(cameFrom: ReadonlyMap<RecordId, RecordId | null>, end: RecordId): readonly RecordId[] {
  const way: RecordId[] = [];
  for (let at = cameFrom.get(end) ?? null; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return [end, ...way];
}

/** Never there, not here yet, not for this device, or erased: the link alone does not tell which. */
async function deadLinks(view: View, kind: Kind, state: RecordState): Promise<readonly Problem[]> {
  const values = valuesOf(state);
  const found: Problem[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name];
    // To be not the same as what is gone takes nothing from anybody.
    if (value === undefined || name === "notSame") continue;
    if (field.type !== "link" && field.type !== "links") continue;
    const dead: string[] = [];
    for (const each of elementsOf(value)) {
      const target = linkIn(each);
      if (target !== null && (await view.read(target)) === undefined) dead.push(target);
    }
    if (dead.length > 0) found.push({ field: name, problem: "link-to-nothing", what: dead });
  }
  return found;
}
