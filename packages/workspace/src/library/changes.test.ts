// What a plan says of changes since the last release: against real releases, written and read back.
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { releaseKind, valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import type { LastLibraryRelease } from "../queries/library-last.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { itemParts } from "./item-parts.ts";
import type { ChangedItem, LibraryChanges, PlanLibraryOptions } from "./library-types.ts";
import { planLibrary } from "./plan-library.ts";
import { releaseLibrary, type ReleasedLibrary } from "./release-library.ts";
import { aboutWith } from "./about.fake.ts";

let small: SmallWorkspace;
let options: PlanLibraryOptions;

beforeEach(async () => {
  small = await createSmallWorkspace();
  const translators = new Map<string, Translator>([
    ["en", createTranslator("en", await loadCatalogues("en"), { isolate: false })],
  ]);
  options = {
    about: aboutWith(),
    translators,
    sha256: sha256Of,
  };
});

const shownNamed = (title: string, more: object = {}): Promise<RecordId> =>
  small.create("resource", { title: { text: title, lang: "en" }, shown: true, ...more });
const change = (record: RecordId, patch: object): Promise<unknown> =>
  small.make("record.change", { record, patch });
const release = (more: object = {}): Promise<ReleasedLibrary> =>
  releaseLibrary(small.workspace, { ...options, ...more, approvedBy: { text: "A. Lead", lang: "en" } });
const changes = async (more: Partial<PlanLibraryOptions> = {}): Promise<LibraryChanges> =>
  (await planLibrary(small.workspace, { ...options, ...more })).changes;
const told = ({ items }: LibraryChanges): readonly (readonly unknown[])[] =>
  items
    .filter(({ kind }) => kind !== "commitment")
    .map(({ record, change: what, parts }: ChangedItem) => [record, what, ...parts]);

describe("what changes since the last release of the library", () => {
  it("is everything, where none left before", async () => {
    const shown = await shownNamed("A report");
    const first = await changes();
    expect([first.since, told(first)]).toEqual([null, [[shown, "added"]]]);
  });

  it("is nothing right after it, and then each item with the parts that are others", async () => {
    const [same, other] = [await shownNamed("A report"), await shownNamed("A letter")];
    const { release: record, plan } = await release();
    const none = await changes();
    expect([none.items, none.unchanged, none.tables, none.about]).toEqual([[], plan.leaving.length, [], []]);
    expect(none.since).toMatchObject({ release: record, isWithdrawn: false });
    await change(other, { title: { set: { text: "Another letter", lang: "en" } }, licence: { set: "CC0" } });
    const added = await shownNamed("A law");
    const now = await changes();
    expect(new Set(told(now))).toEqual(
      new Set([
        [other, "changed", "title", "licence"],
        [added, "added"],
      ]),
    );
    expect(told(now).flat()).not.toContain(same);
  });

  it("tells a translation that was added as its languages, its title and its text", async () => {
    const shown = await shownNamed("A report", { summary: { text: "What it says", lang: "en" } });
    await release();
    await change(shown, {
      summaryIn: { add: [{ text: "Ce qu’il dit", lang: "fr", origin: "human-translation" }] },
    });
    const [[, what, ...parts] = []] = told(await changes());
    expect([what, parts]).toEqual(["changed", ["title", "summary", "text", "languages"]]);
  });

  it("is a page that says that something was withdrawn, by the name that it has inside", async () => {
    const shown = await shownNamed("A report");
    await release();
    await change(shown, { shown: { set: false } });
    const gone = await changes();
    expect(told(gone)).toEqual([[shown, "removed"]]);
    expect(gone.items.find(({ record }) => record === shown)?.title).toBe("A report");
    await release();
    await change(shown, { shown: { set: true } });
    expect(told(await changes())).toEqual([[shown, "again"]]);
  });

  it("after a release was withdrawn is that all of it is, until a person lets it out again", async () => {
    const shown = await shownNamed("A report");
    const first = await release();
    await small.make("release.withdraw", {
      release: first.release,
      why: { text: "Facts were wrong", lang: "en" },
      by: { text: "A. Lead", lang: "en" },
    });
    const now = await changes();
    expect(now.since).toMatchObject({ release: first.release, isWithdrawn: true });
    expect(told(now)).toEqual([[shown, "removed"]]);
    expect(now.items.every(({ isHeld }) => isHeld)).toBe(true);
    expect(told(await changes({ again: [shown] }))).toEqual([]);
  });

  it("knows of a release that kept no list only what is new and what is gone", async () => {
    const [stays, goes] = [await shownNamed("A report"), await shownNamed("A letter")];
    const { release: record } = await release();
    const { name: kind, version } = releaseKind;
    const state = await small.workspace.view.read(record);
    const contents = state && valuesOf(state)["contents"];
    await small.workspace.write([
      { kind, version, record, act: "test", patch: { contents: { remove: contents as string[] } } },
    ]);
    await change(stays, { title: { set: { text: "Another title", lang: "en" } } });
    await change(goes, { shown: { set: false } });
    const added = await shownNamed("A law");
    const now = await changes();
    expect(now.isWhole).toBe(false);
    expect(new Set(told(now))).toEqual(
      new Set([
        [goes, "removed"],
        [added, "added"],
      ]),
    );
  });

  it("tells what the organisation says otherwise, and remembers what it said", async () => {
    await shownNamed("A report");
    await release();
    const about = {
      ...options.about,
      publisher: "Example Watch and friends",
      mirrors: ["https://m.example/"],
    };
    expect((await changes({ about })).about).toEqual(["publisher", "mirrors"]);
    const { last } = (await small.workspace.ask("library.last", {})) as { readonly last: LastLibraryRelease };
    expect([last.about, last.isWithdrawn, last.writtenSince]).toEqual([options.about, false, 0]);
  });

  it("keeps of what left hashes alone", async () => {
    await shownNamed("A report with Markerword in it");
    const { release: record } = await release();
    const state = await small.workspace.view.read(record);
    const kept = JSON.stringify(state && valuesOf(state)["contents"]);
    expect(kept).toContain(itemParts.join(" "));
    expect(kept).not.toContain("Markerword");
  });
});

describe("a release of the library", () => {
  it("lets nothing else out than what was looked at", async () => {
    const shown = await shownNamed("A report");
    const { sha256: planned } = await planLibrary(small.workspace, options);
    await change(shown, { title: { set: { text: "Another title", lang: "en" } } });
    expect(await codeOf(() => release({ planned }))).toBe("workspace.library-changed");
    expect(await small.workspace.view.count("release")).toBe(0);
  });

  it("says of what stays inside because of whom or what", async () => {
    const caseId = await small.create("case", { title: "A case" });
    const person = await small.create("person", { name: "Robin Example" });
    const incident = await small.create("incident", { title: "A threat", case: caseId });
    await small.create("involvement", { role: "defender", person, incident });
    const suit = await small.create("proceeding", { title: "The suit", case: caseId });
    const { withheld } = await planLibrary(small.workspace, options);
    expect(withheld.map(({ record, because }) => [record, because])).toEqual([
      [caseId, [{ record: person, kind: "person", label: "Robin Example" }]],
      [suit, [{ record: caseId, kind: "case", label: "A case" }]],
    ]);
  });
});
