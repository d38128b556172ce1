// A report on a consultation as the files that leave: every byte of them, opened where it is packed, holds nothing of a contribution
// but what its consent lets out, and no identifier of one.
import { openArchive } from "@tocsin/formats";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createNodePrimitives, createTypesetter, createWordWriter } from "@tocsin/node";
import { valuesOf } from "@tocsin/records";
import { publishCodes, publishDraft, type PublishedDraft, type PublishedCodes } from "@tocsin/workspace";
import { beforeAll, describe, expect, it } from "vitest";
import { smallQuestionnaire } from "../packages/voices/src/small.fake.ts";
import {
  createSmallWorkspace,
  sha256Of,
  type SmallWorkspace,
} from "../packages/workspace/src/small-workspace.fake.ts";
import { makeQuestionnaire } from "../packages/workspace/src/index.ts";
import { inflated } from "./pdf.fake.ts";

const unpacking = { part: 16 * 1024 * 1024, packedFrom: 1024 * 1024, packedRatio: 200 };
const lang = "en";
const en = (text: string) => ({ text, lang });
const open = { attribution: "role-region", quote: true, reuse: "here" };
const closed = { attribution: "none", quote: false, reuse: "here" };

interface Voice {
  readonly name: string;
  readonly region: string;
  readonly words: string;
  readonly consent: object;
}

/** Eight in one region and three in another; the words of every second one are closed. */
const voices: readonly Voice[] = Array.from({ length: 11 }, (_, at) => ({
  name: `Xantippe Quillfeather${"abcdefghijk"[at] ?? ""}`,
  region: at < 8 ? "Example Coast" : "Zembla Hollow",
  words: `Somebody wrote to me ${at % 2 === 0 ? "in daylight" : "verysecretly"} marker${"abcdefghijk"[at] ?? ""}.`,
  consent: at % 2 === 0 ? open : closed,
}));

let small: SmallWorkspace;
let published: PublishedDraft;
let texts: readonly string[];
let inner: readonly string[];
let qde: string;
let left: Readonly<Record<"csv" | "json" | "qdpx", PublishedCodes>>;

async function tell(questionnaire: string, { name, region, words, consent }: Voice): Promise<void> {
  await small.make("contribution.write", {
    questionnaire,
    carrier: "paper",
    answered: "2026-11-20",
    writtenIn: lang,
    contributor: { name, region, role: "Zookeeper", contact: `${name.split(" ")[1] ?? ""}@example.org` },
    answers: [{ question: "what", item: 0, value: words, consent }],
  });
}

beforeAll(async () => {
  small = await createSmallWorkspace();
  const { record: questionnaire } = await makeQuestionnaire(small.workspace, {
    content: smallQuestionnaire(),
    from: "Example Organisation",
    recipients: [],
    primitives: createNodePrimitives(),
  });
  for (const voice of voices) await tell(questionnaire, voice);
  const begun = await small.workspace.run("codebook.begin", { title: en("Codes"), starter: true });
  const [, ...codes] = begun.records;
  const states = await small.workspace.view.readMany(codes);
  const of = (family: string) => states.find((state) => valuesOf(state)["family"] === family)?.id;
  const { rows } = await small.workspace.view.list({
    kind: "contributionAnswer",
    limit: 50,
    order: "oldest",
  });
  const segments: string[] = [];
  for (const { id } of rows) {
    const state = await small.workspace.view.read(id);
    const value = state === undefined ? undefined : valuesOf(state)["words"];
    const words = (value as { readonly text: string }).text;
    const stretch = { answer: id, start: 0, end: words.length, quote: words, coder: en("Example Coder") };
    for (const code of [of("risk"), of("practice")]) {
      const { records } = await small.workspace.run("segment.code", { ...stretch, code });
      segments.push(...records);
    }
  }
  const own = await small.workspace.view.list({ kind: "segment", limit: 50 });
  const marks = own.rows.map(({ id }) => `[^${id}]`);
  const document = await small.make("document.begin", {
    template: "consultation-report",
    title: en("What people told"),
    language: lang,
    questionnaire,
  });
  const parts = {
    summary: "Eleven people told of threats.",
    told: [`People are written to.${marks.join("")}`, `Some of them.${marks[0] ?? ""}`, ...marks].join("\n"),
    limits: "Nobody was asked in the north.",
    recommendations: "- Stop it.",
  };
  for (const [part, text] of Object.entries(parts))
    await small.make("document.write", { document, part, text: en(text) });
  published = await publishDraft(small.workspace, {
    document,
    translator: createTranslator(lang, await loadCatalogues(lang)),
    tool: { name: "tocsin", version: "0.1.0" },
    sha256: sha256Of,
    typesetter: createTypesetter(),
    wordWriter: createWordWriter(),
    approvedBy: "Example Approver",
    lang,
    formats: ["pdf", "docx", "html", "json", "csv"],
  });
  const leave = (format: "csv" | "json" | "qdpx"): Promise<PublishedCodes> =>
    publishCodes(small.workspace, {
      questionnaire,
      // Their words are allowed for the consultation alone: what is no report of it lets them out to nobody but inside.
      audience: "partner",
      format,
      approvedBy: en("Example Approver"),
      tool: { name: "tocsin", version: "0.1.0" },
      sha256: sha256Of,
    });
  left = { csv: await leave("csv"), json: await leave("json"), qdpx: await leave("qdpx") };
  const project = openArchive(left.qdpx.bytes, unpacking);
  const utf8 = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");
  qde = utf8(project.read("project.qde"));
  texts = [...everyByte(published), utf8(left.csv.bytes), utf8(left.json.bytes), utf8(left.qdpx.bytes), qde];
  inner = await identifiers(questionnaire);
}, 60_000);

