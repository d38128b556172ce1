// Which commitments are known here, and what is held against each: counted from the links in the tables.
import { query, string, valuesOf } from "@tocsin/records";
import { stringIn } from "../values.ts";
import { commitmentRow, type CommitmentRow } from "./case-page.ts";

export interface HeldCommitment extends CommitmentRow {
  /** Codes of `themes` and `addressees`. */
  readonly theme: string | null;
  readonly addressee: string | null;
  /** How many link to it. */
  readonly incidents: number;
  readonly measures: number;
  readonly proceedings: number;
}

export interface HeldCommitments {
  readonly rows: readonly HeldCommitment[];
  readonly next: string | null;
}

const atOnce = 200;

export const commitmentsHeld = query(
  "commitments.held",
  { after: string() },
  async (view, { after }, { registry }): Promise<HeldCommitments> => {
    const page = await view.list({
      kind: "commitment",
      by: "reference",
      order: "oldest",
      limit: atOnce,
      ...(after === undefined ? {} : { after }),
    });
    const states = await view.glance(page.rows.map(({ id }) => id));
    const rows = await Promise.all(
      states.map(async (state) => {
        const counts = await view.linkCounts(state.id);
        const countOf = (kind: string): number =>
          counts.find((each) => each.kind === kind && each.field === "commitments")?.count ?? 0;
        const { theme, addressee } = valuesOf(state);
        return {
          ...commitmentRow(registry, state),
          theme: stringIn(theme),
          addressee: stringIn(addressee),
          incidents: countOf("incident"),
          measures: countOf("measure"),
          proceedings: countOf("proceeding"),
        };
      }),
    );
    return { rows, next: page.next };
  },
);
