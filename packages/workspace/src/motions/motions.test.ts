// What happens to a text in the room: votes that add up, sponsors by date, positions that stay inside, and the hand-over.
import { audiences } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { captureDraft } from "../drafts/capture-draft.ts";
import { draftOf } from "../drafts/draft-paragraphs.ts";
import { exportRecords } from "../export-records.ts";
import type { EarlierLanguage } from "../queries/earlier-language.ts";
import type { Motions } from "../queries/negotiation-motions.ts";
import type { Positions } from "../queries/negotiation-positions.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";

const name = { text: "A. Reader", lang: "en" };
const en = (text: string) => ({ text, lang: "en" });
let small: SmallWorkspace;
let negotiation: RecordId;

beforeEach(async () => {
  small = await createSmallWorkspace();
  negotiation = await small.create("negotiation", { title: "Example resolution", body: "Example Council" });
});

const capture = async (text: string, stage: string, dated: string) =>
  (
    await captureDraft(small.workspace, {
      negotiation,
      bytes: new TextEncoder().encode(text),
      title: en("Example draft"),
      language: "en",
      stage,
      dated,
    })
  ).draft;
const motions = async () => (await small.workspace.ask("negotiation.motions", { negotiation })) as Motions;

describe("the vote on an amendment", () => {
  const vote = async (input: object) => {
    const amendment = await small.create("amendment", { title: "Example amendment", negotiation });
    await small.workspace.run("amendment.vote", { amendment, ...input });
    return (await motions()).amendments.at(-1)?.vote;
  };

  // Amendments to A/HRC/34/L.5, as reported on 24 March 2017.
  it.each([
    ["15-28-4", 47, 0],
    ["12-29-6", 47, 0],
    ["11-29-6", 46, 1],
    ["16-27-4", 47, 0],
  ])("adds up %s", async (written, voted, didNotVote) => {
    expect(await vote({ written: en(written) })).toMatchObject({ voted, didNotVote, isAdopted: false });
  });

  it("keeps unknown what nobody says, and refuses more than there are members, whichever way", async () => {
    expect(await vote({ inFavour: 15 })).toMatchObject({ inFavour: 15, against: null, voted: null });
    expect(await vote({ inFavour: 117, against: 14, abstaining: 40, members: 193 })).toMatchObject({
      voted: 171,
    });
    expect(await codeOf(() => vote({ written: en("15-28-5") }))).toBe("texts.bad-vote");
    expect(await codeOf(() => vote({ written: en("without a vote") }))).toBe("texts.bad-vote");
    expect(await codeOf(() => vote({ written: en("15-28-4"), absent: 1 }))).toBe("texts.bad-vote");
    const values = { title: "X", negotiation, inFavour: 40, against: 8 };
    expect(await codeOf(() => small.create("amendment", values))).toBe("texts.bad-vote");
  });
});

describe("sponsors", () => {
  it("are taken in by their line and compared by day", async () => {
    const take = (dated: string, line: string) =>
      small.workspace.run("sponsors.take", { negotiation, dated, line: en(line) });
    await take("2026-03-20", "Chile, Fiji, Norway*: draft resolution");
    await take("2026-03-01", "Chile, Norway,* Uruguay");
    const { sponsors } = await motions();
    expect(sponsors.map(({ dated }) => dated)).toEqual(["2026-03-01", "2026-03-20"]);
    expect(sponsors[1]).toMatchObject({ members: ["Chile", "Fiji"], observers: ["Norway"] });
    expect(sponsors[1]?.change).toEqual({
      joined: [{ name: "Fiji", isMember: true }],
      left: [{ name: "Uruguay", isMember: true }],
      otherwise: [],
    });
    expect(await codeOf(() => take("2026-03-02", " : draft resolution"))).toBe("texts.no-sponsors");
  });
});

