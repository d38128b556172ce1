// The most dangerous table: what each delegation says of each paragraph. Nothing else but this query puts delegations together.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type RecordState } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { flagIn, linkIn, stringIn, textIn } from "../values.ts";

export interface Positions {
  readonly negotiation: RecordId;
  /** In the order of their names. */
  readonly delegations: readonly string[];
  /** The whole text first, where something is said of it. */
  readonly rows: readonly PositionRow[];
}

export interface PositionRow {
  /** Null for the whole text. */
  readonly paragraph: RecordId | null;
  readonly label: string | null;
  /** One for each delegation, in their order; what was said last comes first. */
  readonly cells: readonly (readonly PositionLine[])[];
}

export interface PositionLine {
  readonly record: RecordId;
  readonly stance: string;
  readonly when: string | null;
  readonly confidence: string | null;
  readonly mayLeave: boolean;
}

interface Held {
  readonly paragraph: RecordId | null;
  readonly delegation: string;
  readonly line: PositionLine;
}

/** Throws `records.not-found`. */
export const negotiationPositions = query(
  "negotiation.positions",
  { negotiation: link("negotiation", { required: true }) },
  async (view, { negotiation }): Promise<Positions> => {
    await stateOf(view, negotiation, "negotiation");
    const held = (await view.linked(negotiation, { kind: "position", field: "negotiation" })).map(heldOf);
    const delegations = [...new Set(held.map(({ delegation }) => delegation))].sort((one, other) =>
      one.localeCompare(other),
    );
    const paragraphs = await view.readMany([...new Set(held.flatMap(({ paragraph }) => paragraph ?? []))]);
    const labels = new Map(paragraphs.map((state) => [state.id, stringIn(valuesOf(state)["label"])]));
    const keys = [...new Set(held.map(({ paragraph }) => paragraph))];
    const labelOf = (paragraph: RecordId | null): string | null =>
      paragraph === null ? null : (labels.get(paragraph) ?? null);
    const rows = keys
      .map((paragraph) => ({
        paragraph,
        label: labelOf(paragraph),
        cells: delegations.map((each) =>
          held
            .filter((one) => one.paragraph === paragraph && one.delegation === each)
            .map(({ line }) => line)
            .sort((one, other) => (other.when ?? "").localeCompare(one.when ?? "")),
        ),
      }))
      .sort((one, other) => orderOf(one).localeCompare(orderOf(other), "en", { numeric: true }));
    return { negotiation, delegations, rows };
  },
);

function orderOf({ paragraph, label }: Omit<PositionRow, "cells">): string {
  return paragraph === null ? "" : (label ?? "~");
}

function heldOf(state: RecordState): Held {
  const values = valuesOf(state);
  return {
    paragraph: linkIn(values["paragraph"]),
    delegation: textIn(values["delegation"])?.text.trim() ?? "",
    line: {
      record: state.id,
      stance: stringIn(values["stance"]) ?? "",
      when: stringIn(values["when"]),
      confidence: stringIn(values["confidence"]),
      mayLeave: flagIn(values["mayLeave"]) === true,
    },
  };
}
