// Invented histories: three devices write, and hear of each other now and then. An order to hear them in keeps what an
// operation's writer had seen before it, and nothing else.
import fc from "fast-check";
import type { Json, RecordId } from "@tocsin/core";
import type { Change, Operation } from "../operation.ts";
import type { StampedOperation } from "../view.ts";

export interface History {
  readonly operations: readonly StampedOperation[];
  /** The same operations as two others heard them. */
  readonly orders: readonly (readonly StampedOperation[])[];
}

const devices = ["aaa", "bbb", "ccc"];
const ids = [0, 1, 2, 3, 4, 5].map(idAt);
const words = ["raid", "Raids", "phone", "lawyer at night", "الشرطة", "경찰", "raid phone"];

const language = fc.constantFrom("en", "ar", "ko", "und");
const text = fc.record({ text: fc.constantFrom(...words), lang: language });
const date = fc.constantFrom("2024", "2024-05", "2024-05-03", "202X", "2025-01-01/..", "2024-05-03T09:14Z");
const place = fc.constantFrom<Json>(
  { country: "XA" },
  { country: "XB", region: "North" },
  { region: "South", locality: "Town" },
);
const id = fc.constantFrom<string>(...ids);
const short = fc.constantFrom("one", "two", "three");
/** Nothing that a field takes. */
const odd = fc.constantFrom<Json>(null, 7, "no date", { text: 3 }, ["a", ["b"]], { country: "nowhere" }, "");

type Changes = readonly [name: string, change: fc.Arbitrary<Change>];
const one = (name: string, value: fc.Arbitrary<Json>): Changes => [
  name,
  fc.oneof(
    { weight: 8, arbitrary: value.map((set): Change => ({ set })) },
    { weight: 2, arbitrary: fc.constant<Change>({ clear: true }) },
    { weight: 1, arbitrary: odd.map((set): Change => ({ set })) },
    { weight: 1, arbitrary: odd.map((each): Change => ({ add: [each] })) },
  ),
];
const many = (name: string, value: fc.Arbitrary<Json>): Changes => [
  name,
  fc.oneof(
    { weight: 6, arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }).map((add): Change => ({ add })) },
    {
      weight: 4,
      arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }).map((remove): Change => ({ remove })),
    },
    { weight: 1, arbitrary: odd.map((each): Change => ({ add: [each] })) },
    { weight: 1, arbitrary: odd.map((set): Change => ({ set })) },
  ),
];

/** Fields by kind, said here once more, so that a kind that changes does not change what is tried. */
const fieldsByKind: Readonly<Record<string, readonly Changes[]>> = {
  sample: [
    one("title", text),
    one("note", text),
    one("tag", short),
    one("amount", fc.integer({ min: -3, max: 3 })),
    one("isOpen", fc.boolean()),
    one("when", date),
    one("seen", fc.constantFrom("2024-05-03T09:14:00Z", "2025-01-01T00:00:00.5Z")),
    one("where", place),
    one("status", short),
    one("parent", id),
    one("extra", fc.constantFrom<Json>({ a: [1, "two"] }, [1], "three")),
    many("aliases", text),
    many("topics", short),
    many("others", id),
    many("labels", short),
    one(
      "whenSaid",
      fc.constantFrom<Json>(
        { calendar: "hijri", text: "1446-10-01" },
        { calendar: "solar-hijri", text: "1404-01-01", edtf: "2025-03-21", sure: true },
      ),
    ),
    many(
      "noteIn",
      text.map((each): Json => ({ ...each, by: "Robin Example" })),
    ),
    one("laterField", short),
  ],
  incident: [
    one("title", text),
    many("acts", short),
    one("when", date),
    one("where", place),
    one("case", id),
    one("narrative", text),
  ],
  task: [one("title", text), one("due", date), one("case", id), many("tags", short)],
  unheardOf: [one("title", text), many("topics", short)],
};

