// Who must not be named to anybody, wherever in the vault they stand: those with the flag, and children. A report strikes
// their names although they are no part of its case. Who they are and what they are called is taken from the tables, which
// must have been compared (`settled`): a vault can have twenty thousand of them, and nothing of their records leaves.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { glancing } from "./glancing.ts";
import { withMerged } from "./same-person.ts";
import { linkIn } from "./values.ts";
import { namesWritten } from "./whom-to-name.ts";

interface Found {
  readonly kind: string;
  readonly field: string;
  readonly value: string;
}

const childBands = ["child", "child.under-13", "child.13-15", "child.16-17"] as const;
const flagged: readonly Found[] = [
  { kind: "person", field: "flags", value: "name-never" },
  { kind: "organisation", field: "flags", value: "name-never" },
];
const children: readonly Found[] = [
  { kind: "person", field: "flags", value: "child" },
  { kind: "person", field: "child", value: "yes" },
  ...childBands.map((value) => ({ kind: "person", field: "ageBand", value })),
];
const childParts: readonly Found[] = childBands.map((value) => ({
  kind: "involvement",
  field: "ageThen",
  value,
}));

/** Every form of their names; of a child also what stands for the name. Whoever is in `known` is decided about there. */
export async function namesOfNeverNamed(
  log: View,
  known: ReadonlySet<RecordId>,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const view = glancing(log);
  const all = async (wanted: readonly Found[]): Promise<readonly RecordState[]> =>
    (await Promise.all(wanted.map((each) => foundBy(view, each, signal)))).flat();
  const parts = (await all(childParts)).flatMap((part) => linkIn(valuesOf(part)["person"]) ?? []);
  const grown = await Promise.all(parts.map((id) => view.read(id)));
  const young = await merged(view, [...(await all(children)), ...grown.flatMap((state) => state ?? [])]);
  const never = await merged(view, await all(flagged));
  const names = (states: readonly RecordState[], isChild: boolean): readonly string[] =>
    states.filter(({ id }) => !known.has(id)).flatMap((state) => namesWritten(state, { isChild }));
  return [...new Set([...names(young, true), ...names(never, false)])];
}

async function merged(view: View, states: readonly RecordState[]): Promise<readonly RecordState[]> {
  const of = (kind: string): Promise<readonly RecordState[]> =>
    withMerged(
      view,
      kind,
      states.filter((state) => state.kind === kind),
    );
  return [...(await of("person")), ...(await of("organisation"))];
}

async function foundBy(
  view: View,
  { kind, field, value }: Found,
  signal?: AbortSignal,
): Promise<readonly RecordState[]> {
  const states: RecordState[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const more = after === null ? {} : { after };
    const page = await view.list({ kind, where: [{ field, value }], limit: 200, ...more });
    states.push(...(await view.glance(page.rows.map(({ id }) => id))));
    after = page.next;
  } while (after !== null);
  return states;
}
