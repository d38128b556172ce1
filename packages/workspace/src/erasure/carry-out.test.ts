import { erasureGrounds as storedGrounds } from "@tocsin/cases";
import { isTocsinError, type RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { erasureGrounds } from "@tocsin/vault";
import { describe, expect, it } from "vitest";
import { codeOf, reopenSmall, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { carryOutErasure, type Erased, type EraseOptions, type ErasureOrder } from "./carry-out.ts";
import { planErasure, type ErasurePlan } from "./plan.ts";
import type { ErasureSubject } from "./subject.ts";
import { chosenIn, evidenceOf, tellStory } from "./story.fake.ts";

const plan = ({ workspace }: SmallWorkspace, subject: ErasureSubject): Promise<ErasurePlan> =>
  planErasure(workspace, subject, { sha256: sha256Of });
const carryOut = (
  { workspace }: SmallWorkspace,
  order: ErasureOrder,
  options: Partial<EraseOptions> = {},
): Promise<Erased> => carryOutErasure(workspace, order, { sha256: sha256Of, ...options });

/** What `work` ends with, where it is one of our errors. */
async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; details: unknown; message: string }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isTocsinError(error)) throw new Error(`not refused: ${String(error)}`);
  const { code, details, message } = error;
  return { code, details, message };
}

describe("an erasure that was confirmed", () => {
  it("takes every operation of the chosen records, leaves the rest, and says what there was", async () => {
    const story = await tellStory();
    const { small } = story;
    const { workspace } = small;
    const planned = await plan(small, { consent: story.consent });
    const hash: unknown = valuesOf((await workspace.view.read(story.evidence)) ?? never())["sha256"];
    const chosen = chosenIn(planned);
    const counted = planned.records
      .filter((each) => each.chosen)
      .reduce((sum, each) => sum + each.operations, 0);
    const erased = await carryOut(small, { subject: { consent: story.consent }, digest: planned.digest });
    expect(erased).toMatchObject({ records: chosen.size, operations: counted, evidence: 4 });
    for (const id of chosen) expect(await workspace.view.read(id)).toBeUndefined();
    for (const id of [story.case, story.together, story.other])
      expect(await workspace.view.read(id)).toBeDefined();
    const left = valuesOf((await workspace.view.read(erased.record)) ?? never());
    expect(left).toMatchObject({
      ground: "consent",
      of: story.consent,
      given: "2026-01-01",
      withdrawn: "2026-11-23",
      records: chosen.size,
      operations: counted,
      files: 4,
    });
    const there: unknown = left["evidence"];
    expect(there).toContainEqual(expect.objectContaining({ record: story.evidence, sha256: hash }));
    expect(JSON.stringify(left)).not.toContain("Wanda");
    expect(await small.vault.orphans([])).toEqual([]);
  });

  it("settles the retention that it carries out", async () => {
    const { small, evidence } = await tellStory();
    const retention = await small.create("retention", { reason: "Over", of: evidence, until: "2025-01-01" });
    const { digest } = await plan(small, { retention });
    await carryOut(small, { subject: { retention }, digest });
    const state = (await small.workspace.view.read(retention)) ?? never();
    expect(valuesOf(state)).toMatchObject({ settled: "2026-11-23" });
  });

  it("refuses what the plan does not name, and nothing at all", async () => {
    const { small, consent, other } = await tellStory();
    const { digest } = await plan(small, { consent });
    const confirm = (ids: readonly RecordId[]): Promise<unknown> =>
      codeOf(() => carryOut(small, { subject: { consent }, digest, chosen: new Set(ids) }));
    expect(await confirm([other])).toBe("records.bad-input");
    expect(await confirm([])).toBe("records.bad-input");
  });

  it("knows the same grounds as the log", () => {
    expect(storedGrounds.terms.map(({ code }) => code)).toEqual([...erasureGrounds]);
  });
});

