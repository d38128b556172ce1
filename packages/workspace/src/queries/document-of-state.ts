// What a document about a State can be begun from: what its page counts, with the cases and commitments of that.
import type { RecordId } from "@tocsin/core";
import { code, query, valuesOf, type QueryContext, type RecordState } from "@tocsin/records";
import { mostChosen } from "../documents/chosen-records.ts";
import { labelOf } from "../label-of.ts";
import { heldAt } from "../matrix/places.ts";
import { linkIn, linksIn } from "../values.ts";
import type { LabelledRecord } from "./document-page.ts";

/** By kind: case, incident, measure, proceeding, commitment; those of which there are any, 200 records together at most. */
export type StateRecords = readonly {
  readonly kind: string;
  readonly total: number;
  readonly records: readonly LabelledRecord[];
}[];

const counted = ["incident", "measure", "proceeding"] as const;

export const documentOfState = query(
  "document.of-state",
  { country: code("countries", { required: true }) },
  async (view, { country }, context): Promise<StateRecords> => {
    const held = await Promise.all(
      counted.map(async (kind) => {
        const found = await heldAt({ view, registry: context.registry }, kind, { by: "state", row: country });
        return [kind, await view.glance(found.map(({ row }) => row.id))] as const;
      }),
    );
    const all = held.flatMap(([, states]) => states);
    const linked = async (kind: string, ids: readonly RecordId[]) =>
      [kind, await view.glance([...new Set(ids)])] as const;
    const groups = [
      await linked(
        "case",
        all.flatMap((state) => linkIn(valuesOf(state)["case"]) ?? []),
      ),
      ...held,
      await linked(
        "commitment",
        all.flatMap((state) => linksIn(valuesOf(state)["commitments"])),
      ),
    ];
    return within(groups, (state) => labelled(state, context));
  },
);

/** Each kind has the same share of what can be chosen at once. */
function within(
  groups: readonly (readonly [string, readonly RecordState[]])[],
  label: (state: RecordState) => LabelledRecord,
): StateRecords {
  const filled = groups.filter(([, states]) => states.length > 0);
  const share = filled.length === 0 ? 0 : Math.floor(mostChosen / filled.length);
  return filled.map(([kind, states]) => ({
    kind,
    total: states.length,
    records: states.slice(0, share).map(label),
  }));
}

function labelled(state: RecordState, { registry }: Pick<QueryContext, "registry">): LabelledRecord {
  return { record: state.id, kind: state.kind, label: labelOf(registry, state) };
}
