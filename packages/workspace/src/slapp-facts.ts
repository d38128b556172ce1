// What the vault has written down of a proceeding that the marks of abusive lawsuits ask for, from the tables.
import {
  isAccusedRole,
  slappMarks,
  type SlappClaimant,
  type SlappIncident,
  type SlappMark,
} from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { labelOf } from "./label-of.ts";
import { readNewest } from "./pictures/read-newest.ts";
import { codesIn, linkIn, linksIn, stringIn } from "./values.ts";

export interface SlappFound {
  readonly marks: readonly SlappMark[];
  readonly labels: Readonly<Record<string, { readonly kind: string; readonly label: string }>>;
}

interface Asked {
  readonly proceeding: RecordState;
  /** Who takes part in it. */
  readonly parts: readonly RecordState[];
}

/** Of each on the other side, parts that are looked at: the newest. */
const partsAtMost = 100;
/** Judges, prosecutors and officials are accused of other things than of bringing a claim. */
const claiming: ReadonlySet<string> = new Set(["perpetrator", "proxy", "vendor", "operator", "platform"]);
const targeted: ReadonlySet<string> = new Set(["defender", "victim", "relative", "colleague"]);

export async function slappOf(
  view: View,
  registry: Registry,
  { proceeding, parts }: Asked,
): Promise<SlappFound> {
  const values = valuesOf(proceeding);
  const marks = slappMarks({
    charges: codesIn(values["charges"]),
    hasSum: values["sum"] !== undefined,
    country: stringIn(values["country"]),
    outcome: stringIn(values["outcome"]),
    incidents: (await view.glance(linksIn(values["incidents"]))).map(incidentOf),
    claimants: await claimantsOf(view, proceeding.id, parts),
    targets: (await view.glance(peopleIn(parts, targeted))).map((state) => {
      const own = valuesOf(state);
      return {
        id: state.id,
        countries: [own["country"], own["hostState"]].flatMap((code) => stringIn(code) ?? []),
      };
    }),
  });
  const ids = [...new Set(marks.flatMap(({ records }) => records))];
  const labels = (await view.glance(ids)).map(
    (state) => [state.id, { kind: state.kind, label: labelOf(registry, state) }] as const,
  );
  return { marks, labels: Object.fromEntries(labels) };
}

async function claimantsOf(
  view: View,
  proceeding: RecordId,
  parts: readonly RecordState[],
): Promise<readonly SlappClaimant[]> {
  const somebody = await view.glance([
    ...peopleIn(parts, claiming),
    ...parts.filter(isOneOf(claiming)).flatMap((part) => linkIn(valuesOf(part)["organisation"]) ?? []),
  ]);
  return Promise.all(
    somebody.map(async (state) => {
      const { states } = await readNewest(view, state.id, {
        kind: "involvement",
        field: state.kind,
        atMost: partsAtMost,
      });
      const own = states.map(valuesOf);
      const here = own.find((each) => linkIn(each["proceeding"]) === proceeding);
      const others = states
        .filter(isOneOf(claiming))
        .flatMap((part) => linkIn(valuesOf(part)["proceeding"]) ?? []);
      const accused = own.filter((each) => isAccusedRole(stringIn(each["role"])));
      const incidents = await view.glance(accused.flatMap((each) => linkIn(each["incident"]) ?? []));
      return {
        id: state.id,
        organisationKind: stringIn(valuesOf(state)["organisationKind"]),
        rank: stringIn(here?.["rank"]),
        proceedings: [...new Set(others)].filter((id) => id !== proceeding),
        incidents: incidents.map(incidentOf),
      };
    }),
  );
}

function peopleIn(parts: readonly RecordState[], roles: ReadonlySet<string>): readonly RecordId[] {
  return parts.filter(isOneOf(roles)).flatMap((part) => linkIn(valuesOf(part)["person"]) ?? []);
}

function isOneOf(roles: ReadonlySet<string>): (part: RecordState) => boolean {
  return (part) => roles.has(stringIn(valuesOf(part)["role"]) ?? "");
}

function incidentOf(state: RecordState): SlappIncident {
  const values = valuesOf(state);
  return { id: state.id, acts: codesIn(values["acts"]), defence: stringIn(values["defence"]) };
}
