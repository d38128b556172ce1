// Records that may be of one person, organisation or incident: suggested with reasons, merged by a person or not.
import { likenessOfIncidents, likenessOfNamed, suggestedFrom, type Likeness } from "@tocsin/cases";
import { isEdtf, parsePlace, type RecordId } from "@tocsin/core";
import { foldForSearch, nameSkeleton } from "@tocsin/language";
import { query, RecordsError, string, valuesOf, type RecordState, type View } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { saidApartFrom } from "../commands/record-apart.ts";
import { rootsOf } from "../same-person.ts";
import { codesIn, linkIn, stringIn, textIn } from "../values.ts";
import { namesWritten } from "../whom-to-name.ts";

export interface Duplicate extends Likeness {
  readonly records: readonly [RecordId, RecordId];
  readonly labels: readonly [string, string];
}

export interface Duplicates {
  /** How many records were compared. */
  readonly looked: number;
  /** Best first; at most `shown`. */
  readonly pairs: readonly Duplicate[];
  /** Pairs of which somebody said that they are not the same. */
  readonly apart: readonly Pick<Duplicate, "records" | "labels">[];
}

const shown = 200;
/** A key that more records than this share tells nothing. */
const mostOfOneKey = 200;

/**
 * `kind` is person, organisation or incident. Merged records are left out, and so is a pair of which somebody said that
 * they are not the same, or said so of records that are merged with them.
 */
export const duplicates = query(
  "duplicates",
  { kind: string({ required: true }) },
  async (view, { kind }): Promise<Duplicates> => {
    const all = await allOf(view, kind);
    const states = all.filter((state) => valuesOf(state)["mergedInto"] === undefined);
    const compare = await comparerOf(view, kind);
    const isApart = createApartCheck(all);
    const pairs = candidates(states.map(compare.face)).flatMap(([a, b]): readonly Duplicate[] => {
      const likeness = compare.likeness(a, b);
      if (likeness.score < suggestedFrom || isApart(a.id, b.id)) return [];
      return [{ ...likeness, records: [a.id, b.id], labels: [a.label, b.label] }];
    });
    pairs.sort((a, b) => b.score - a.score || (a.records.join() < b.records.join() ? -1 : 1));
    return { looked: states.length, pairs: pairs.slice(0, shown), apart: saidApart(all, compare.face) };
  },
);

function createApartCheck(states: readonly RecordState[]): (one: RecordId, other: RecordId) => boolean {
  const roots = rootsOf(states);
  const rootOf = (id: RecordId): RecordId => roots.get(id) ?? id;
  const pairKey = (one: RecordId, other: RecordId): string => [rootOf(one), rootOf(other)].sort().join(" ");
  const apart = new Set(states.flatMap((state) => saidApartFrom(state).map((to) => pairKey(state.id, to))));
  return (one, other) => apart.has(pairKey(one, other));
}

/** A pair of which one is not there any more is none. */
function saidApart(states: readonly RecordState[], face: Comparer["face"]): Duplicates["apart"] {
  const byId = new Map(states.map((state) => [state.id, state]));
  const pairs = new Map<string, Duplicates["apart"][number]>();
  for (const one of states)
    for (const id of saidApartFrom(one)) {
      const other = byId.get(id);
      const key = [one.id, id].sort().join(" ");
      if (other === undefined || pairs.has(key)) continue;
      pairs.set(key, { records: [one.id, id], labels: [face(one).label, face(other).label] });
    }
  return [...pairs.values()];
}

interface Face<Of> {
  readonly id: RecordId;
  readonly label: string;
  /** Only records that share one are compared. */
  readonly keys: readonly string[];
  readonly of: Of;
}

type Named = Parameters<typeof likenessOfNamed>[0];
type Happened = Parameters<typeof likenessOfIncidents>[0];
type AnyFace = Face<Named & Happened>;

interface Comparer {
  readonly face: (state: RecordState) => AnyFace;
  readonly likeness: (a: AnyFace, b: AnyFace) => Likeness;
}

async function comparerOf(view: View, kind: string): Promise<Comparer> {
  if (kind === "person" || kind === "organisation")
    return { face: namedFace, likeness: (a, b) => likenessOfNamed(a.of, b.of) };
  if (kind !== "incident")
    throw new RecordsError("records.bad-input", "Cannot look for duplicates: the kind is not one of those");
  const people = new Map<RecordId, string[]>();
  for (const values of (await allOf(view, "involvement")).map(valuesOf)) {
    const [incident, person] = [linkIn(values["incident"]), linkIn(values["person"])];
    if (incident !== null && person !== null) people.set(incident, [...(people.get(incident) ?? []), person]);
  }
  return {
    face: (state) => incidentFace(state, people.get(state.id) ?? []),
    likeness: (a, b) => likenessOfIncidents(a.of, b.of),
  };
}

const nothing = { names: [], skeletons: [], country: null, gender: null, when: null, where: null };

function namedFace(state: RecordState): AnyFace {
  const values = valuesOf(state);
  const written = namesWritten(state, { isChild: false });
  const skeletons = written.map(nameSkeleton).filter((words) => words.length > 0);
  return {
    id: state.id,
    label: written[0] ?? "",
    keys: [...new Set(skeletons.flat())],
    of: {
      ...nothing,
      acts: [],
      people: [],
      names: written.map((name) => [...foldForSearch(name)].sort().join(" ")),
      skeletons,
      country: stringIn(values["country"]),
      gender: stringIn(values["gender"]),
    },
  };
}

function incidentFace(state: RecordState, people: readonly string[]): AnyFace {
  const values = valuesOf(state);
  const when = stringIn(values["when"]);
  const known = when !== null && isEdtf(when) ? when : null;
  return {
    id: state.id,
    label: textIn(values["title"])?.text ?? "",
    keys: known === null ? [] : [known.slice(0, 7)],
    of: { ...nothing, when: known, where: placeIn(values["where"]), acts: codesIn(values["acts"]), people },
  };
}

function placeIn(value: unknown): Happened["where"] {
  try {
    return parsePlace(value);
  } catch {
    return null;
  }
}

function candidates(faces: readonly AnyFace[]): readonly (readonly [AnyFace, AnyFace])[] {
  const byKey = new Map<string, AnyFace[]>();
  for (const face of faces) for (const key of face.keys) byKey.set(key, [...(byKey.get(key) ?? []), face]);
  const pairs = new Map<string, readonly [AnyFace, AnyFace]>();
  for (const group of byKey.values()) {
    if (group.length > mostOfOneKey) continue;
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) pairs.set(`${a.id} ${b.id}`, [a, b]);
  }
  return [...pairs.values()];
}