describe("what is written between a plan and its carrying out", () => {
  it("is not erased unseen, nor left behind: nothing is erased, and it is said what was added", async () => {
    const { small, consent, evidence, person, derived, ...story } = await tellStory();
    const { digest } = await plan(small, { consent });
    await small.make("record.change", { record: person, patch: { country: { set: "BE" } } });
    const finding = await small.create("finding", { title: "Seen later", evidence: derived });
    const { code, details, message } = await refusalOf(carryOut(small, { subject: { consent }, digest }));
    expect([code, details]).toEqual([
      "workspace.plan-changed",
      { entries: 2, records: 2, added: `${person} ${finding}` },
    ]);
    expect(message).toContain(finding);
    for (const id of [consent, evidence, person, finding, story.alone])
      expect(await small.workspace.view.read(id)).toBeDefined();
    expect(await small.workspace.view.count("erasure")).toBe(0);
    const again = await plan(small, { consent });
    await carryOut(small, { subject: { consent }, digest: again.digest });
    for (const id of [person, finding]) expect(await small.workspace.view.read(id)).toBeUndefined();
  });

  it("does not matter where the plan has nothing to do with it", async () => {
    const { small, consent, other } = await tellStory();
    const { digest } = await plan(small, { consent });
    await small.make("record.change", { record: other, patch: { country: { set: "BE" } } });
    await evidenceOf(small, "somebody else's", {});
    await carryOut(small, { subject: { consent }, digest });
    expect(await small.workspace.view.read(consent)).toBeUndefined();
  });

  it("counts where it changes what goes, although no entry was added to the plan", async () => {
    const { small, consent, evidence } = await tellStory();
    const { digest } = await plan(small, { consent });
    await small.create("retention", { reason: "The court asked for it", of: evidence, until: "2030" });
    const { code, details } = await refusalOf(carryOut(small, { subject: { consent }, digest }));
    expect([code, details]).toEqual(["workspace.plan-changed", {}]);
  });

  it("counts where somebody is named in one text more", async () => {
    const { small, consent } = await tellStory();
    const { digest } = await plan(small, { consent });
    const task = await small.create("task", { title: "Ring Wanda again" });
    const { details } = await refusalOf(carryOut(small, { subject: { consent }, digest }));
    expect(details).toEqual({ entries: 1, records: 1, added: task });
  });

  it("comes before the erasure or after it, and never into it", async () => {
    const { small, consent, person, evidence } = await tellStory();
    const { digest } = await plan(small, { consent });
    const change = (): Promise<unknown> =>
      small.make("record.change", { record: person, patch: { country: { set: "BE" } } });
    const during: Promise<unknown>[] = [];
    const begun = carryOut(
      small,
      { subject: { consent }, digest },
      // Typed while the log is being read once more, and while it is written anew.
      {
        onPlan: () => void (during.length === 0 && during.push(refusalOf(change()))),
        onErase: () => void (during.length === 1 && during.push(refusalOf(change()))),
      },
    );
    await begun;
    expect(await Promise.all(during)).toMatchObject([
      { code: "records.not-found" },
      { code: "records.not-found" },
    ]);
    for (const id of [person, evidence]) expect(await small.workspace.view.read(id)).toBeUndefined();
    const written: string[] = [];
    for await (const each of small.vault.allOperations())
      if (each.state === "open") written.push(new TextDecoder().decode(each.payload));
    expect(written.filter((payload) => payload.includes(person) && payload.includes("country"))).toEqual([]);
  });
});

describe("an erasure that is stopped on its way", () => {
  it("counts from its first moment, and is gone on with at the next opening", async () => {
    const { small, consent, person, evidence } = await tellStory();
    const { digest } = await plan(small, { consent });
    const stopping = new AbortController();
    const stopped = carryOut(
      small,
      { subject: { consent }, digest },
      { signal: stopping.signal, onBegin: () => stopping.abort(new Error("stopped")) },
    );
    await expect(stopped).rejects.toThrow("stopped");
    expect(await small.workspace.view.read(person)).toBeUndefined();
    const change = { record: person, patch: { country: { set: "BE" } } };
    expect((await refusalOf(small.make("record.change", change))).code).toBe("records.not-found");
    expect((await small.vault.verify()).problems.map(({ kind }) => kind)).toContain("not-carried-out");
    await small.vault.close();
    const again = await reopenSmall(small);
    await again.workspace.catchUp();
    expect((await again.vault.verify()).problems).toEqual([]);
    expect(await again.vault.orphans([])).toEqual([]);
    for (const id of [person, evidence]) expect(await again.workspace.view.read(id)).toBeUndefined();
  });

  it("has erased nothing where that was before its first moment", async () => {
    const { small, consent, person } = await tellStory();
    const { digest } = await plan(small, { consent });
    const stopping = new AbortController();
    const stopped = carryOut(
      small,
      { subject: { consent }, digest },
      { signal: stopping.signal, onPlan: () => stopping.abort(new Error("stopped")) },
    );
    await expect(stopped).rejects.toThrow("stopped");
    expect(await small.workspace.view.read(person)).toBeDefined();
    expect(await small.workspace.view.count("erasure")).toBe(0);
  });
});

describe("a choice", () => {
  it("takes what was offered or names somebody, and leaves what a person keeps", async () => {
    const { small, consent, together, finding, alone } = await tellStory();
    const { workspace } = small;
    const task = await small.create("task", { title: "Ring Wanda again" });
    const choice = { with: [together, task], without: [finding] };
    const planned = await planErasure(workspace, { consent }, { sha256: sha256Of, ...choice });
    expect(planned.digest).not.toBe((await plan(small, { consent })).digest);
    await carryOut(small, { subject: { consent }, digest: planned.digest, ...choice });
    for (const id of [together, task, alone]) expect(await workspace.view.read(id)).toBeUndefined();
    expect(await workspace.view.read(finding)).toBeDefined();
  });

  it("cannot be exchanged behind a confirmation, nor name what the plan does not", async () => {
    const { small, consent, together, other } = await tellStory();
    const { digest } = await plan(small, { consent });
    const order = { subject: { consent }, digest };
    expect((await refusalOf(carryOut(small, { ...order, with: [together] }))).code).toBe(
      "workspace.plan-changed",
    );
    expect((await refusalOf(carryOut(small, { ...order, with: [other] }))).code).toBe("records.bad-input");
  });
});

describe("what is not over yet", () => {
  it.each(["consent", "retention"] as const)("is not erased by a %s", async (kind) => {
    const { small, person, evidence } = await tellStory();
    const subject =
      kind === "consent"
        ? { consent: await small.create("consent", { scope: "All", person, given: "2026-11-23" }) }
        : { retention: await small.create("retention", { reason: "Law", of: evidence, until: "2031" }) };
    const { digest, obstacle } = await plan(small, subject);
    expect(obstacle).toBe(kind === "consent" ? "not-withdrawn" : "not-ended");
    expect((await refusalOf(carryOut(small, { subject, digest }))).code).toBe("workspace.not-over");
    expect(await small.workspace.view.read(evidence)).toBeDefined();
  });
});

function never(): never {
  throw new Error("nothing is there");
}
