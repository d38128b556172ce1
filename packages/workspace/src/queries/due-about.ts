import { link, query } from "@tocsin/records";
import { glancing } from "../glancing.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { dueRow, type DueRow } from "./home-due.ts";

const atMost = 200;

/** Tasks about a record that are not done, the nearest first. */
export const dueAbout = query(
  "due.about",
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }): Promise<readonly DueRow[]> => {
    const { states } = await readNewest(view, record, { kind: "task", field: "about", atMost });
    const tables = glancing(view);
    const rows = await Promise.all(states.map(({ id }) => dueRow(tables, registry, id)));
    return rows
      .flatMap((row) => row ?? [])
      .toSorted((a, b) => Number(a.day === null) - Number(b.day === null) || a.sort - b.sort);
  },
);
