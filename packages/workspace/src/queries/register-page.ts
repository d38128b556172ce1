// A register is the measures of one kind: how many each has, and their days for a timeline.
import { code, query } from "@tocsin/records";
import { marksOfDays, type TimelineMark } from "../pictures/dated.ts";

export interface RegisterPage {
  /** The newest, at most `most`; those whose day nobody knows come last. */
  readonly marks: readonly TimelineMark[];
  readonly total: number;
}

const most = 300;

export const registerPage = query(
  "register.page",
  { register: code("measureKinds", { required: true }) },
  async (view, { register }, { registry }): Promise<RegisterPage> => {
    const where = [{ field: "measureKind", value: register }];
    const page = await view.list({ kind: "measure", where, limit: most, countTo: 10_000 });
    const states = await view.glance(page.rows.map(({ id }) => id));
    const marks = states.flatMap((state) => marksOfDays(registry, state));
    return {
      marks: marks.toSorted(
        (a, b) =>
          Number(a.date === null) - Number(b.date === null) || ((a.date ?? "") < (b.date ?? "") ? -1 : 1),
      ),
      total: page.total ?? marks.length,
    };
  },
);
