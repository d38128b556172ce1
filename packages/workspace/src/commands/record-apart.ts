// Two records look alike and are not the same: somebody said so. Both stay as they are, and they are not suggested as one
// again until it is taken back.
import type { RecordId } from "@tocsin/core";
import {
  command,
  kindOf,
  link,
  RecordsError,
  valuesOf,
  type Operation,
  type Patch,
  type RecordState,
  type Registry,
} from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { linkIn, linksIn } from "../values.ts";

const input = { record: link("any", { required: true }), from: link("any", { required: true }) } as const;

/** Throws `records.bad-input` for other kinds, for one record alone, for what is merged, and where it was said before. */
export const recordApart = command("record.apart", input, async (view, { record, from }, { registry }) => {
  const [one, other] = [await stateOf(view, record), await stateOf(view, from)];
  if (kindOf(registry, one.kind).fields["notSame"] === undefined)
    throw refused("records of this kind are not compared");
  if (one.kind !== other.kind) throw refused("the records are of different kinds");
  if (record === from) throw refused("it is one record");
  if (isMergedInto(one, from) || isMergedInto(other, record)) throw refused("one is merged into the other");
  if (isSaidApart(one, other)) throw refused("that was said before");
  return [operation(registry, one, { act: "record.apart", patch: { notSame: { add: [from] } } })];
});

/** Takes it back, whichever of the two it was said of. Throws `records.bad-input` where nobody said so. */
export const recordUnapart = command(
  "record.unapart",
  input,
  async (view, { record, from }, { registry }) => {
    const [one, other] = [await stateOf(view, record), await stateOf(view, from)];
    const taken = [
      { state: one, to: from },
      { state: other, to: record },
    ].filter(({ state, to }) => saidApartFrom(state).includes(to));
    if (taken.length === 0) throw refused("nobody said so");
    return taken.map(({ state, to }) =>
      operation(registry, state, { act: "record.unapart", patch: { notSame: { remove: [to] } } }),
    );
  },
);

/** Whether somebody said of two records that they are not the same, in either direction. */
export function isSaidApart(one: RecordState, other: RecordState): boolean {
  return saidApartFrom(one).includes(other.id) || saidApartFrom(other).includes(one.id);
}

export function saidApartFrom(state: RecordState): readonly RecordId[] {
  return linksIn(valuesOf(state)["notSame"]);
}

function isMergedInto(state: RecordState, into: RecordId): boolean {
  return linkIn(valuesOf(state)["mergedInto"]) === into;
}

interface Said {
  readonly act: string;
  readonly patch: Patch;
}

function operation(registry: Registry, { id, kind }: RecordState, { act, patch }: Said): Operation {
  return { kind, version: kindOf(registry, kind).version, record: id, act, patch };
}

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot say that records are not the same: ${state}`);
}
