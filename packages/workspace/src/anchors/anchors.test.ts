import { encodeUtf8, encodeHex } from "@tocsin/core";
import { anchorKind, released, valuesOf } from "@tocsin/records";
import { releaseFields } from "@tocsin/cases";
import type { ChainId } from "@tocsin/vault";
import { beforeEach, describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, type SmallWorkspace, start } from "../small-workspace.fake.ts";
import { stateOf } from "../state-of.ts";
import { attachAnswer, listAnchors, makeAnchor, readAnchor } from "./anchors.ts";
import { createFakeTimestamps, fakeTime, type FakeTimestamps } from "./timestamps.fake.ts";

let small: SmallWorkspace;
let timestamps: FakeTimestamps;
const trusted = [encodeUtf8("authority")];

beforeEach(async () => {
  let now = start;
  small = await createSmallWorkspace({ clock: () => (now += 1_000) });
  timestamps = createFakeTimestamps();
  await small.create("case", { title: "A case" });
});

describe("an anchor", () => {
  it("is a checkpoint of everything before it, recorded with a request for a timestamp", async () => {
    const { workspace, vault } = small;
    const before = vault.heads().get(vault.device.chain);
    const made = await makeAnchor(workspace, timestamps);
    expect(made.size).toBe(before?.sequence);
    const state = await stateOf(workspace.view, made.record, "anchor");
    expect(valuesOf(state)).toMatchObject({
      name: `${made.chain.slice(0, 8)} ${made.size}`,
      state: "unanchored",
      chain: vault.device.chain,
      root: made.root,
      note: made.note,
      made: expect.stringMatching(/^2026-11-23T12:00:/),
    });
    const anchor = await readAnchor(workspace, timestamps, made.record);
    expect(anchor).toMatchObject({ timestamp: null, request: made.request, answer: null });
    expect(anchor.checkpoint).toMatchObject({ state: "confirmed", checkpoint: { size: made.size } });
    expect(encodeHex(anchor.checkpoint.checkpoint?.root ?? new Uint8Array(0))).toBe(made.root);
  });

  it("takes the answer to its own request, and says whether anybody vouches for it", async () => {
    const { workspace } = small;
    const first = await makeAnchor(workspace, timestamps, { requested: true });
    const second = await makeAnchor(workspace, timestamps);
    const answer = timestamps.answer(first.request);
    const attached = await attachAnswer(workspace, timestamps, { answer, address: "https://a.example/" });
    expect(attached).toMatchObject({ record: first.record, verdict: { state: "unvouched" } });
    const again = await attachAnswer(workspace, timestamps, { answer, trusted });
    expect(again).toMatchObject({ record: first.record, verdict: { state: "vouched" } });
    const [newest, older] = await listAnchors(workspace, timestamps);
    expect(newest).toMatchObject({ record: second.record, state: "unanchored", timestamp: null });
    expect(older).toMatchObject({
      record: first.record,
      state: "anchored",
      address: "https://a.example/",
      trusted,
      timestamp: { state: "vouched", facts: { time: fakeTime, authority: "authority" } },
      checkpoint: { state: "confirmed" },
    });
    const [, mine] = await listAnchors(workspace, timestamps, { trusted: [encodeUtf8("mine alone")] });
    expect(mine?.timestamp).toMatchObject({ state: "refused", problem: "untrusted" });
    expect(await listAnchors(workspace, timestamps, { limit: 1 })).toHaveLength(1);
  });

  it("writes nothing for an answer that is refused, and says why", async () => {
    const { workspace, vault } = small;
    const { request } = await makeAnchor(workspace, timestamps);
    const before = vault.counts();
    const other = await timestamps.createRequest(encodeUtf8("something else"));
    const answers = {
      "other-imprint": timestamps.answer(other),
      "not-an-answer": encodeUtf8("no"),
      untrusted: timestamps.answer(request, "a stranger"),
    };
    for (const [problem, answer] of Object.entries(answers))
      expect(await attachAnswer(workspace, timestamps, { answer, trusted })).toMatchObject({
        record: null,
        verdict: { state: "refused", problem },
      });
    expect(vault.counts()).toEqual(before);
  });

  it("is not there to answer: nothing was made, or all are anchored", async () => {
    const { workspace } = small;
    const code = (): Promise<unknown> =>
      codeOf(() => attachAnswer(workspace, timestamps, { answer: encodeUtf8("{}") }));
    expect(await code()).toBe("workspace.no-request");
    const { request } = await makeAnchor(workspace, timestamps);
    await attachAnswer(workspace, timestamps, { answer: timestamps.answer(request), trusted });
    expect(await code()).toBe("workspace.no-request");
    expect(await codeOf(() => makeAnchor(workspace, timestamps, { chain: "00".repeat(16) as ChainId }))).toBe(
      "vault.not-found",
    );
  });

  it("leaves in no release", async () => {
    const { workspace } = small;
    const { record } = await makeAnchor(workspace, timestamps);
    const state = await stateOf(workspace.view, record, "anchor");
    for (const audience of ["internal", "court", "public"] as const) {
      const rules = { fields: releaseFields[audience], named: new Set<never>() };
      expect(released(anchorKind, state, rules).values).toEqual({});
    }
  });
});
