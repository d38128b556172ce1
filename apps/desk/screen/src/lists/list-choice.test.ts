import { formOf, incidentKind, viewOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import {
  everything,
  isFiltered,
  listInput,
  matchingInput,
  orderedBy,
  parseChoice,
  shownColumns,
  toggled,
} from "./list-choice.ts";
import { createListMemory } from "./list-memory.ts";

const view = viewOf(incidentKind);

describe("how somebody looks at a list", () => {
  it("asks for nothing that is half typed", () => {
    const choice = { ...everything, words: " ", from: "202", to: "2025-05" };
    expect(matchingInput("incident", choice)).toEqual({ kind: "incident", where: [], to: "2025-05" });
    expect(isFiltered(choice)).toBe(true);
    expect(isFiltered(everything)).toBe(false);
  });
  it("takes one value of a facet at a time, and out again", () => {
    const first = toggled(everything, { field: "status", value: "reported" });
    expect(toggled(first, { field: "status", value: "confirmed" }).where).toEqual([
      { field: "status", value: "confirmed" },
    ]);
    expect(toggled(first, { field: "status", value: "reported" }).where).toEqual([]);
  });
  it("turns the order round where it is ordered so already", () => {
    const byTitle = orderedBy(everything, view, "title");
    expect(byTitle).toMatchObject({ by: "title", isAscending: true });
    expect(orderedBy(byTitle, view, "title")).toMatchObject({ by: "title", isAscending: false });
    expect(orderedBy(byTitle, view, "when")).toMatchObject({ by: null, isAscending: false });
    expect(listInput("incident", byTitle)).toMatchObject({ by: "title", order: "ascending" });
  });
  it("comes back as it was kept, without what the kind of today does not have", () => {
    const choice = { ...everything, where: [{ field: "status", value: "reported" }], columns: ["status"] };
    expect(parseChoice(view, JSON.parse(JSON.stringify(choice)))).toEqual(choice);
    const odd = { where: [{ field: "nothing", value: "x" }, 7], by: "narrative", columns: ["gone", 3] };
    expect(parseChoice(view, odd)).toEqual({ ...everything, columns: [] });
    expect(parseChoice(view, "nonsense")).toEqual(everything);
    expect(shownColumns(view, choice)).toEqual(["title", "status"]);
    expect(formOf(incidentKind).fields.map(({ name }) => name)).toEqual(expect.arrayContaining(view.sorts));
  });
  it("remembers of each list where somebody was", () => {
    const memory = createListMemory();
    memory.keep("incident", { opened: "x", rows: 60 });
    memory.keep("incident", { scroll: 400 });
    expect(memory.placeIn("incident")).toMatchObject({ opened: "x", rows: 60, scroll: 400 });
    expect(memory.placeIn("case")).toMatchObject({ opened: null, rows: 0 });
  });
});
