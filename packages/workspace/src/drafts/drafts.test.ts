// Drafts of a negotiated text from their bytes to the ledger; and that nothing of them leaves, whatever is released.
import { audiences } from "@tocsin/cases";
import { parseId, type RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import { planBundle } from "../bundle-plan.ts";
import { planCustody } from "../custody/publish-custody.ts";
import { exportRecords } from "../export-records.ts";
import { planLibrary } from "../library/plan-library.ts";
import type { AlignedLink, DraftAlignment } from "../queries/draft-alignment.ts";
import type { ComparedDrafts } from "../queries/draft-compare.ts";
import type { Ledger } from "../queries/negotiation-ledger.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import {
  captureDraft,
  mostDraftParagraphs,
  type CapturedDraft,
  type CaptureOptions,
} from "./capture-draft.ts";
import { draftOf } from "./draft-paragraphs.ts";

const older = `OP1 Demands that all States end the use of hushspyware against human rights defenders;

OP2 Urges States to repeal laws that criminalise association, and to refrain from reprisals against those who cooperate;

OP3 Decides to remain seized of the matter.`;
const newer = `OP1 Encourages all States, as appropriate, to end the use of hushspyware against human rights defenders;

OP2 [Urges States to repeal laws that criminalise association;]

OP2 bis Also urges States to refrain from reprisals against those who cooperate; (agreed ad ref)

OP3 Decides to remain seized of the matter.`;

const name = { text: "A. Reader", lang: "en" };
let small: SmallWorkspace;
let negotiation: RecordId;
let drafts: { readonly older: CapturedDraft; readonly newer: CapturedDraft };

function capture(text: string, more: Partial<CaptureOptions> = {}): Promise<CapturedDraft> {
  return captureDraft(small.workspace, {
    negotiation,
    bytes: new TextEncoder().encode(text),
    title: { text: "Hushdraft of the informals", lang: "en" },
    language: "en",
    stage: "informal",
    givenBy: { text: "Hushdelegate", lang: "en" },
    ...more,
  });
}

beforeEach(async () => {
  small = await createSmallWorkspace();
  negotiation = await small.create("negotiation", { title: "Hushresolution" });
  drafts = {
    older: await capture(older, { dated: "2026-02-01" }),
    newer: await capture(newer, { dated: "2026-02-10" }),
  };
});

const compare = async (): Promise<ComparedDrafts> =>
  (await small.workspace.ask("draft.compare", {
    older: drafts.older.draft,
    newer: drafts.newer.draft,
  })) as ComparedDrafts;

const align = (links?: unknown): Promise<unknown> =>
  small.workspace.run("draft.align", {
    older: drafts.older.draft,
    newer: drafts.newer.draft,
    by: name,
    ...(links === undefined ? {} : { links }),
  });

describe("a draft that is taken in", () => {
  it("keeps its bytes sealed with their hash, and each paragraph with what the room noted", async () => {
    const { evidence, sha256, draft } = drafts.newer;
    expect(sha256).toBe(sha256Of(newer));
    const kept = await small.workspace.view.read(evidence);
    expect(kept && valuesOf(kept)).toMatchObject({ sha256, staysInside: true });
    const read = await draftOf(small.workspace.view, draft);
    expect(valuesOf(read.state)).toMatchObject({ sharing: "us", form: "plain", evidence });
    const states = await small.workspace.view.readMany(read.paragraphs.map(({ record }) => record));
    expect(states.map(valuesOf)).toMatchObject([
      { label: "OP1", brackets: "none", agreed: "open" },
      { label: "OP2", brackets: "whole" },
      { label: "OP2 bis", agreed: "ad-referendum" },
      { label: "OP3" },
    ]);
  });

  it("is refused whole where it is no text, too long, or of nothing that is negotiated", async () => {
    const count = await small.workspace.view.count("evidence");
    expect(await codeOf(() => capture("%PDF-1.7"))).toBe("texts.not-read");
    expect(await codeOf(() => capture(" \n"))).toBe("texts.empty");
    const long = "Decides.\n\n".repeat(mostDraftParagraphs + 1);
    expect(await codeOf(() => capture(long))).toBe("texts.limit");
    expect(await codeOf(() => capture("x", { negotiation: drafts.newer.draft }))).toBe("records.not-found");
    expect(await small.workspace.view.count("evidence")).toBe(count);
  });
});

