import type { Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { beforeAll, describe, expect, it } from "vitest";
import { planBundle } from "./bundle-plan.ts";
import { planCustody } from "./custody/publish-custody.ts";
import { exportRecords, planExport } from "./export-records.ts";
import { previewCase, publishCase, type PublishCaseOptions } from "./publish-case.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly person: RecordId;
  readonly incident: RecordId;
}

/** Nobody has consented; the place is known to the region alone, the day to the month. */
async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", { title: "An example case" });
  const person = await small.create("person", { name: "Zora Hushmore" });
  const incident = await small.create("incident", {
    title: "A visit to Zora Hushmore",
    acts: ["harassment.threat"],
    when: "2025-05",
    where: { country: "XX", region: "North" },
    case: caseId,
  });
  await small.create("involvement", { role: "defender", person, incident, case: caseId });
  return { small, case: caseId, person, incident };
}

const optionsFor = (told: Told, audience: Audience): PublishCaseOptions => ({
  case: told.case,
  audience,
  translator,
  tool: { name: "tocsin", version: "0" },
  approvedBy: "Kim Approver",
  lang: "en",
  formats: ["json"],
  sha256: sha256Of,
  typesetter: { typeset: async () => new Uint8Array() },
});

/** For one case, or where none is given for every case. */
async function consent({ small, person }: Told, caseId?: RecordId): Promise<void> {
  await small.create("consent", {
    scope: "what was told",
    person,
    uses: ["documentation", "sharing", "un-body", "government", "court", "publication"],
    namesToGovernment: true,
    namesPublished: true,
    given: "2026-01-05",
    ...(caseId === undefined ? {} : { case: caseId }),
  });
}

const told = (notices: readonly { kind: string; record: RecordId | null; field: string | null }[]) =>
  notices.map(({ kind, record, field }) => [kind, record, field]);

