// The state of a record as a text of the projection: stamps, which most fields share, stand once and are pointed at.
import type { Json } from "@tocsin/core";
import type { FieldState, RecordState, Stamp } from "@tocsin/records";

interface StoredState extends Omit<RecordState, "created" | "updated" | "fields"> {
  readonly created: number;
  readonly updated: number;
  readonly stamps: readonly Stamp[];
  readonly fields: Readonly<Record<string, StoredField>>;
}

/** Heads as [stamp] or [stamp, value], elements as [value, stamps]. */
interface StoredField {
  readonly heads?: readonly (readonly [number] | readonly [number, Json])[];
  readonly elements?: Readonly<Record<string, readonly [Json, readonly number[]]>>;
}

export function encodeState(state: RecordState): string {
  const stamps: Stamp[] = [];
  const places = new Map<string, number>();
  const placeOf = (stamp: Stamp): number => {
    const key = `${stamp.commit} ${stamp.index}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, stamps.length);
    return stamps.push(stamp) - 1;
  };
  const [created, updated] = [placeOf(state.created), placeOf(state.updated)];
  const fields = mapValues(state.fields, (field): StoredField => ({
    ...("heads" in field
      ? {
          heads: field.heads.map(({ stamp, value }) =>
            value === undefined ? [placeOf(stamp)] : [placeOf(stamp), value],
          ),
        }
      : {}),
    ...("elements" in field
      ? {
          elements: mapValues(
            field.elements,
            (element) => [element.value, element.stamps.map(placeOf)] as const,
          ),
        }
      : {}),
  }));
  const stored: StoredState = { ...state, created, updated, fields, stamps };
  return JSON.stringify(stored);
}

/** Reads what `encodeState` wrote, and nothing else: it comes from pages that the engine authenticates. */
export function parseState(text: string): RecordState {
  const { stamps, ...stored } = JSON.parse(text) as StoredState;
  const stampAt = (place: number): Stamp => stamps[place] as Stamp;
  return {
    ...stored,
    created: stampAt(stored.created),
    updated: stampAt(stored.updated),
    fields: mapValues(stored.fields, ({ heads = [], elements }): FieldState => {
      const read = heads.map(([place, value]) =>
        value === undefined ? { stamp: stampAt(place) } : { stamp: stampAt(place), value },
      );
      if (elements === undefined) return { heads: read };
      const set = mapValues(elements, ([value, places]) => ({ value, stamps: places.map(stampAt) }));
      return read.length === 0 ? { elements: set } : { heads: read, elements: set };
    }),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
