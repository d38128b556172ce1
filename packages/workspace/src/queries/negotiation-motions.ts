// What happens to a negotiated text in the room: its amendments with their votes added up, and its sponsors by date.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type RecordState } from "@tocsin/records";
import { compareSponsors, type Sponsor, type SponsorChange } from "@tocsin/texts";
import { voteIn } from "../motions/sound-writes.ts";
import { stateOf } from "../state-of.ts";
import { codesIn, linkIn, stringIn, textIn } from "../values.ts";

export interface Motions {
  readonly negotiation: RecordId;
  /** In the order of their dates, those of one day by their number. */
  readonly amendments: readonly AmendmentLine[];
  readonly sponsors: readonly SponsorDay[];
}

export interface AmendmentLine {
  readonly record: RecordId;
  readonly title: string;
  readonly number: string | null;
  readonly operation: string | null;
  readonly state: string | null;
  readonly paragraph: RecordId | null;
  readonly where: string | null;
  readonly effect: string | null;
  readonly sponsors: readonly string[];
  readonly tabled: string | null;
  /** Null where nobody recorded one; a count that nobody knows is null. */
  readonly vote: ReturnType<typeof voteIn> | null;
}

export interface SponsorDay {
  readonly record: RecordId;
  readonly dated: string;
  readonly members: readonly string[];
  readonly observers: readonly string[];
  /** Against the day before; null for the first. */
  readonly change: SponsorChange | null;
}

/** Throws `records.not-found`. */
export const negotiationMotions = query(
  "negotiation.motions",
  { negotiation: link("negotiation", { required: true }) },
  async (view, { negotiation }): Promise<Motions> => {
    await stateOf(view, negotiation, "negotiation");
    const amendments = await view.linked(negotiation, { kind: "amendment", field: "negotiation" });
    const lists = await view.linked(negotiation, { kind: "sponsorList", field: "negotiation" });
    const days = byDate(lists.map(dayOf), ({ dated }) => dated);
    return {
      negotiation,
      amendments: byDate(amendments.map(amendmentLine), orderOf),
      sponsors: days.map((day, at) => {
        const before = days[at - 1];
        return {
          ...day,
          change: before === undefined ? null : compareSponsors(sponsorsOf(before), sponsorsOf(day)),
        };
      }),
    };
  },
);

function byDate<T>(lines: readonly T[], dateOf: (line: T) => string): readonly T[] {
  return lines.toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
}

/** Those of one day by their number, and those without one behind them. */
function orderOf({ tabled, number, title }: AmendmentLine): string {
  return `${tabled ?? ""} ${number ?? "~"} ${title}`;
}

function amendmentLine(state: RecordState): AmendmentLine {
  const values = valuesOf(state);
  const vote = voteIn(values);
  const { inFavour, against, abstaining, absent } = vote;
  return {
    record: state.id,
    title: textIn(values["title"])?.text ?? "",
    number: stringIn(values["number"]),
    operation: stringIn(values["operation"]),
    state: stringIn(values["state"]),
    paragraph: linkIn(values["paragraph"]),
    where: textIn(values["where"])?.text ?? null,
    effect: textIn(values["effect"])?.text ?? null,
    sponsors: codesIn(values["sponsors"]),
    tabled: stringIn(values["tabled"]),
    vote: [inFavour, against, abstaining, absent].every((count) => count === null) ? null : vote,
  };
}

function dayOf(state: RecordState): Omit<SponsorDay, "change"> {
  const values = valuesOf(state);
  return {
    record: state.id,
    dated: stringIn(values["dated"]) ?? "",
    members: codesIn(values["members"]),
    observers: codesIn(values["observers"]),
  };
}

function sponsorsOf({ members, observers }: Omit<SponsorDay, "change">): readonly Sponsor[] {
  const as =
    (isMember: boolean) =>
    (name: string): Sponsor => ({ name, isMember });
  return [...members.map(as(true)), ...observers.map(as(false))];
}