describe("an earlier release and a later one together", () => {
  it("reveal a name that the earlier one withheld: told before, with which release, and stopped", async () => {
    const story = await tell();
    const { workspace } = story.small;
    const first = await publishCase(workspace, optionsFor(story, "court"));
    expect((await previewCase(workspace, optionsFor(story, "court"))).earlier).toEqual([]);
    await consent(story);
    const { earlier } = await previewCase(workspace, optionsFor(story, "court"));
    expect(told(earlier)).toEqual([["named", story.person, null]]);
    expect(earlier[0]).toMatchObject({ release: first.release, label: "Zora Hushmore", withdrawn: false });
    const before = await workspace.view.count("release");
    expect(await codeOf(() => publishCase(workspace, optionsFor(story, "court")))).toBe(
      "workspace.reveals-together",
    );
    expect(await workspace.view.count("release")).toBe(before);
    const again = await publishCase(workspace, { ...optionsFor(story, "court"), acceptDifferences: true });
    expect(new TextDecoder().decode(again.json)).toContain("Zora Hushmore");
  });

  it("are not held beside each other for readers of whom neither reads the other", async () => {
    const story = await tell();
    const { workspace } = story.small;
    await publishCase(workspace, optionsFor(story, "court"));
    await consent(story);
    expect((await previewCase(workspace, optionsFor(story, "un-body"))).earlier).toEqual([]);
    expect((await previewCase(workspace, optionsFor(story, "internal"))).earlier).toEqual([]);
    // A court reads what the public reads.
    expect(told((await previewCase(workspace, optionsFor(story, "public"))).earlier)).toEqual([
      ["named", story.person, null],
    ]);
  });

  it("reveal a day and a place that became narrower, and say nothing of what became wider", async () => {
    const story = await tell();
    const { workspace } = story.small;
    const { release } = await publishCase(workspace, optionsFor(story, "court"));
    await story.small.make("record.change", {
      record: story.incident,
      patch: {
        when: { set: "2025-05-03" },
        where: { set: { country: "XX", region: "North", locality: "Quietville" } },
      },
    });
    const { earlier } = await previewCase(workspace, optionsFor(story, "court"));
    expect(told(earlier)).toEqual([
      ["narrower", story.incident, "when"],
      ["narrower", story.incident, "where"],
    ]);
    expect(earlier.every((each) => each.release === release)).toBe(true);
    await publishCase(workspace, { ...optionsFor(story, "court"), acceptDifferences: true });
    await story.small.make("record.change", { record: story.incident, patch: { when: { set: "2025" } } });
    const wider = (await previewCase(workspace, optionsFor(story, "court"))).earlier;
    // The first one still had less of the place.
    expect(told(wider)).toEqual([["narrower", story.incident, "where"]]);
  });

  it("give the public no day: what is coarse in both is not told", async () => {
    const story = await tell();
    const { workspace } = story.small;
    await publishCase(workspace, optionsFor(story, "public"));
    await story.small.make("record.change", {
      record: story.incident,
      patch: { when: { set: "2025-05-03" } },
    });
    expect((await previewCase(workspace, optionsFor(story, "public"))).earlier).toEqual([]);
  });

  it("are noticed in tables, custody sheets and bundles too, and what was withdrawn is known all the same", async () => {
    const story = await tell();
    const { workspace } = story.small;
    const table = { kind: "incident", audience: "court", format: "csv" } as const;
    const approvedBy = { text: "Kim Approver", lang: "en" };
    const evidence = await story.small.create("evidence", {
      title: "A letter to Zora Hushmore",
      sha256: sha256Of("letter"),
      size: 6,
    });
    const first = await exportRecords(workspace, { ...table, approvedBy, sha256: sha256Of });
    await exportRecords(workspace, { ...table, kind: "evidence", approvedBy, sha256: sha256Of });
    await consent(story);
    await story.small.make("release.withdraw", {
      release: first.release,
      why: { text: "It named a street", lang: "en" },
      by: approvedBy,
    });
    const { earlier } = await planExport(workspace, table);
    expect(told(earlier)).toEqual([["named", story.person, null]]);
    expect(earlier[0]?.withdrawn).toBe(true);
    const order = { ...table, approvedBy, sha256: sha256Of };
    expect(await codeOf(() => exportRecords(workspace, order))).toBe("workspace.reveals-together");
    expect(told((await planCustody(workspace, { evidence, audience: "court" })).earlier)).toEqual([
      ["named", story.person, null],
    ]);
    const plan = await planBundle(workspace, { evidence: [evidence], audience: "court" });
    expect(told(plan.earlier)).toContainEqual(["named", story.person, null]);
    await exportRecords(workspace, { ...order, acceptDifferences: true });
  });

  it("withhold in vain a name that the earlier one told, as those who read both learn", async () => {
    const story = await tell();
    const { workspace } = story.small;
    await consent(story);
    const { release } = await publishCase(workspace, optionsFor(story, "court"));
    expect((await previewCase(workspace, optionsFor(story, "court"))).earlier).toEqual([]);
    const given = (await workspace.view.list({ kind: "consent", limit: 1 })).rows[0]?.id;
    await story.small.make("record.change", { record: given, patch: { withdrawn: { set: "2026-03-01" } } });
    const { earlier } = await previewCase(workspace, optionsFor(story, "court"));
    expect(told(earlier)).toEqual([["known", story.person, null]]);
    expect(earlier[0]).toMatchObject({ release });
    expect(await codeOf(() => publishCase(workspace, optionsFor(story, "court")))).toBe(
      "workspace.reveals-together",
    );
    // The public never read what a court read; what the public read, a court did.
    expect((await previewCase(workspace, optionsFor(story, "public"))).earlier).toEqual([]);
    // Another kind of release of the same person.
    const people = { kind: "person", audience: "court" } as const;
    expect(told((await planExport(workspace, people)).earlier)).toEqual([["known", story.person, null]]);
  });
});
