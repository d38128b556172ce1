// What is special about a proceeding: who takes part and may be named, its hearings and deadlines, and what can suggest an
// abusive lawsuit. Everything else of it is in its fields.
import type { SlappMark } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type QueryContext, type RecordState, type View } from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { marksOf, type Marked } from "../marks.ts";
import type { NameDecision } from "../names.ts";
import { namingOf } from "../naming.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { slappOf } from "../slapp-facts.ts";
import { stateOf } from "../state-of.ts";
import { flagIn, integerIn, linkIn, stringIn, textIn } from "../values.ts";

export interface ProceedingPage {
  readonly parties: readonly Party[];
  /** How many take part; `parties` has the newest. */
  readonly partiesTotal: number;
  /** Hearings and deadlines in the order of their days, those without one last. */
  readonly days: readonly CourtDay[];
  readonly daysTotal: number;
  readonly slapp: readonly SlappMark[];
  /** Labels of the records that the marks are seen in. */
  readonly labels: Readonly<Record<string, { readonly kind: string; readonly label: string }>>;
}

export interface Party {
  /** Their part. */
  readonly record: RecordId;
  /** Code of `roles`. */
  readonly role: string | null;
  /** Null for a group that is not named. */
  readonly who: { readonly record: RecordId; readonly kind: string; readonly label: string } | null;
  readonly groupSize: number | null;
  /** Whether the name may stand in something public; null for a group. */
  readonly named: NameDecision | null;
}

export interface CourtDay extends Marked {
  readonly record: RecordId;
  readonly kind: "hearing" | "deadline";
  readonly label: string;
  /** EDTF. */
  readonly day: string | null;
  /** IANA name. */
  readonly zone: string | null;
  /** When a deadline was met. ISO 8601 in UTC. */
  readonly done: string | null;
  readonly observed: boolean | null;
  /** What came of a hearing. */
  readonly result: string | null;
  /** A deadline: the rule, in words. */
  readonly rule: string | null;
  readonly ruleSource: string | null;
  /** From which day how many days were counted, where the program did. */
  readonly counted: { readonly from: string; readonly days: number } | null;
  readonly confirmedBy: string | null;
}

const partiesAtMost = 100;
const daysAtMost = 200;

export const proceedingPage = query(
  "proceeding.page",
  { proceeding: link("proceeding", { required: true }) },
  async (view, { proceeding }, context): Promise<ProceedingPage> => {
    const state = await stateOf(view, proceeding, "proceeding");
    const from = (kind: string, atMost: number) =>
      readNewest(view, proceeding, { kind, field: "proceeding", atMost });
    const parts = await from("involvement", partiesAtMost);
    const [hearings, deadlines] = [await from("hearing", daysAtMost), await from("deadline", daysAtMost)];
    const slapp = await slappOf(view, context.registry, { proceeding: state, parts: parts.states });
    return {
      ...(await partiesOf(view, context, { state, parts: parts.states })),
      partiesTotal: parts.total,
      days: [...hearings.states, ...deadlines.states]
        .map((each) => courtDay(context, each))
        .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      daysTotal: hearings.total + deadlines.total,
      slapp: slapp.marks,
      labels: slapp.labels,
    };
  },
);

interface Taking {
  readonly state: RecordState;
  readonly parts: readonly RecordState[];
}

async function partiesOf(
  view: View,
  { registry, now }: QueryContext,
  { state, parts }: Taking,
): Promise<Pick<ProceedingPage, "parties">> {
  const ids = parts.flatMap((part) => whoseOf(part) ?? []);
  const people = new Map((await view.glance(ids)).map((each) => [each.id, each]));
  const ofCase = linkIn(valuesOf(state)["case"]);
  const naming = await namingOf(view, [...people.values()], {
    now: now(),
    ...(ofCase === null ? {} : { case: ofCase }),
  });
  return {
    parties: parts.map((part) => {
      const values = valuesOf(part);
      const who = people.get(whoseOf(part) ?? part.id);
      return {
        record: part.id,
        role: stringIn(values["role"]),
        who: who === undefined ? null : { record: who.id, kind: who.kind, label: labelOf(registry, who) },
        groupSize: integerIn(values["groupSize"]),
        named: who === undefined ? null : (naming.decide(who.id, "public") ?? null),
      };
    }),
  };
}

function whoseOf(part: RecordState): RecordId | null {
  const values = valuesOf(part);
  return linkIn(values["person"]) ?? linkIn(values["organisation"]);
}

function courtDay({ registry }: QueryContext, state: RecordState): CourtDay {
  const values = valuesOf(state);
  const kind = registry.kinds.get(state.kind);
  const [from, days] = [stringIn(values["countedFrom"]), integerIn(values["countedDays"])];
  const text = (name: string): string | null => textIn(values[name])?.text ?? null;
  return {
    ...(kind === undefined ? {} : marksOf(registry, kind, state)),
    record: state.id,
    kind: state.kind === "hearing" ? "hearing" : "deadline",
    label: labelOf(registry, state),
    day: stringIn(values["due"]) ?? stringIn(values["when"]),
    zone: stringIn(values["zone"]),
    done: stringIn(values["done"]),
    observed: flagIn(values["observed"]),
    result: text("result"),
    rule: text("rule"),
    ruleSource: text("ruleSource"),
    counted: from === null || days === null ? null : { from, days },
    confirmedBy: text("confirmedBy"),
  };
}

/** EDTF sorts as it reads; an interval without a beginning stands where it ends. */
function keyOf({ day, kind, record }: CourtDay): string {
  return `${day === null ? "~" : day.replace(/^(?:\.\.)?\//, "")} ${kind} ${record}`;
}