interface Step {
  readonly device: number;
  /** Whom it hears from first, if anybody. */
  readonly from: number | null;
  readonly record: number;
  readonly kind: string;
  readonly patch: Readonly<Record<string, Change>>;
  /** In the commit of the operation before, where that is by the same device. */
  readonly together: boolean;
}

const step: fc.Arbitrary<Step> = fc.constantFrom(...Object.keys(fieldsByKind)).chain((kind) =>
  fc.record({
    device: fc.nat(2),
    from: fc.option(fc.nat(2)),
    record: fc.nat(ids.length - 1),
    kind: fc.constant(kind),
    together: fc.boolean(),
    patch: patchOf(fieldsByKind[kind] ?? []),
  }),
);

function patchOf(fields: readonly Changes[]): fc.Arbitrary<Readonly<Record<string, Change>>> {
  return fc
    .subarray([...fields])
    .chain((some) => fc.tuple(...some.map(([name, change]) => change.map((each) => [name, each] as const))))
    .map((entries) => Object.fromEntries(entries));
}

export const histories: fc.Arbitrary<History> = fc
  .tuple(
    fc.array(step, { minLength: 1, maxLength: 24 }),
    fc.array(fc.array(fc.nat(99), { maxLength: 24 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([steps, picks]) => {
    const operations = write(steps);
    return { operations, orders: picks.map((each) => reorder(operations, each)) };
  });

interface Device {
  readonly seen: Map<string, number>;
  depth: number;
  index: number;
  last: StampedOperation | undefined;
}

/** A record keeps the kind that it was first given here; everything else is as the steps say. */
function write(steps: readonly Step[]): readonly StampedOperation[] {
  const states = devices.map((): Device => ({ seen: new Map(), depth: 0, index: 0, last: undefined }));
  let previous: Device | undefined;
  return steps.flatMap(({ device, from, record, kind, patch, together }, at) => {
    const [writer, other] = [states[device], from === null ? undefined : states[from]];
    const chain = devices[device] ?? "";
    if (writer === undefined) return [];
    const joins = together && previous === writer && writer.last !== undefined;
    if (joins) writer.index += 1;
    else begin(writer, other, chain);
    previous = writer;
    const sequence = writer.seen.get(chain) ?? 0;
    const stamp = {
      chain,
      sequence,
      index: writer.index,
      depth: writer.depth,
      device: `device ${chain}`,
      commit: `${chain}${sequence}`,
      at: 1000 - (at % 5),
      seen: new Map(writer.seen),
    };
    const operation: Operation = { kind, version: 1, record: idAt(record), act: "try", patch };
    writer.last = { stamp, operation };
    return [writer.last];
  });
}

function begin(writer: Device, other: Device | undefined, chain: string): void {
  for (const [each, sequence] of other?.seen ?? [])
    writer.seen.set(each, Math.max(sequence, writer.seen.get(each) ?? 0));
  writer.seen.set(chain, (writer.seen.get(chain) ?? 0) + 1);
  writer.depth = Math.max(writer.depth, other?.depth ?? 0) + 1;
  writer.index = 0;
}

function idAt(n: number): RecordId {
  return `0000000000000000000000000${n + 1}` as RecordId;
}

/** Takes, again and again, one of the operations whose past has been taken. */
function reorder(
  operations: readonly StampedOperation[],
  picks: readonly number[],
): readonly StampedOperation[] {
  const left = [...operations];
  const heard: StampedOperation[] = [];
  for (let at = 0; left.length > 0; at += 1) {
    const ready = left.filter((each) => left.every((before) => before === each || !precedes(before, each)));
    const next = ready[(picks[at] ?? 0) % ready.length];
    if (next === undefined) break;
    heard.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return heard;
}

function precedes({ stamp: a }: StampedOperation, { stamp: b }: StampedOperation): boolean {
  if (a.chain === b.chain) return a.sequence < b.sequence || (a.sequence === b.sequence && a.index < b.index);
  return (b.seen.get(a.chain) ?? 0) >= a.sequence;
}
