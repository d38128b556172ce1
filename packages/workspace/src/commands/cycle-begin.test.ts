import { cycles } from "@tocsin/assess";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import type { HomePage } from "../queries/home.ts";
import type { RecordPage } from "../queries/record-show.ts";
import { createSmallWorkspace } from "../small-workspace.fake.ts";

describe("a round of reporting", () => {
  it("has days that nobody confirmed, unknown ones without a day, each with its rule, its source and a task", async () => {
    const { workspace } = await createSmallWorkspace();
    await workspace.run("cycle.begin", { cycle: "upr", country: "XA", due: "2027-03-31" });
    const deadlines = await allOf(workspace.view, "deadline");
    const dated = deadlines.filter((state) => valuesOf(state)["due"] !== undefined);
    expect([deadlines.length, dated.length]).toEqual([4, 1]);
    for (const state of deadlines) {
      const page = (await workspace.ask("record.show", { record: state.id })) as RecordPage;
      expect(page.marks).toContain("unconfirmed");
      expect(page.values).toMatchObject({ cycle: "upr", country: "XA", zone: "Europe/Zurich" });
      expect(page.label).toMatch(/^[^(]+ · Tarvala \(invented\)$/u);
      expect(JSON.stringify(page.values["rule"])).toMatch(/\w{3}/);
      expect(JSON.stringify(page.values["ruleSource"])).toContain("http");
    }
    const tasks = (await allOf(workspace.view, "task")).map(valuesOf);
    expect(new Set(tasks.map(({ about }) => about))).toEqual(new Set(deadlines.map(({ id }) => id)));
    expect(tasks.filter(({ due }) => due !== undefined)).toMatchObject([
      { due: "2027-03-01", about: dated[0]?.id },
    ]);
    expect(((await workspace.ask("home", {})) as HomePage).due[0]).toMatchObject({ day: "2027-03-01" });
  });

  it("is confirmed by a named person, and unconfirmed again on another day", async () => {
    const { workspace } = await createSmallWorkspace();
    await workspace.run("cycle.begin", {
      cycle: "treaty-body",
      country: "XB",
      due: "2027-05-03",
      ruleSource: { text: "Letter of the committee (invented)", lang: "en" },
    });
    const deadlines = await allOf(workspace.view, "deadline");
    const deadline = deadlines.find((state) => valuesOf(state)["due"] !== undefined);
    const isUnconfirmed = async () => {
      const page = (await workspace.ask("record.show", { record: deadline?.id })) as RecordPage;
      return page.marks?.includes("unconfirmed") === true;
    };
    expect(deadlines.map((state) => valuesOf(state)["ruleSource"])).toContainEqual(
      expect.objectContaining({ text: "Letter of the committee (invented)" }),
    );
    await workspace.run("deadline.confirm", {
      deadline: deadline?.id,
      by: { text: "Example Person", lang: "zxx" },
    });
    expect(await isUnconfirmed()).toBe(false);
    await workspace.run("record.change", { record: deadline?.id, patch: { due: { set: "2027-05-10" } } });
    expect(await isUnconfirmed()).toBe(true);
  });

  it("says of the next resolution what year is expected, and counts nothing from it", async () => {
    const { workspace } = await createSmallWorkspace();
    await workspace.run("cycle.begin", { cycle: "next-resolution" });
    const days = (await allOf(workspace.view, "deadline")).flatMap((state) => valuesOf(state)["due"] ?? []);
    const tasks = (await allOf(workspace.view, "task")).map(valuesOf);
    expect(days).toEqual(["2028?"]);
    expect(tasks.filter(({ due }) => due !== undefined)).toEqual([]);
    expect(tasks).toHaveLength(3);
  });

  it.each([
    [{ cycle: "upr" }, "no country"],
    [{ cycle: "upr", country: "XA", zone: "Geneva" }, "time zone"],
    [{ cycle: "upr", country: "XA", ahead: -1 }, "days"],
    [{ cycle: "upr", country: "XA", due: "soon" }, "due"],
    [{ cycle: "none" }, "cycle"],
  ])("is refused as %j", async (input, _why) => {
    const { workspace } = await createSmallWorkspace();
    await expect(workspace.run("cycle.begin", input)).rejects.toMatchObject({
      code: expect.stringMatching(/^(records|core)\.bad-/) as string,
    });
    expect(await allOf(workspace.view, "deadline")).toEqual([]);
  });

  it("rests on sources that somebody read, and no day of it is confirmed by the program", () => {
    for (const { steps } of cycles) {
      expect(steps.filter(({ isAnchor }) => isAnchor === true)).toHaveLength(1);
      for (const { sources } of steps) expect(sources.length).toBeGreaterThan(0);
    }
  });
});
