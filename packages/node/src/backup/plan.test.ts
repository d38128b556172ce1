import { describe, expect, it } from "vitest";
import type { ListedFile } from "./list.ts";
import { type BackupPlan, type FileFacts, planBackup, type SourceFile } from "./plan.ts";

const chain = "0a".repeat(16);
const segment = `chains/${chain}/000001.seg`;
const evidence = `evidence/${"0b".repeat(16)}.age`;
const aside = `aside/${chain}-1-900`;
const sha = (letter: string): string => letter.repeat(64);

const intact: FileFacts = { start: sha("a"), isReadable: true, copy: "intact", leftover: null };

interface Case {
  readonly source?: Partial<SourceFile> | null;
  readonly listed?: Partial<ListedFile> | null;
  readonly facts?: Partial<FileFacts>;
  readonly mayGo?: boolean;
}

function planOf(path: string, { source = {}, listed = {}, facts = {}, mayGo = false }: Case): BackupPlan {
  const file: ListedFile = { path, size: 100, sha256: sha("a"), ...listed };
  return planBackup({
    source: source === null ? [] : [{ path, size: 100, isSound: true, ...source }],
    listed: new Map(listed === null ? [] : [[path, file]]),
    facts: new Map([[path, { ...intact, ...facts }]]),
    mayGo: () => mayGo,
  });
}

describe("planning a backup", () => {
  it("copies what the list does not name, and keeps what is the same here and there", () => {
    const fresh = planOf(evidence, { listed: null, facts: { copy: "missing", start: null } });
    expect(fresh.steps).toEqual([{ do: "copy", path: evidence, size: 100, isWaiting: false }]);
    expect(fresh.bytes).toBe(100);
    for (const path of ["device.json", segment, evidence, aside]) {
      const { steps, bytes, problems, removals } = planOf(path, {});
      expect(steps).toEqual([{ do: "keep", file: { path, size: 100, sha256: sha("a") } }]);
      expect({ bytes, problems, removals }).toEqual({ bytes: 0, problems: [], removals: [] });
    }
  });

  it("continues a segment that grew only when both beginnings are what the list says", () => {
    const grown = { source: { size: 160 } };
    const continued = planOf(segment, grown);
    expect(continued.steps).toEqual([{ do: "continue", path: segment, size: 160, from: 100 }]);
    expect(continued.bytes).toBe(60);
    const anew = [{ do: "copy", path: segment, size: 160, isWaiting: true }];
    expect(planOf(segment, { ...grown, facts: { copy: "damaged" } }).steps).toEqual(anew);
    expect(planOf(segment, { ...grown, facts: { start: sha("b") } }).steps).toEqual(anew);
  });

  it("replaces a segment that an erasure rewrote, beside the bytes that the list still names", () => {
    for (const size of [60, 100]) {
      const facts = { start: size < 100 ? null : sha("b") };
      const { steps, problems } = planOf(segment, { source: { size }, facts });
      expect(steps).toEqual([{ do: "copy", path: segment, size, isWaiting: true }]);
      expect(problems).toEqual([]);
    }
  });

  it("keeps the copy's bytes of a damaged segment and of altered evidence, and says so", () => {
    const damaged = planOf(segment, { source: { isSound: false }, facts: { start: sha("b") } });
    expect(damaged.steps).toEqual([{ do: "keep", file: { path: segment, size: 100, sha256: sha("a") } }]);
    expect(damaged.problems).toEqual([{ path: segment, what: "damaged" }]);
    for (const source of [{}, { size: 90 }, { size: 110 }]) {
      const facts = source.size === 110 ? {} : { start: source.size === 90 ? null : sha("b") };
      const altered = planOf(evidence, { source, facts });
      expect(altered.steps).toEqual([{ do: "keep", file: { path: evidence, size: 100, sha256: sha("a") } }]);
      expect(altered.problems).toEqual([{ path: evidence, what: "altered" }]);
    }
  });

  it("takes what the vault has, and says so, where the copy has nothing better", () => {
    const { steps, problems } = planOf(evidence, { facts: { start: sha("b"), copy: "damaged" } });
    expect(steps).toEqual([{ do: "copy", path: evidence, size: 100, isWaiting: true }]);
    expect(problems).toEqual([{ path: evidence, what: "altered" }]);
    const first = planOf(segment, { source: { isSound: false }, listed: null, facts: { copy: "missing" } });
    expect(first.steps).toHaveLength(1);
    expect(first.problems).toEqual([{ path: segment, what: "damaged" }]);
  });

  it("mends what the copy lost", () => {
    for (const copy of ["damaged", "missing"] as const) {
      const { steps, problems } = planOf(evidence, { facts: { copy } });
      expect(steps).toEqual([{ do: "copy", path: evidence, size: 100, isWaiting: true }]);
      expect(problems).toEqual([]);
    }
  });

  it("removes what was erased, and keeps what is gone for no known reason", () => {
    const gone = { source: null, facts: { start: null } };
    expect(planOf(evidence, { ...gone, mayGo: true })).toMatchObject({ steps: [], removals: [evidence] });
    expect(planOf(aside, gone)).toMatchObject({ steps: [], removals: [aside], problems: [] });
    for (const path of [evidence, segment]) {
      const kept = planOf(path, gone);
      expect(kept.steps).toHaveLength(1);
      expect(kept).toMatchObject({ removals: [], problems: [{ path, what: "gone" }] });
    }
    const lost = planOf(evidence, { ...gone, facts: { start: null, copy: "damaged" } });
    expect(lost).toMatchObject({ steps: [], removals: [], problems: [{ path: evidence, what: "lost" }] });
  });

  it("keeps the copy of what cannot be read, and lists nothing where there is none", () => {
    const unreadable = { start: null, isReadable: false } as const;
    expect(planOf(evidence, { facts: unreadable })).toMatchObject({
      steps: [{ do: "keep" }],
      problems: [{ path: evidence, what: "unreadable" }],
    });
    const none = planOf(evidence, { listed: null, facts: { ...unreadable, copy: "missing" } });
    expect(none).toMatchObject({ steps: [], problems: [{ path: evidence, what: "unreadable" }] });
  });

  it("goes on with what an interrupted run left whole", () => {
    const leftover = { sha256: sha("c"), isWaiting: false };
    const first = planOf(evidence, { listed: null, facts: { copy: "missing", leftover } });
    expect(first.steps).toEqual([{ do: "adopt", file: { path: evidence, size: 100, sha256: sha("c") } }]);
    const rewritten = { start: sha("b"), leftover: { sha256: sha("c"), isWaiting: true } };
    expect(planOf(segment, { facts: rewritten }).steps).toEqual([
      { do: "adopt", file: { path: segment, size: 100, sha256: sha("c") } },
    ]);
  });

  it("trusts sizes alone only of sealed files that nobody hashed", () => {
    const { steps, problems } = planOf(evidence, { facts: { start: null, copy: "trusted" } });
    expect(steps).toMatchObject([{ do: "keep" }]);
    expect(problems).toEqual([]);
  });

  it("puts the device file and the log before the evidence", () => {
    const paths = [evidence, aside, segment, "device.json"];
    const { steps } = planBackup({
      source: paths.map((path) => ({ path, size: 1, isSound: true })),
      listed: new Map(),
      facts: new Map(),
      mayGo: () => false,
    });
    expect(steps.map((step) => (step.do === "copy" ? step.path : ""))).toEqual([
      "device.json",
      segment,
      evidence,
      aside,
    ]);
  });
});