function everyByte({ html, json, csv, pdf, docx }: PublishedDraft): readonly string[] {
  const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString("utf8");
  const archive = openArchive(docx ?? new Uint8Array(), unpacking);
  return [
    ...[html, json, csv, pdf].map(text),
    inflated(pdf ?? new Uint8Array()),
    ...archive.names.map((name) => text(archive.read(name))),
  ];
}

/** Of everything that belongs to a contribution. */
async function identifiers(questionnaire: string): Promise<readonly string[]> {
  const kinds = ["contribution", "contributionAnswer", "segment", "coding", "codingSheet", "documentPart"];
  const pages = await Promise.all(kinds.map((kind) => small.workspace.view.list({ kind, limit: 200 })));
  return [questionnaire, ...pages.flatMap(({ rows }) => rows.map(({ id }) => id))];
}

const found = (secrets: readonly string[], within = texts): readonly string[] =>
  secrets.filter((secret) => within.some((text) => text.toLowerCase().includes(secret.toLowerCase())));

describe("a report on a consultation", () => {
  it("is there in five forms, whose bytes can be read", () => {
    for (const form of [published.pdf, published.docx, published.csv]) expect(form).not.toBeNull();
    expect(texts.filter((text) => text.includes("People are written to")).length).toBeGreaterThanOrEqual(4);
    expect(texts.join("\n")).toContain("in daylight");
  });

  it("holds no name, no way to reach anybody, and no withheld word in any byte", () => {
    const names = voices.flatMap(({ name }) => [name, ...name.split(" ")]);
    const withheld = voices.filter(({ consent }) => consent === closed).map(({ words }) => words);
    const markers = withheld.map((words) => words.slice(words.indexOf("marker"), -1));
    expect(found([...names, "@example.org", ...withheld, ...markers, "verysecretly"])).toEqual([]);
  });

  it("holds no identifier of a contribution, an answer, a segment, a coding or a part", () => {
    expect(inner.length).toBeGreaterThan(11 * 4);
    expect(found(inner)).toEqual([]);
    expect(found(inner, [...texts, inner[0] ?? ""])).toHaveLength(1);
  });

  it("hides who are few, in the matrix and in the annex, and tells who are not", () => {
    const csv = Buffer.from(published.csv ?? []).toString("utf8");
    const annex = csv.slice(csv.indexOf("Sentences and their support"));
    const rows = annex.split("\r\n").filter((row) => row.startsWith('"What people told"'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('"11","0","0"');
    expect(rows[1]).toContain('"hidden","0","0"');
    const hashes = rows.map((row) => /"([0-9a-f]{64})"/.exec(row)?.[1] ?? "");
    expect(new Set(hashes).size).toBe(2);
  });

  it("has hashes that whoever is shown the identifiers can make again, as the specification says", async () => {
    const { rows } = await small.workspace.view.list({ kind: "segment", limit: 50 });
    const parts = await small.workspace.view.list({ kind: "documentPart", limit: 50 });
    const states = await small.workspace.view.readMany(parts.rows.map(({ id }) => id));
    const told = states.find((state) => valuesOf(state)["part"] === "told")?.id ?? "";
    const lines = ["tocsin-support-1", published.release, told, ...rows.map(({ id }) => id).toSorted()];
    const hash = sha256Of(lines.map((line) => `${line}\n`).join(""));
    expect(texts.some((text) => text.includes(hash))).toBe(true);
  });

  it("leaves as a project for other programs without the words that were allowed for the consultation alone", () => {
    expect(qde).toContain("<CodeBook>");
    expect(qde).not.toContain("<Sources>");
    expect(left.qdpx.hidden).toBe(11);
    expect(qde).not.toContain("Example Coder");
  });

  it("leaves as a table whose release has its hash, and whose small numbers are hidden", () => {
    const csv = Buffer.from(left.csv.bytes).toString("utf8");
    expect(csv).toContain('"all","",11,false');
    expect(csv).not.toContain("Zembla Hollow");
    expect(sha256Of(left.csv.bytes)).toBe(left.csv.sha256);
    expect(left.csv.notices).toEqual([]);
  });
});
