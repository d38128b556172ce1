// What a public library lets out, what it holds back, and what stands where something was withdrawn.
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { LibraryItem } from "@tocsin/library";
import { releaseKind, valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { LibraryPlan, PlanLibraryOptions } from "./library-types.ts";
import { planLibrary } from "./plan-library.ts";
import { releaseLibrary, type ReleasedLibrary } from "./release-library.ts";
import { slugOf } from "./slug-of.ts";
import { aboutWith } from "./about.fake.ts";

const approvedBy = { text: "A. Lead", lang: "en" };
let small: SmallWorkspace;
let options: PlanLibraryOptions;

async function translators(...locales: readonly string[]): Promise<ReadonlyMap<string, Translator>> {
  const made = locales.map(
    async (locale) =>
      [locale, createTranslator(locale, await loadCatalogues(locale), { isolate: false })] as const,
  );
  return new Map(await Promise.all(made));
}

beforeEach(async () => {
  small = await createSmallWorkspace();
  options = {
    about: aboutWith({ locales: ["en", "fr"] }),
    translators: await translators("en", "fr"),
    sha256: sha256Of,
  };
});

const create = (kind: string, values: Readonly<Record<string, unknown>>): Promise<RecordId> =>
  small.create(kind, values);
const plan = (more: Partial<PlanLibraryOptions> = {}): Promise<LibraryPlan> =>
  planLibrary(small.workspace, { ...options, ...more });
const release = (more: Partial<PlanLibraryOptions> = {}): Promise<ReleasedLibrary> =>
  releaseLibrary(small.workspace, { ...options, ...more, approvedBy });
const itemOf = ({ items }: LibraryPlan, id: RecordId): LibraryItem | undefined =>
  items.find(({ slug }) => slug === slugOf(id));
const reasonOf = ({ withheld }: LibraryPlan, id: RecordId): string | undefined =>
  withheld.find(({ record }) => record === id)?.reason;

async function tellCase(consent: Readonly<Record<string, unknown>> | null): Promise<{
  readonly case: RecordId;
  readonly person: RecordId;
  readonly incident: RecordId;
}> {
  const caseId = await create("case", { title: "The search at the office of Wilhelmina Larkspur" });
  const person = await create("person", { name: "Wilhelmina Larkspur" });
  const incident = await create("incident", {
    title: "Office searched, Wilhelmina Larkspur taken away",
    case: caseId,
    when: "2025-03-14",
    where: { country: "XA", region: "North", locality: "Hiddenhamlet" },
    narrative: "Narrativemark: they came at night.",
    acts: ["legal.arrest"],
  });
  await create("involvement", { role: "defender", person, incident });
  if (consent !== null)
    await create("consent", { scope: "What was agreed to", person, case: caseId, ...consent });
  return { case: caseId, person, incident };
}

const published = { uses: ["publication"], namesPublished: false } as const;

describe("what a library lets out", () => {
  it("is what may be shown, in each language in which it was written, with what nobody checked", async () => {
    const shown = await create("resource", {
      title: "A report",
      resourceKind: "report",
      summary: "What it says.",
      summaryOf: "own",
      shown: true,
      checked: false,
      sources: ["https://example.org/a"],
    });
    await small.make("record.change", {
      record: shown,
      patch: {
        titleIn: {
          add: [{ text: "Un rapport", lang: "fr", origin: "machine-translation", by: "Translatormark" }],
        },
      },
    });
    const hidden = await create("resource", { title: "Not for others", resourceKind: "report" });
    const whole = await plan();
    expect(reasonOf(whole, hidden)).toBe("not-shown");
    const item = itemOf(whole, shown);
    expect(
      item?.editions.map(({ lang, title, excerpt, translatedBy }) => [lang, title, excerpt, translatedBy]),
    ).toEqual([
      ["en", "A report", "What it says.", null],
      ["fr", "Un rapport", "", "machine"],
    ]);
    expect(item?.editions[0]?.body).toContain("Nobody has compared these facts");
    expect(item?.editions[1]?.body).toContain("Personne n’a comparé");
    expect(JSON.stringify(whole)).not.toContain("Translatormark");
  });

  it("is a case only where everybody harmed agreed to publication, without names, days or narratives", async () => {
    const told = await tellCase(published);
    const whole = await plan();
    const item = JSON.stringify(itemOf(whole, told.case));
    expect(item).toContain("The search at the office of […]");
    expect(item).toContain("2025-03");
    for (const secret of ["Wilhelmina", "Larkspur", "2025-03-14", "Hiddenhamlet", "Narrativemark"])
      expect(item).not.toContain(secret);
    expect(whole.struck).toBeGreaterThan(0);
    expect(whole.unnamed).toEqual([{ person: told.person, reason: "no-consent" }]);
  });

  it.each([
    ["nobody was asked", null, "no-consent"],
    ["publication was not agreed to", { uses: ["documentation"] }, "no-consent"],
    ["it was taken back", { ...published, withdrawn: "2026-01-01" }, "no-consent"],
    ["it has ended", { ...published, until: "2025-01-01" }, "no-consent"],
  ])("is no case where %s", async (_why, consent, reason) => {
    const told = await tellCase(consent);
    const whole = await plan();
    expect(reasonOf(whole, told.case)).toBe(reason);
    expect(itemOf(whole, told.case)).toBeUndefined();
  });

  it("is no case with a child in it, whatever was agreed to", async () => {
    const told = await tellCase(published);
    await small.make("record.change", { record: told.person, patch: { child: { set: true } } });
    expect(reasonOf(await plan(), told.case)).toBe("child");
  });

  it("is no case, and no suit of one, where one of several did not agree", async () => {
    const told = await tellCase(published);
    const proceeding = await create("proceeding", { title: "The suit", case: told.case });
    expect(reasonOf(await plan(), proceeding)).toBeUndefined();
    const other = await create("person", { name: "Osbert Quill" });
    await create("involvement", { role: "witness", person: other, case: told.case });
    const whole = await plan();
    expect([reasonOf(whole, told.case), reasonOf(whole, proceeding)]).toEqual([
      "no-consent",
      "case-withheld",
    ]);
  });

  it("strikes people out of documents of others too, and common words of what a source is called not", async () => {
    await create("person", { name: "Wilhelmina Larkspur" });
    await create("source", { title: "First report of somebody inside" });
    const shown = await create("resource", {
      title: "First report on what Larkspur wrote",
      authors: ["Wilhelmina Larkspur"],
      shown: true,
    });
    const item = itemOf(await plan(), shown);
    expect([item?.editions[0]?.title, item?.authors]).toEqual(["First report on what […] wrote", ["[…]"]]);
  });

  it("is no measure that rests on a source to be protected", async () => {
    const source = await create("source", { title: "Somebody inside", protection: true });
    const measure = await create("measure", { title: "A purchase", sources: [source] });
    expect(reasonOf(await plan(), measure)).toBe("protected-source");
  });
});

describe("the release of a library", () => {
  it("needs a person, and writes nothing without one", async () => {
    await create("resource", { title: "A report", shown: true });
    const refused = releaseLibrary(small.workspace, { ...options, approvedBy: { text: " ", lang: "en" } });
    expect(await codeOf(() => refused)).toBe("workspace.not-approved");
    expect(await small.workspace.view.count("release")).toBe(0);
  });

  it("keeps who approved it and the hash of what left; the same leaves again by the same release", async () => {
    const shown = await create("resource", { title: "A report", shown: true });
    const first = await release();
    const state = await small.workspace.view.read(first.release);
    expect(state && valuesOf(state)).toMatchObject({
      audience: "public",
      format: "library",
      records: [shown],
      approvedBy,
      sha256: first.plan.sha256,
    });
    const second = await releaseLibrary(small.workspace, {
      ...options,
      approvedBy: { text: "", lang: "en" },
    });
    expect([second.isNew, second.release]).toEqual([false, first.release]);
    expect(second.input.head).toEqual(first.input.head);
    await small.make("record.change", {
      record: shown,
      patch: { title: { set: { text: "Another title", lang: "en" } } },
    });
    expect((await plan()).same).toBeNull();
  });

  it("says of what is held back later that it was withdrawn, and nothing else", async () => {
    const shown = await create("resource", { title: "A report", summary: "Summarymark", shown: true });
    await release();
    await small.make("record.change", { record: shown, patch: { shown: { set: false } } });
    const item = itemOf(await plan(), shown);
    expect(item?.withdrawn?.when).toMatch(/^\d{4}-\d{2}-01T/);
    expect(JSON.stringify(item)).not.toMatch(/A report|Summarymark/);
  });

  it("gives date and reason of a resource that was withdrawn", async () => {
    const shown = await create("resource", {
      title: "A report",
      summary: "Summarymark",
      shown: true,
      withdrawn: "2026-02-03",
      withdrawnReason: "Its authors withdrew it.",
    });
    const item = itemOf(await plan(), shown);
    expect(item?.withdrawn).toEqual({
      when: "2026-02-03T00:00:00Z",
      reason: { text: "Its authors withdrew it.", lang: "en" },
    });
    expect(JSON.stringify(item)).not.toContain("Summarymark");
  });

  it("holds back what a withdrawn release let out, until a person lets it out again", async () => {
    const shown = await create("resource", { title: "A report", shown: true });
    const { release: record } = await release();
    const when = "2026-11-24T00:00:00.000Z";
    const { name: kind, version } = releaseKind;
    await small.workspace.write([
      { kind, version, record, act: "test", patch: { withdrawn: { set: when } } },
    ]);
    expect(itemOf(await plan(), shown)?.withdrawn?.when).toBe(when);
    expect(itemOf(await plan({ again: [shown] }), shown)?.withdrawn).toBeNull();
  });

  it("is held against the ones before: a day that was wider", async () => {
    const told = await tellCase(published);
    const { incident } = told;
    await small.make("record.change", { record: incident, patch: { when: { set: "2025" } } });
    await release();
    expect((await plan()).earlier).toEqual([]);
    await small.make("record.change", { record: incident, patch: { when: { set: "2025-03-14" } } });
    const { earlier } = await plan();
    expect(earlier.map(({ kind, field }) => [kind, field])).toEqual([["narrower", "when"]]);
    expect(await codeOf(() => release())).toBe("workspace.reveals-together");
    const accepted = await releaseLibrary(small.workspace, {
      ...options,
      approvedBy,
      acceptDifferences: true,
    });
    expect(accepted.isNew).toBe(true);
  });
});