describe("two drafts", () => {
  it("are compared by a proposal, with hints, until a person has confirmed what belongs together", async () => {
    const { confirmed, rows, counts } = await compare();
    expect(confirmed).toBeNull();
    expect(counts).toMatchObject({ changed: 1, split: 1, same: 1 });
    expect(rows[0]?.hints).toEqual([
      { kind: "weaker-verb", words: "encourages", before: "demands" },
      { kind: "qualifier-added", words: "as appropriate", before: null },
    ]);
  });

  it("keep what was proposed and what was confirmed, and each paragraph follows its own", async () => {
    await align([
      { before: [0], after: [0] },
      { before: [1], after: [2] },
      { before: [2], after: [3] },
    ]);
    const { confirmed, counts } = await compare();
    expect(counts).toMatchObject({ changed: 2, added: 1, same: 1, split: 0 });
    const state = await small.workspace.view.read(parseId(confirmed));
    const values = state === undefined ? {} : valuesOf(state);
    expect(values).toMatchObject({ differing: 1, confirmedBy: name });
    expect(JSON.stringify(values["proposed"])).toContain('"after":[1,2]');
    const [before, after] = [
      await draftOf(small.workspace.view, drafts.older.draft),
      await draftOf(small.workspace.view, drafts.newer.draft),
    ];
    expect(after.paragraphs.map(({ follows }) => follows)).toEqual([
      [before.paragraphs[0]?.record],
      [],
      [before.paragraphs[1]?.record],
      [before.paragraphs[2]?.record],
    ]);
    // Somebody looks again: what the paragraphs followed gives way.
    await align();
    const again = await draftOf(small.workspace.view, drafts.newer.draft);
    expect(again.paragraphs[1]?.follows).toEqual([before.paragraphs[1]?.record]);
    expect((await compare()).counts.split).toBe(1);
  });

  it("keep what is left open as unsure as it was proposed, and go on in the same record", async () => {
    const { older, newer } = drafts;
    const pair = { older: older.draft, newer: newer.draft };
    const asked = async () => (await small.workspace.ask("draft.alignment", pair)) as DraftAlignment;
    const [first, ...rest] = (await asked()).links;
    const plain = ({ before, after }: AlignedLink) => ({ before, after });
    const confirm = (links: readonly AlignedLink[], open: readonly AlignedLink[], more: object = {}) =>
      small.workspace.run("draft.align", {
        ...pair,
        links: links.map(plain),
        open: open.map(plain),
        by: name,
        ...more,
      });
    if (first === undefined) throw new Error("There is a first pair");
    await confirm([first], rest);
    const half = await asked();
    expect(half.links.map(({ byPerson }) => byPerson)).toEqual([true, ...rest.map(() => false)]);
    for (const [at, { score }] of rest.entries()) expect(half.links[at + 1]?.score).toBeCloseTo(score, 2);
    expect(rest.some(({ score }) => score < 0.9)).toBe(true);
    expect((await compare()).rows.filter(({ byPerson }) => byPerson)).toHaveLength(1);
    await confirm([first, ...rest], [], { alignment: half.confirmed });
    const whole = await asked();
    expect(whole.confirmed).toBe(half.confirmed);
    expect(whole.links.every(({ byPerson }) => byPerson)).toBe(true);
    expect(await codeOf(() => confirm([first], rest, { alignment: older.draft }))).toBe("records.not-found");
  });

  it("refuse links that fit neither", async () => {
    for (const links of [
      [{ before: [9], after: [0] }],
      [{ before: [], after: [0] }],
      [
        { before: [0], after: [0] },
        { before: [0], after: [1] },
      ],
    ])
      expect(await codeOf(() => align(links))).toBe("texts.bad-alignment");
  });
});

