import { describe, expect, it } from "vitest";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { MapPage, MapRecords } from "./map.ts";

const ask = async ({ workspace }: SmallWorkspace, input: object = {}): Promise<MapPage> =>
  (await workspace.ask("map", input)) as MapPage;
const behind = async ({ workspace }: SmallWorkspace, input: object): Promise<readonly string[]> =>
  ((await workspace.ask("map.records", input)) as MapRecords).rows.map(({ label }) => label);

const atTown = {
  country: "XA",
  region: "North",
  locality: "Town",
  latitude: 12_340_000,
  longitude: -5_600_000,
};

async function story() {
  const small = await createSmallWorkspace();
  const add = (title: string, where: object | null, more: object = {}) =>
    small.create("incident", {
      title,
      status: "reported",
      when: "2025-03",
      ...(where === null ? {} : { where }),
      ...more,
    });
  await add("Raid", atTown);
  await add("Summons", { ...atTown, latitude: 12_341_000 }, { when: "2024" });
  await add("Threat", { country: "XA", region: "North", locality: "Town" });
  await add("Blocking", { country: "XA", region: "North" });
  await add("Law", { country: "XA" });
  await add("Hack", null);
  await small.create("incident", { title: "Call", status: "reported", where: { locality: "Town" } });
  await add("Arrest", { country: "XB" }, { status: "corroborated" });
  return small;
}

describe("incidents on a map", () => {
  it("are points only where somebody wrote down coordinates; all others are counted for their country", async () => {
    const page = await ask(await story());
    expect(page.points).toEqual([
      { key: "123 -56", latitude: 12.3, longitude: -5.6, country: "XA", count: 2 },
    ]);
    expect(page.countries).toEqual([{ key: "XA", country: "XA", locality: 1, region: 1, whole: 1 }]);
    expect(page.nowhere).toBe(2);
  });

  it("are shown for one status, the commonest unless another is asked for", async () => {
    const small = await story();
    const page = await ask(small);
    expect(page.status).toBe("reported");
    expect(page.statuses).toEqual([
      { status: "reported", count: 7 },
      { status: "corroborated", count: 1 },
    ]);
    const other = await ask(small, { status: "corroborated" });
    expect(other.points).toEqual([]);
    expect(other.countries).toEqual([{ key: "XB", country: "XB", locality: 0, region: 0, whole: 1 }]);
  });

  it("are chosen by year, those without one only where no year is asked for", async () => {
    const small = await story();
    const page = await ask(small, { from: 2025 });
    expect(page.points.map(({ count }) => count)).toEqual([1]);
    expect(page.nowhere).toBe(1);
    expect(page.years).toEqual({ first: 2024, last: 2025 });
    expect(page.undated).toBe(1);
  });

  it("lose what is finer than a region where the map is for others, in the lists behind it too", async () => {
    const small = await story();
    const page = await ask(small, { coarse: true });
    expect(page.points).toEqual([]);
    expect(page.countries).toEqual([{ key: "XA", country: "XA", locality: 0, region: 4, whole: 1 }]);
    const all = await behind(small, { status: "reported", coarse: true, keys: ["XA"] });
    expect(all.toSorted()).toEqual(["Blocking", "Law", "Raid", "Summons", "Threat"]);
  });

  it("are listed behind each mark, newest first, within the same years", async () => {
    const small = await story();
    const keys = ["123 -56"];
    expect(await behind(small, { status: "reported", keys })).toEqual(["Raid", "Summons"]);
    expect(await behind(small, { status: "reported", keys, to: 2024 })).toEqual(["Summons"]);
    expect((await behind(small, { status: "reported", keys: ["-"] })).toSorted()).toEqual(["Call", "Hack"]);
    await expect(behind(small, { keys: [] })).rejects.toMatchObject({ code: "records.bad-input" });
  });

  it("move when the place of one changes", async () => {
    const small = await story();
    const id = await small.create("incident", { title: "New", status: "reported", where: { country: "XC" } });
    await small.workspace.run("record.change", { record: id, patch: { where: { set: { country: "XB" } } } });
    const page = await ask(small);
    expect(page.countries.map(({ country }) => country).toSorted()).toEqual(["XA", "XB"]);
  });
});