describe("positions of delegations", () => {
  let position: RecordId;
  const exported = async (audience: string, isWhole = false) => {
    const { bytes, rows } = await exportRecords(small.workspace, {
      kind: "position",
      audience: audience as "public",
      format: "json",
      isWhole,
      approvedBy: en("B. Approver"),
      sha256: sha256Of,
      acceptDifferences: true,
    });
    return { text: new TextDecoder().decode(bytes), rows };
  };

  beforeEach(async () => {
    position = await small.create("position", {
      negotiation,
      delegation: "Hushdelegation",
      stance: "oppose",
      source: "Hushsource",
      confidence: "doubted",
    });
  });

  it.each(audiences.terms.map(({ code }) => code))("leave for %s in nothing", async (audience) => {
    for (const isWhole of [false, true]) {
      const { text, rows } = await exported(audience, isWhole);
      expect(rows).toBe(0);
      for (const secret of ["Hush", "oppose", position]) expect(text).not.toContain(secret);
    }
  });

  it("are in no index, and known by no delegation in lists", async () => {
    expect((await small.workspace.view.search("Hushdelegation")).length).toBe(0);
    const { rows } = await small.workspace.view.list({ kind: "position" });
    expect(JSON.stringify(rows)).not.toContain("Hush");
  });

  it("are let out one by one, by an act of its own, without how they are known", async () => {
    const other = await small.create("position", {
      negotiation,
      delegation: "Hushother",
      stance: "support",
      source: "Hushsource",
      confidence: "doubted",
    });
    for (const patch of [{ mayLeave: { set: true } }]) {
      expect(await codeOf(() => small.workspace.run("record.change", { record: position, patch }))).toBe(
        "records.bad-value",
      );
      const records = [position, other];
      expect(await codeOf(() => small.workspace.run("records.change", { records, patch }))).toBe(
        "records.bad-value",
      );
    }
    const values = { negotiation, delegation: "X", stance: "oppose", source: "X", confidence: "doubted" };
    expect(await codeOf(() => small.create("position", { ...values, mayLeave: true }))).toBe(
      "workspace.stays-inside",
    );
    await small.workspace.run("position.let-out", { position, by: name, why: en("It said so in public") });
    const { text, rows } = await exported("partner");
    expect(rows).toBe(1);
    expect(text).toContain("Hushdelegation");
    for (const secret of ["Hushsource", "Hushother", "A. Reader"]) expect(text).not.toContain(secret);
    expect((await exported("public")).text).not.toContain("Hush");
    await small.workspace.run("position.keep-in", { position });
    expect((await exported("partner")).rows).toBe(0);
  });

  it("stand in one table, by delegation and paragraph", async () => {
    const table = (await small.workspace.ask("negotiation.positions", { negotiation })) as Positions;
    expect(table.delegations).toEqual(["Hushdelegation"]);
    expect(table.rows).toMatchObject([{ paragraph: null, cells: [[{ stance: "oppose", mayLeave: false }]] }]);
  });
});

describe("an adopted text", () => {
  const words =
    "OP1 Calls upon all States to refrain from internet shutdowns;\n\nOP2 Decides to remain seized.";

  it("goes over to the commitments with what led to each, once", async () => {
    const older = await capture(words, "tabled", "2026-03-01");
    const draft = await capture(words, "adopted", "2026-04-01");
    await small.workspace.run("draft.align", { older, newer: draft, by: name });
    const [first] = (await draftOf(small.workspace.view, older)).paragraphs;
    const paragraphs = (await draftOf(small.workspace.view, draft)).paragraphs.map(({ record }) => record);
    const ask = await small.create("ask", { title: "No shutdowns", negotiation });
    const entry = await small.create("ledgerEntry", {
      ask,
      draft: older,
      standing: "in",
      paragraphs: [first?.record],
    });
    const hand = (more: object = {}) =>
      small.workspace.run("negotiation.hand-over", { draft, paragraphs, by: name, ...more });
    expect(await codeOf(() => hand({ draft: older }))).toBe("texts.not-adopted");
    await hand({ paragraphs: paragraphs.slice(0, 1) });
    await hand();
    expect((await hand()).operations).toBe(0);
    const { view } = small.workspace;
    const [count, texts] = [await view.count("commitment"), await view.count("provision")];
    expect([count, texts]).toEqual([2, 1]);
    const [handed] = await view.linked(paragraphs[0] ?? draft, { kind: "handOver", field: "paragraph" });
    const values = handed === undefined ? {} : valuesOf(handed);
    expect(values).toMatchObject({ asks: [ask], entries: [entry], earlier: [first?.record] });
    const [commitment] = await view.readMany([values["commitment"] as RecordId]);
    expect(commitment && valuesOf(commitment)).toMatchObject({ paragraph: "OP1", checked: false });
  });

  it("is found again by the words that another draft shares with it", async () => {
    await capture(words, "informal", "2026-02-01");
    await capture(words, "adopted", "2026-04-01");
    const search = (await small.workspace.ask("language.earlier", {
      words: en("Urges all States to refrain from Internet shutdowns and from throttling"),
    })) as EarlierLanguage;
    expect(search.found).toHaveLength(1);
    expect(search.found[0]).toMatchObject({ label: "OP1", words: 7, title: "Example draft" });
  });
});