describe("the ledger of language", () => {
  it("shows every ask by every draft: what a person read, and what the words are like", async () => {
    const ask = await small.create("ask", {
      title: "An end to spyware",
      negotiation,
      words: "Demands that all States end the use of hushspyware against human rights defenders;",
    });
    await small.create("ledgerEntry", {
      ask,
      draft: drafts.newer.draft,
      standing: "weaker",
      likelyBy: "Hushdelegate",
    });
    const ledger = (await small.workspace.ask("negotiation.ledger", { negotiation })) as Ledger;
    expect(ledger.drafts.map(({ dated }) => dated)).toEqual(["2026-02-01", "2026-02-10"]);
    const [cells] = ledger.asks.map((each) => each.cells);
    expect(cells?.[0]).toMatchObject({ entry: null, alike: { label: "OP1", score: 1, hints: [] } });
    expect(cells?.[1]).toMatchObject({
      entry: { standing: "weaker" },
      alike: { label: "OP1", hints: [{ kind: "weaker-verb" }, { kind: "qualifier-added" }] },
    });
  });
});

describe("nothing of a draft leaves", () => {
  const kinds = ["negotiation", "draft", "draftParagraph", "alignment", "ask", "ledgerEntry", "evidence"];
  const secrets = ["Hush", "hushspyware", "A. Reader"];

  beforeEach(async () => {
    await align();
    const ask = await small.create("ask", { title: "Hushask", negotiation, words: "Hushwords" });
    const { draft } = drafts.newer;
    await small.create("ledgerEntry", {
      ask,
      draft,
      standing: "lost",
      likelyBy: "Hushdelegate",
      source: "Hush",
    });
  });

  it.each(audiences.terms.map(({ code }) => code))("as a table for %s", async (audience) => {
    const kept: number[] = [];
    for (const kind of kinds)
      for (const isWhole of [false, true]) {
        const { bytes, rows } = await exportRecords(small.workspace, {
          kind,
          audience: audience as "public",
          format: "json",
          isWhole,
          approvedBy: { text: "B. Approver", lang: "en" },
          sha256: sha256Of,
          acceptDifferences: true,
        });
        const text = new TextDecoder().decode(bytes);
        for (const secret of [...secrets, drafts.older.sha256, drafts.newer.sha256])
          expect(`${kind}: ${text}`).not.toContain(secret);
        kept.push(rows);
      }
    // Both pieces of evidence are left out; of the other kinds identifiers alone leave.
    expect(kept.slice(-2)).toEqual([0, 0]);
  });

  it("in a bundle, in a sheet of custody, or in the library", async () => {
    const { evidence } = drafts.newer;
    const caseId = await small.create("case", { title: "A case" });
    await small.workspace.run("record.change", { record: evidence, patch: { case: { set: caseId } } });
    const bundle = await planBundle(small.workspace, { audience: "court", case: caseId });
    expect(bundle.records.map(({ id }) => id)).toEqual([caseId]);
    expect(bundle.exhibits).toEqual([]);
    expect(await codeOf(() => planBundle(small.workspace, { audience: "court", evidence: [evidence] }))).toBe(
      "workspace.stays-inside",
    );
    expect(await codeOf(() => planCustody(small.workspace, { evidence, audience: "court" }))).toBe(
      "workspace.stays-inside",
    );
    const locale = createTranslator("en", await loadCatalogues("en"));
    const library = await planLibrary(small.workspace, {
      about: {
        title: [],
        about: [],
        publisher: "Us",
        locales: ["en"],
        address: null,
        onion: null,
        mirrors: [],
      },
      translators: new Map([["en", locale]]),
      sha256: sha256Of,
    });
    for (const secret of secrets) expect(JSON.stringify(library.items)).not.toContain(secret);
  });
});
