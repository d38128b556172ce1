// What a measure of a State or company is known from, and which commitments it engages, at a glance.
import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf } from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { stateOf } from "../state-of.ts";
import { linksIn, stringIn } from "../values.ts";
import { commitmentRow, type CommitmentRow } from "./case-page.ts";

export interface MeasurePage {
  readonly sources: readonly SourceRow[];
  readonly commitments: readonly CommitmentRow[];
}

export interface SourceRow {
  readonly record: RecordId;
  readonly label: string;
  /** Codes of `reliability` and `credibility`: how far the source is trusted, and how far what it says is borne out. */
  readonly reliability: string | null;
  readonly credibility: string | null;
}

export const measurePage = query(
  "measure.page",
  { measure: link("measure", { required: true }) },
  async (view, { measure }, { registry }): Promise<MeasurePage> => {
    const values = valuesOf(await stateOf(view, measure, "measure"));
    const [sources, commitments] = await Promise.all(
      ["sources", "commitments"].map((field) => view.glance(linksIn(values[field]))),
    );
    return {
      sources: (sources ?? []).map((state) => {
        const { reliability, credibility } = valuesOf(state);
        return {
          record: state.id,
          label: labelOf(registry, state),
          reliability: stringIn(reliability),
          credibility: stringIn(credibility),
        };
      }),
      commitments: (commitments ?? []).map((state) => commitmentRow(registry, state)),
    };
  },
);
