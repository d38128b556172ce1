import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import type { Custody } from "@tocsin/publish";
import { beforeEach, describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { addEvidence, verifyEvidence } from "../evidence.ts";
import { carryOutErasure } from "../erasure/carry-out.ts";
import { planErasure } from "../erasure/plan.ts";
import {
  codeOf,
  createSmallWorkspace,
  piecesOf,
  sha256Of,
  type SmallWorkspace,
} from "../small-workspace.fake.ts";
import { planCustody, publishCustody, type ReleasedCustody } from "./publish-custody.ts";
import { takeOutEvidence } from "./take-out.ts";

interface Story {
  readonly small: SmallWorkspace;
  readonly evidence: RecordId;
  readonly case: RecordId;
}

async function take(
  { workspace }: SmallWorkspace,
  text: string,
  about: Readonly<Record<string, unknown>> = {},
): Promise<RecordId> {
  const source = {
    mediaType: "text/plain",
    original: "/home/wanda/message.txt",
    stream: () => piecesOf(text),
    listing: () => null,
  };
  const title = { text: "Message to Wanda Example", lang: "en" };
  return (await addEvidence(workspace, source, { about: { title, ...about } })).record;
}

async function tellStory(): Promise<Story> {
  const small = await createSmallWorkspace();
  const { workspace } = small;
  await small.create("person", { name: "Wanda Example" });
  const caseId = await small.create("case", { title: "The message" });
  const evidence = await take(small, "the message", {
    obtainedHow: { text: "Wanda Example sent it by post", lang: "en" },
    obtainedBy: { text: "Robin Other", lang: "en" },
    obtainedWhen: "2026-11",
  });
  await verifyEvidence(workspace, evidence, {
    createDigest: () => createHash("sha256"),
    pause: () => Promise.resolve(),
  });
  const coverage = ["read", "missing"].map((status) => ({
    acquisition: "message.txt",
    artifact: "text",
    status,
    rows: 1,
  }));
  const finding = {
    type: "link",
    meaning: "link.received",
    level: "high",
    artifact: "text",
    place: { file: "message.txt", line: 1 },
    value: "x",
    indicators: [],
    examiner: { name: "text", version: "3" },
  };
  await small.make("examination.keep", { evidence, findings: [finding, finding], coverage });
  await take(small, "what was found", { parent: evidence });
  await small.make("record.change", { record: evidence, patch: { case: { set: caseId } } });
  (
    await takeOutEvidence(workspace, evidence, {
      how: "extracted",
      purpose: { text: "For the court", lang: "en" },
    })
  ).close();
  await small.create("custody", {
    event: "handed-over",
    evidence,
    to: "Clerk Otherwise",
    when: "2026-11-22",
  });
  await small.create("release", { title: "Out", format: "bundle", audience: "court", records: [evidence] });
  return { small, evidence, case: caseId };
}

const ask = async ({ small, evidence }: Story): Promise<Custody> =>
  (await small.workspace.ask("custody.sheet", { evidence })) as Custody;
const translatorOf = async (locale: string): Promise<Translator> =>
  createTranslator(locale, await loadCatalogues(locale));

async function publish(
  { small, evidence }: Story,
  audience: "court" | "internal",
  approvedBy = "A. Lead",
): Promise<ReleasedCustody> {
  return publishCustody(small.workspace, {
    evidence,
    audience,
    approvedBy,
    lang: "en",
    formats: ["html", "json"],
    tool: { name: "tocsin", version: "0" },
    translator: await translatorOf("en"),
    sha256: sha256Of,
  });
}

describe("the custody of a piece of evidence", () => {
  let story: Story;
  beforeEach(async () => {
    story = await tellStory();
  });

  it("tells everything that happened to it, in the order of the log, with where that is written", async () => {
    const { lines, gaps } = await ask(story);
    expect(lines.map(({ event }) => event)).toEqual([
      "taken-in",
      "verified",
      "examined",
      "derived",
      "into-case",
      "taken-out",
      "entry",
      "bundled",
    ]);
    const { device } = story.small.vault;
    for (const { written } of lines)
      expect(written).toMatchObject({ device: device.id, chain: device.chain });
    const sequences = lines.map(({ written }) => written.sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(gaps.map(({ name }) => name)).toEqual(["before", "inside", "clock", "people", "copies"]);
  });

  it("says with what and how much of it was examined, what came of hashing, and what it was taken out for", async () => {
    const { lines } = await ask(story);
    const valueOf = (event: string, name: string): unknown =>
      lines.find((line) => line.event === event)?.facts.find((fact) => fact.name === name)?.value;
    expect(valueOf("taken-in", "sha256")).toEqual({ kind: "verbatim", text: sha256Of("the message") });
    expect(valueOf("verified", "result")).toMatchObject({ code: "intact" });
    expect(valueOf("examined", "examiner")).toMatchObject({ text: "text 3" });
    expect(valueOf("examined", "findings")).toMatchObject({ count: 2 });
    expect(valueOf("examined", "not-read")).toMatchObject({ count: 1 });
    expect(valueOf("taken-out", "purpose")).toMatchObject({ text: "For the court" });
  });

  it("is refused for what is no evidence", async () => {
    expect(await codeOf(() => ask({ ...story, evidence: story.case }))).toBe("records.not-found");
  });

  it("tells of erased evidence what the erasure kept, and nothing else", async () => {
    const { small, evidence } = story;
    const subject = { records: [evidence], ground: "mistake" } as const;
    const plan = await planErasure(small.workspace, subject, { sha256: sha256Of });
    expect(plan.outOfReach).toContainEqual(expect.objectContaining({ kind: "taken-out", how: "extracted" }));
    const chosen = new Set(plan.records.map(({ id }) => id));
    const order = { subject, digest: plan.digest, chosen };
    await carryOutErasure(small.workspace, order, { sha256: sha256Of });
    const { facts, lines, gaps } = await ask(story);
    expect(facts.find(({ name }) => name === "sha256")?.value).toMatchObject({
      text: sha256Of("the message"),
    });
    expect(lines.map(({ event }) => event)).toEqual(["erased"]);
    expect(gaps[0]?.name).toBe("erased");
    expect(JSON.stringify({ facts, lines })).not.toContain("Wanda");
  });
});

describe("a custody sheet that leaves", () => {
  it("names nobody without a consent, and says what it withholds", async () => {
    const story = await tellStory();
    const { json, html, withheld, struck } = await publish(story, "court");
    const text = new TextDecoder().decode(json) + new TextDecoder().decode(html);
    for (const name of ["Wanda", "wanda", "Robin", "Otherwise"]) expect(text).not.toContain(name);
    expect(text).toContain(sha256Of("the message"));
    expect(withheld).toBeGreaterThan(2);
    expect(struck).toBeGreaterThan(0);
  });

  it("is planned first: what would leave is shown as it would leave, and nothing is written", async () => {
    const story = await tellStory();
    const { workspace } = story.small;
    const before = workspace.vault.counts();
    const plan = await planCustody(workspace, { evidence: story.evidence, audience: "court" });
    expect(JSON.stringify(plan)).not.toMatch(/Wanda|wanda|Robin|Otherwise/);
    expect(workspace.vault.counts()).toEqual(before);
    const { sheet, withheld, struck } = await publish(story, "court");
    expect(plan).toMatchObject({ withheld, struck });
    expect(sheet).toMatchObject(plan.custody);
  });

  it("leaves with a release that names who approved it, and stands in the next sheet itself", async () => {
    const story = await tellStory();
    expect(await codeOf(() => publish(story, "court", " "))).toBe("workspace.not-approved");
    const { release, jsonSha256, json } = await publish(story, "internal");
    expect(jsonSha256).toBe(sha256Of(json));
    expect(new TextDecoder().decode(json)).toContain("Robin Other");
    const last = (await ask(story)).lines.at(-1);
    expect(last?.event).toBe("released");
    expect(last?.facts).toContainEqual(
      expect.objectContaining({ value: { kind: "verbatim", text: release } }),
    );
  });
});
