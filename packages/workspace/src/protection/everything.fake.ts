// Everything that leaves, as named pieces of text: one line a way out. A new export is looked into once it stands here.
import { audienceCodes, type Audience } from "@tocsin/cases";
import { concatBytes, encodeUtf8, parseUtf8, type RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import type { Translator } from "@tocsin/language";
import type { Typesetter, WordWriter } from "@tocsin/publish";
import { kindOf } from "@tocsin/records";
import type { ExportSink } from "@tocsin/vault";
import { allOf } from "../all-of.ts";
import { planBundle } from "../bundle-plan.ts";
import { publishCounts } from "../counts/publish-counts.ts";
import { publishCustody } from "../custody/publish-custody.ts";
import { previewDraft } from "../documents/publish-draft.ts";
import { exportNames } from "../export-names.ts";
import { exportRecords } from "../export-records.ts";
import { tableRules, writeTable } from "../export-table.ts";
import { makeBundle } from "../make-bundle.ts";
import { publishMatrix } from "../matrix/publish-matrix.ts";
import { publishCase } from "../publish-case.ts";
import { sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { folderParts, zipParts } from "./read-parts.fake.ts";
import { type Told } from "./story.fake.ts";
import { approver } from "./story-words.fake.ts";

export interface Piece {
  /** `report html`, `table person.csv`, `bundle cover.html`: the way out, and which part of it. */
  readonly way: string;
  readonly audience: Audience;
  readonly text: string;
}

export interface Leaving {
  readonly told: Told;
  /** The story's own, or one that stands for a rule that failed. */
  readonly workspace: Workspace;
  readonly translator: Translator;
  /** Of tables only those of these kinds. */
  readonly kinds?: readonly string[];
  /** Of documents only those of these templates. */
  readonly templates?: readonly string[];
  /** What makes finished documents, and what reads them; without it a document is the data that it would be made of. */
  readonly finished?: { readonly typesetter: Typesetter; readonly textOf: (pdf: Uint8Array) => string };
}

type Named = Omit<Piece, "audience">;
type Way = (leaving: Leaving, audience: Audience) => Promise<readonly Named[]>;

export const ways = {
  report: reportOf,
  document: draftsOf,
  custody: custodyOf,
  table: tablesOf,
  counts: countsOf,
  matrix: matricesOf,
  bundle: bundleOf,
  checkpoint: async ({ workspace }) => [{ way: "checkpoint note", text: workspace.vault.checkpoint().note }],
} as const satisfies Readonly<Record<string, Way>>;
export type WayName = keyof typeof ways;

const wayNames = Object.keys(ways) as readonly WayName[];

export async function everythingThatLeaves(
  leaving: Leaving,
  { through = wayNames, audiences = audienceCodes }: Partial<Choice> = {},
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const audience of audiences)
    for (const name of through)
      for (const piece of await ways[name](leaving, audience)) pieces.push({ ...piece, audience });
  return pieces;
}

interface Choice {
  readonly through: readonly WayName[];
  readonly audiences: readonly Audience[];
}

const unfinished: NonNullable<Leaving["finished"]> = {
  typesetter: { typeset: async ({ data }) => encodeUtf8(JSON.stringify(data)) },
  textOf: parseUtf8,
};
const documents = {
  approvedBy: approver,
  lang: "en",
  tool: { name: "tocsin", version: "test" },
  formats: ["pdf", "html", "json"],
  sha256: sha256Of,
  // What one way told, another may tell more exactly.
  acceptDifferences: true,
} as const;

async function reportOf(leaving: Leaving, audience: Audience): Promise<readonly Named[]> {
  const { told, workspace, translator, finished = unfinished } = leaving;
  const { typesetter } = finished;
  const options = { ...documents, typesetter, translator, audience, case: told.case };
  return documentPieces("report", await publishCase(workspace, options), finished);
}

async function custodyOf(leaving: Leaving, audience: Audience): Promise<readonly Named[]> {
  const { told, workspace, translator, finished = unfinished } = leaving;
  const { typesetter } = finished;
  const options = { ...documents, typesetter, translator, audience, evidence: told.evidence };
  return documentPieces("custody", await publishCustody(workspace, options), finished);
}

/** What is previewed is what would leave, whatever the checks of its template say. */
async function draftsOf(leaving: Leaving, audience: Audience): Promise<readonly Named[]> {
  const { told, workspace, translator, templates, finished = unfinished } = leaving;
  const { typesetter } = finished;
  const wordWriter: WordWriter = { write: async (document) => encodeUtf8(JSON.stringify(document)) };
  const pieces: Named[] = [];
  const drafts = told.drafts.filter(
    (one) => one.audience === audience && (templates?.includes(one.template) ?? true),
  );
  for (const each of drafts) {
    const options = { ...documents, typesetter, wordWriter, translator, document: each.draft };
    const { pdf, docx, html, csv, json, document } = await previewDraft(workspace, options);
    const way = `document ${document.template.name}`;
    pieces.push(...documentPieces(way, { pdf, html, json }, finished));
    for (const [form, bytes] of Object.entries({ docx, csv }))
      if (bytes !== null) pieces.push({ way: `${way} ${form}`, text: parseUtf8(bytes) });
  }
  return pieces;
}

interface Editions {
  readonly pdf: Uint8Array | null;
  readonly html: Uint8Array;
  readonly json: Uint8Array;
}

function documentPieces(
  way: string,
  { pdf, html, json }: Editions,
  { textOf }: NonNullable<Leaving["finished"]>,
): readonly Named[] {
  if (pdf === null) throw new Error(`${way} was not typeset`);
  return [
    { way: `${way} pdf`, text: textOf(pdf) },
    { way: `${way} html`, text: parseUtf8(html) },
    { way: `${way} json`, text: parseUtf8(json) },
  ];
}

const forms = [
  { format: "json" },
  { format: "json", isWhole: true },
  { format: "xlsx" },
  { format: "csv", isWhole: true },
] as const;

/** Each kind once by the whole road; its other forms by the part of it that writes them, with the same rules. */
async function tablesOf({ workspace, kinds }: Leaving, audience: Audience): Promise<readonly Named[]> {
  const pieces: Named[] = [];
  const found = await exportNames(workspace, audience);
  for (const name of kinds ?? workspace.registry.kinds.keys()) {
    const { bytes, totals } = await exportRecords(workspace, {
      kind: name,
      format: "csv",
      audience,
      approvedBy: { text: approver, lang: "en" },
      acceptDifferences: true,
      sha256: sha256Of,
    });
    pieces.push(...tablePieces(`table ${name}.csv`, bytes));
    if (totals !== null) pieces.push({ way: `table ${name}.totals`, text: JSON.stringify(totals) });
    const kind = kindOf(workspace.registry, name);
    const rules = tableRules(workspace.registry, kind, {
      audience,
      names: found,
      now: workspace.context.now(),
    });
    const states = await allOf(workspace.view, name);
    for (const form of forms) {
      const way = `table ${name}.${"isWhole" in form ? "whole." : ""}${form.format}`;
      pieces.push(...tablePieces(way, writeTable(kind, states, { ...rules, ...form }).bytes));
    }
  }
  return pieces;
}

/**
 * The same workspace, whose view reads each record once: the story is told, and a release is written whole. Reading the
 * log anew for each of hundreds of outputs is most of what the search would take.
 */
export function remembering(workspace: Workspace): Workspace {
  const { view } = workspace;
  const known = new Map<RecordId, ReturnType<typeof view.read>>();
  const read = (id: RecordId): ReturnType<typeof view.read> => {
    const found = known.get(id) ?? view.read(id);
    known.set(id, found);
    return found;
  };
  const readMany: typeof view.readMany = async (ids) =>
    (await Promise.all([...new Set(ids)].map(read))).flatMap((state) => state ?? []);
  return { ...workspace, view: { ...view, read, readMany } };
}

export function tablePieces(way: string, bytes: Uint8Array): readonly Named[] {
  if (!way.endsWith(".xlsx")) return [{ way, text: parseUtf8(bytes) }];
  return zipParts(bytes).map(({ name, text }) => ({ way: `${way} ${name}`, text: `${name}\n${text}` }));
}

const questions = [{ by: ["gender"] }, { by: ["age"] }, { measure: "incidents", by: ["country"] }];

async function countsOf({ workspace }: Leaving, audience: Audience): Promise<readonly Named[]> {
  const pieces: Named[] = [];
  for (const question of questions)
    for (const format of ["csv", "json"] as const) {
      const { bytes } = await publishCounts(workspace, {
        question,
        audience,
        format,
        approvedBy: { text: approver, lang: "en" },
        sha256: sha256Of,
      });
      pieces.push({ way: `counts ${question.by.join()}.${format}`, text: parseUtf8(bytes) });
    }
  return pieces;
}

async function matricesOf({ workspace }: Leaving, audience: Audience): Promise<readonly Named[]> {
  const pieces: Named[] = [];
  for (const by of ["state", "company"])
    for (const format of ["csv", "json"] as const) {
      const { bytes } = await publishMatrix(workspace, {
        by,
        audience,
        format,
        acceptDifferences: true,
        approvedBy: { text: approver, lang: "en" },
        sha256: sha256Of,
      });
      pieces.push({ way: `matrix ${by}.${format}`, text: parseUtf8(bytes) });
    }
  return pieces;
}

/** What names somebody stays out, entry by entry, as a person would do it; the rest leaves. */
async function bundleOf({ told, workspace, translator }: Leaving, audience: Audience) {
  const choice = { case: told.case, audience };
  const { operations } = await planBundle(workspace, choice);
  const files = new Map<string, Uint8Array>();
  await makeBundle(workspace, {
    ...choice,
    without: { operations: operations.filter(({ names }) => names.length > 0) },
    approvedBy: approver,
    lang: "en",
    translator,
    tool: documents.tool,
    primitives: createFakePrimitives("bundle"),
    sink: sinkInto(files),
    acceptDifferences: true,
    page: null,
  });
  return folderParts(files).map(({ name, text }) => ({ way: `bundle ${name}`, text: `${name}\n${text}` }));
}

function sinkInto(files: Map<string, Uint8Array>): ExportSink {
  return {
    async create(path) {
      const pieces: Uint8Array[] = [];
      return {
        write: async (bytes) => void pieces.push(bytes.slice()),
        finish: async () => void files.set(path, concatBytes(...pieces)),
        discard: async () => {},
      };
    },
  };
}
