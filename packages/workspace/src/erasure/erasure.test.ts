import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import { noteCopy } from "../copies.ts";
import type { EndedRetentions } from "../queries/ended-retentions.ts";
import { sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { planErasure, type ErasurePlan, type PlannedRecord } from "./plan.ts";
import { chosenIn, evidenceOf, tellStory, type Story } from "./story.fake.ts";

const byId = ({ records }: ErasurePlan): ReadonlyMap<RecordId, PlannedRecord> =>
  new Map(records.map((each) => [each.id, each]));

describe("the plan of an erasure", () => {
  let story: Story;
  let plan: ErasurePlan;
  beforeEach(async () => {
    story = await tellStory();
    plan = await planErasure(story.small.workspace, { consent: story.consent }, { sha256: sha256Of });
  });

  it("takes the person, what was given under the consent, and what hangs on that", () => {
    const { person, consent, evidence, derived, finding, entry, alone, involvements } = story;
    const [first, second] = involvements;
    expect(chosenIn(plan)).toEqual(
      new Set([person, consent, evidence, derived, finding, entry, alone, first, second]),
    );
    expect(plan.ground).toBe("consent");
    expect(byId(plan).get(consent)).toMatchObject({ reason: "itself", operations: 2 });
    expect(byId(plan).get(evidence)?.reason).toBe("given-under");
  });

  it("offers what others share, and does not choose it", () => {
    expect(byId(plan).get(story.together)).toMatchObject({ reason: "shared", chosen: false });
    expect(byId(plan).get(story.case)).toMatchObject({ reason: "case", chosen: false });
    expect(byId(plan).has(story.other)).toBe(false);
    expect(byId(plan).has(story.involvements[2] ?? story.other)).toBe(false);
  });

  it("names every sealed file, listings too", () => {
    expect(plan.evidence.map(({ record, what }) => [record, what])).toEqual([
      [story.evidence, "bytes"],
      [story.evidence, "listing"],
      [story.derived, "bytes"],
      [story.derived, "listing"],
    ]);
    expect(plan.evidence[0]?.size).toBe("messages".length);
  });

  it("finds who else names the person, in superseded texts too, and offers that", async () => {
    const { small } = story;
    const task = await small.create("task", { title: "Ring Wanda again" });
    await small.make("record.change", {
      record: task,
      patch: { title: { set: { text: "Ring again", lang: "en" } } },
    });
    await small.create("task", { title: "Ring Robin" });
    const { mentions } = await planErasure(small.workspace, { consent: story.consent }, { sha256: sha256Of });
    expect(mentions).toEqual([
      { id: task, kind: "task", label: "Ring again", operations: 2, fields: ["title"], chosen: false },
    ]);
  });

  it("says what stays out of reach", async () => {
    const { small } = story;
    await noteCopy(
      small.workspace,
      {
        copy: "a".repeat(32),
        made: "2026-11-20T12:00:00.000Z",
        files: 1,
        bytes: 1,
        commits: 3,
        heads: {},
        verified: true,
      },
      { text: "blue stick", lang: "en" },
    );
    const release = await small.create("release", {
      title: "To the court",
      format: "bundle",
      audience: "court",
      records: [story.finding],
    });
    await evidenceOf(small, "somebody else's", {});
    const { outOfReach } = await planErasure(
      small.workspace,
      { consent: story.consent },
      { sha256: sha256Of },
    );
    expect(outOfReach).toEqual([
      expect.objectContaining({ kind: "copy", label: "blue stick", at: "2026-11-20T12:00:00.000Z" }),
      expect.objectContaining({ kind: "bundle", record: release, audience: "court" }),
      { kind: "not-searched", count: 1 },
    ]);
  });

  it("keeps the person where another consent still stands, and takes only what this one covered", async () => {
    const { small } = story;
    await small.create("consent", {
      scope: "Again, for everything",
      person: story.person,
      uses: ["documentation"],
      given: "2026-11-24",
    });
    const later = await createPlanLater(small, story.consent);
    expect(byId(later).get(story.person)).toMatchObject({ reason: "still-allowed", chosen: false });
    expect(chosenIn(later).has(story.evidence)).toBe(true);
  });

  it("leaves to a person what is still to be kept, with what hangs on it", async () => {
    const { small } = story;
    const duty = await small.create("retention", {
      reason: "The court asked for it",
      ground: "proceeding",
      of: story.evidence,
      until: "2030",
    });
    const kept = byId(await planErasure(small.workspace, { consent: story.consent }, { sha256: sha256Of }));
    for (const id of [story.evidence, story.derived, story.finding, story.entry])
      expect(kept.get(id)).toMatchObject({ chosen: false, keptBy: [duty] });
    expect(kept.get(story.person)).toMatchObject({ chosen: true, keptBy: [] });
  });
});

/** As planned a day later, when a consent of today has begun and was given after the withdrawal. */
async function createPlanLater(small: SmallWorkspace, consent: RecordId): Promise<ErasurePlan> {
  const { workspace } = small;
  const day = 86_400_000;
  const later = { ...workspace, context: { ...workspace.context, now: () => workspace.context.now() + day } };
  return planErasure(later, { consent }, { sha256: sha256Of });
}

describe("the plan for a retention", () => {
  it("takes a case with what hangs on it alone, and offers what another case rests on", async () => {
    const story = await tellStory();
    const { small } = story;
    const elsewhere = await small.create("case", { title: "Another" });
    const shared = await evidenceOf(small, "shared", { case: story.case });
    const incident = await small.create("incident", { title: "There", case: elsewhere, evidence: [shared] });
    await small.create("involvement", { role: "defender", person: story.other, incident });
    const task = await small.create("task", { title: "Of the case", case: story.case });
    const retention = await small.create("retention", {
      reason: "Closed five years ago",
      of: story.case,
      until: "2026-01-01",
    });
    const plan = await planErasure(small.workspace, { retention }, { sha256: sha256Of });
    const chosen = chosenIn(plan);
    for (const id of [story.case, story.alone, story.together, story.evidence, story.derived, task])
      expect(chosen.has(id)).toBe(true);
    for (const id of [...story.involvements, story.consent, story.person]) expect(chosen.has(id)).toBe(true);
    for (const id of [story.other, elsewhere, incident, shared, retention])
      expect(chosen.has(id)).toBe(false);
    expect(byId(plan).get(shared)).toMatchObject({ reason: "shared" });
  });

  it("is asked for on Home once it has ended, until a person has decided", async () => {
    const { small, evidence } = await tellStory();
    const ended = async (): Promise<EndedRetentions> => {
      const page = (await small.workspace.ask("home", {})) as { readonly retentions: EndedRetentions };
      return page.retentions;
    };
    expect(await ended()).toEqual({ count: 0, rows: [] });
    const retention = await small.create("retention", {
      reason: "Two years",
      of: evidence,
      until: "2026-11-22",
      afterwards: "erase",
    });
    await small.create("retention", { reason: "Later", of: evidence, until: "2026-11-23" });
    const { count, rows } = await ended();
    expect(count).toBe(1);
    expect(rows).toMatchObject([
      { record: retention, label: "Two years", afterwards: "erase", until: "2026-11-22" },
    ]);
    expect(rows[0]?.of).toMatchObject({ record: evidence, kind: "evidence" });
    expect(rows[0]?.keptBy).toHaveLength(1);
    await small.make("record.change", { record: retention, patch: { settled: { set: "2026-11-23" } } });
    expect((await ended()).count).toBe(0);
  });
});
