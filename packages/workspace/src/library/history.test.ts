// That an item changed or was withdrawn after it left: told from real releases, in words that give nothing of it away.
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { buildLibrary, type LibraryInput, type LibraryItem } from "@tocsin/library";
import { releaseKind, valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { PlanLibraryOptions } from "./library-types.ts";
import { slugOf } from "./slug-of.ts";
import { releaseLibrary, type ReleasedLibrary } from "./release-library.ts";

let small: SmallWorkspace;
let options: PlanLibraryOptions;
let shown: RecordId;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5);
  small = await createSmallWorkspace({ clock: () => now });
  const translators = new Map<string, Translator>([
    ["en", createTranslator("en", await loadCatalogues("en"), { isolate: false })],
  ]);
  options = {
    about: {
      title: [{ text: "Library", lang: "en" }],
      about: [],
      publisher: "Example Watch",
      locales: ["en"],
      address: null,
      onion: null,
      mirrors: [],
    },
    translators,
    sha256: sha256Of,
  };
  shown = await small.create("resource", {
    title: { text: "Firstwords of a report", lang: "en" },
    summary: { text: "Summarymark", lang: "en" },
    shown: true,
  });
});

const change = (patch: object): Promise<unknown> => small.make("record.change", { record: shown, patch });
const titled = (text: string): Promise<unknown> => change({ title: { set: { text, lang: "en" } } });
const show = (set: boolean): Promise<unknown> => change({ shown: { set } });
const why = (text: string): Partial<PlanLibraryOptions> => ({
  reasons: new Map([[shown, { text, lang: "en" }]]),
});
const release = (more: Partial<PlanLibraryOptions> = {}): Promise<ReleasedLibrary> => {
  now += 86_400_000;
  const approvedBy = { text: "A. Lead", lang: "en" };
  return releaseLibrary(small.workspace, { ...options, ...more, approvedBy, acceptDifferences: true });
};

async function itemIn({ items }: LibraryInput): Promise<LibraryItem | undefined> {
  for await (const item of items) if (item.slug === slugOf(shown)) return item;
  return undefined;
}

async function filesOf(input: LibraryInput): Promise<ReadonlyMap<string, string>> {
  const { translators, sha256 } = options;
  const files = new Map<string, string>();
  for await (const file of buildLibrary(input, { translators, sha256, onProblem: () => undefined }))
    if ("bytes" in file) files.set(file.path, new TextDecoder().decode(file.bytes));
  return files;
}

describe("what changed after it was published", () => {
  it("is told with the day of the release, the parts and the reason, and not what stood there before", async () => {
    await release();
    await titled("Secondwords of it");
    const { input } = await release(why("The title was wrong"));
    const item = await itemIn(input);
    const text = { text: "The title was wrong", lang: "en" };
    expect(item?.corrections).toEqual([{ when: input.head.made, change: "changed", parts: ["title"], text }]);
    const files = await filesOf(input);
    for (const path of [
      "en/corrections.html",
      "en/corrections.xml",
      "en/corrections.json",
      `en/items/${slugOf(shown)}.html`,
    ]) {
      expect(files.get(path), path).toContain("The title was wrong");
      expect(files.get(path), path).toContain("title");
    }
    expect([...files.values()].join("\n")).not.toContain("Firstwords");
  });

  it("is the same again, byte for byte, where nothing changes any more", async () => {
    await release();
    await titled("Secondwords of it");
    const first = await release(why("The title was wrong"));
    now += 86_400_000;
    const second = await release();
    expect([second.isNew, second.release]).toEqual([false, first.release]);
    expect(await filesOf(second.input)).toEqual(await filesOf(first.input));
  });

  it("is told release by release, the newest first, and nothing of what was new in one", async () => {
    await release();
    await titled("Secondwords of it");
    const { input: second } = await release();
    await titled("A better report");
    const { input: third } = await release();
    expect((await itemIn(third))?.corrections.map(({ when }) => when)).toEqual([
      third.head.made,
      second.head.made,
    ]);
  });

  it("is told of what is as it was once before, too: in between it was something else", async () => {
    const first = await release();
    await titled("Secondwords of it");
    await release();
    await titled("Firstwords of a report");
    const { input, isNew, release: record } = await release();
    expect([isNew, record === first.release]).toEqual([true, false]);
    expect((await itemIn(input))?.corrections.length).toBe(2);
  });

  it("was withdrawn: its address stays and says so, with the day of the release and why, and tells no earlier change", async () => {
    await release();
    await titled("Secondwords of it");
    await release(why("Reasonbefore"));
    await show(false);
    const { input } = await release(why("Its author asked for it"));
    const item = await itemIn(input);
    expect(item?.corrections).toEqual([]);
    expect(item?.withdrawn).toEqual({
      when: input.head.made,
      reason: { text: "Its author asked for it", lang: "en" },
    });
    const files = await filesOf(input);
    for (const path of ["en/corrections.html", `en/items/${slugOf(shown)}.html`, "en/corrections.xml"])
      expect(files.get(path), path).toContain("Its author asked for it");
    const all = [...files.values()].join("\n");
    expect(/Firstwords|Secondwords|Summarymark|Reasonbefore/.exec(all)).toBeNull();
  });

  it("keeps the day on which it was withdrawn through later releases, and says when it is shown again", async () => {
    await release();
    await show(false);
    const { input: gone } = await release();
    await small.create("resource", { title: { text: "Another", lang: "en" }, shown: true });
    const { input: later } = await release();
    expect((await itemIn(later))?.withdrawn?.when).toBe(gone.head.made);
    await show(true);
    const { input } = await release();
    expect((await itemIn(input))?.corrections.map(({ change: what }) => what)).toEqual(["again", "removed"]);
  });

  it("says a name nowhere that may not leave, when the reason is given or later", async () => {
    await release();
    await titled("Secondwords of it");
    const named = await release(why("Zora Hushmore asked for it"));
    expect((await itemIn(named.input))?.corrections[0]?.text?.text).toContain("Zora Hushmore");
    await small.create("person", { name: "Zora Hushmore" });
    const { input } = await release();
    expect((await itemIn(input))?.corrections[0]?.text?.text).toBe("[…] asked for it");
    await titled("A better report");
    const later = await release(why("Zora Hushmore again"));
    const state = await small.workspace.view.read(later.release);
    expect(JSON.stringify(state && valuesOf(state)["reasons"])).not.toContain("Hushmore");
    expect(state?.kind).toBe(releaseKind.name);
  });

  it("does not tie an item to another that was withdrawn on the same day", async () => {
    const other = await small.create("resource", {
      title: { text: "Another", lang: "en" },
      shown: true,
      related: [shown],
    });
    await release();
    await show(false);
    const { input } = await release();
    const items: LibraryItem[] = [];
    for await (const item of input.items) items.push(item);
    const left = items.find(({ slug }) => slug === slugOf(other));
    expect([left?.related, left?.corrections]).toEqual([[], []]);
  });
});
