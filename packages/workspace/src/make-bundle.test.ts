import { concatBytes, encodeUtf8, parseUtf8, type RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { type BundleReport, type BundleSource, type ExportSink, verifyBundle } from "@tocsin/vault";
import { beforeAll, describe, expect, it } from "vitest";
import type { BundleChoice } from "./bundle-choice.ts";
import { planBundle } from "./bundle-plan.ts";
import { addEvidence, type EvidenceSource } from "./evidence.ts";
import { makeBundle, type MadeBundle, type MakeBundleOptions } from "./make-bundle.ts";
import {
  codeOf,
  createSmallWorkspace,
  piecesOf,
  sha256Of,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator("en", await loadCatalogues("en"));
});

interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly evidence: RecordId;
  readonly editor: RecordId;
  readonly relative: RecordId;
  readonly incident: RecordId;
}

/** The editor allowed to be named in court; the relative allowed nothing. */
async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", { title: "Editors of the Bulletin" });
  const editor = await small.create("person", { name: "Alex Example" });
  const relative = await small.create("person", { name: "Zora Hushmore" });
  await small.create("consent", { scope: "all of it", person: editor, uses: ["court"] });
  const source: EvidenceSource = {
    mediaType: "text/plain",
    original: "/media/stick",
    stream: () => piecesOf("one text, ", "and another"),
    listing: () => ({ text: `${JSON.stringify({ path: "a.txt", sha256: sha256Of("x") })}\n`, files: 1 }),
  };
  const about = { title: { text: "What was on the stick", lang: "en" }, case: caseId };
  const { record: evidence } = await addEvidence(small.workspace, source, { about });
  const incident = await small.create("incident", {
    title: "Threats",
    narrative: "They called Zora Hushmore at home.",
    case: caseId,
    evidence: [evidence],
  });
  for (const person of [editor, relative])
    await small.create("involvement", { role: "defender", person, incident, case: caseId });
  await small.create("task", { title: "call hushtask back", case: caseId });
  return { small, case: caseId, evidence, editor, relative, incident };
}

type Folder = Map<string, Uint8Array>;

function sinkInto(files: Folder): ExportSink {
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

function sourceOf(files: Folder): BundleSource {
  return {
    list: async () => [...files].map(([path, { length }]) => ({ path, size: length })),
    async *open(path) {
      yield files.get(path) ?? new Uint8Array(0);
    },
  };
}

const primitives = createFakePrimitives("elsewhere");

interface Made extends MadeBundle {
  readonly folder: Folder;
  readonly text: string;
}

async function make({ small }: Told, options: BundleChoice & Partial<MakeBundleOptions>): Promise<Made> {
  const folder: Folder = new Map();
  const made = await makeBundle(small.workspace, {
    approvedBy: "Somebody Responsible",
    lang: "en",
    translator,
    tool: { name: "tocsin", version: "test" },
    primitives,
    sink: sinkInto(folder),
    page: encodeUtf8("<!doctype html>"),
    ...options,
  });
  const text = [...folder]
    .filter(([path]) => !path.endsWith(".age"))
    .map(([, bytes]) => parseUtf8(bytes))
    .join("\n");
  return { ...made, folder, text };
}

function verify({ folder }: Made): Promise<BundleReport> {
  return verifyBundle(primitives, sourceOf(folder));
}

describe("planning a bundle", () => {
  it("names every record, operation, guarded field and exhibit that would leave, and writes nothing", async () => {
    const told = await tell();
    const before = told.small.vault.heads();
    const plan = await planBundle(told.small.workspace, { case: told.case, audience: "court" });
    expect(told.small.vault.heads()).toEqual(before);
    expect(plan.records.map(({ kind }) => kind).sort()).toEqual(
      ["case", "evidence", "incident", "involvement", "involvement", "person", "person"].sort(),
    );
    expect(plan.operations.length).toBe(plan.records.reduce((sum, { operations }) => sum + operations, 0));
    expect(plan.exhibits.map(({ part, size }) => [part, size])).toEqual([
      ["bytes", 21],
      ["listing", 93],
    ]);
    const incident = plan.operations.find(({ record }) => record === told.incident);
    expect([...(incident?.guarded ?? [])].sort()).toEqual(["narrative", "title"]);
    expect(JSON.stringify(plan)).not.toContain('passphrase":');
  });

  it("finds the name that no consent covers where it is a field, and where somebody wrote it in a text", async () => {
    const told = await tell();
    const plan = await planBundle(told.small.workspace, { case: told.case, audience: "court" });
    expect(plan.names).toEqual([
      { record: told.relative, kind: "person", reason: "no-consent", canAcknowledge: true },
    ]);
    const naming = plan.operations.filter(({ names }) => names.includes(told.relative));
    expect(new Set(naming.map(({ record }) => record))).toEqual(new Set([told.relative, told.incident]));
    const forPublic = await planBundle(told.small.workspace, { case: told.case, audience: "public" });
    expect(forPublic.names.map(({ record }) => record)).toContain(told.editor);
  });

  it("finds the entry that says what endangers somebody who may be named, and asks for it by itself", async () => {
    const told = await tell();
    const { small, editor, relative } = told;
    const flags = { add: ["in-hiding"] };
    await small.workspace.run("record.change", { record: editor, patch: { flags } });
    const options = { case: told.case, audience: "court" } as const;
    const plan = await planBundle(small.workspace, options);
    const risk = { record: editor, kind: "person", reason: "risk", canAcknowledge: true };
    expect(plan.names).toContainEqual(risk);
    expect(await codeOf(() => make(told, { ...options, acknowledged: [relative] }))).toBe(
      "workspace.names-not-covered",
    );
    const made = await make(told, { ...options, acknowledged: [relative, editor] });
    expect(made.text).toContain("in-hiding");
    await small.workspace.run("record.change", { record: relative, patch: { flags } });
    const again = await planBundle(small.workspace, options);
    expect(again.names.find(({ record }) => record === relative)?.reason).toBe("no-consent");
    const inside = await planBundle(small.workspace, { ...options, audience: "internal" });
    expect(inside.names).not.toContainEqual(risk);
  });
});

describe("making a bundle", () => {
  it("is refused without an approver, with a name that nobody let out, and for nothing at all", async () => {
    const told = await tell();
    const before = told.small.vault.heads();
    const choice: BundleChoice = { case: told.case, audience: "court" };
    expect(await codeOf(() => make(told, { ...choice, approvedBy: " " }))).toBe("workspace.not-approved");
    expect(await codeOf(() => make(told, choice))).toBe("workspace.names-not-covered");
    expect(await codeOf(() => make(told, { audience: "court" }))).toBe("records.bad-input");
    expect(told.small.vault.heads()).toEqual(before);
  });

  it("of a case holds whole when the name was let out by somebody, and says so in the release", async () => {
    const told = await tell();
    const made = await make(told, { case: told.case, audience: "court", acknowledged: [told.relative] });
    const report = await verify(made);
    expect(report.failures).toEqual([]);
    expect(report.proved).toEqual(["files", "entries", "signatures", "chains", "exhibits", "release"]);
    expect(report.exhibits.map(({ state }) => state)).toEqual(["fits", "fits"]);
    expect(made.text).toContain("Zora Hushmore");
    expect(made.text).not.toContain("hushtask");
    const release = await told.small.workspace.view.read(made.release);
    expect(release?.fields["acknowledged"]).toMatchObject({ elements: {} });
    expect(JSON.stringify(release?.fields)).toContain(told.relative);
    expect(JSON.stringify(release?.fields)).toContain("Somebody Responsible");
  });

  it("leaves out what names somebody, record by record and operation by operation", async () => {
    const told = await tell();
    const plan = await planBundle(told.small.workspace, { case: told.case, audience: "court" });
    const naming = plan.operations.filter(({ record }) => record === told.incident);
    const made = await make(told, {
      case: told.case,
      audience: "court",
      without: { records: [told.relative], operations: naming },
    });
    expect(made.text).not.toContain("Hushmore");
    expect(made.plan.names).toEqual([]);
    expect((await verify(made)).failures).toEqual([]);
  });

  it("never lets out a name that must never be given, whoever acknowledges it", async () => {
    const told = await tell();
    const { small, relative } = told;
    await small.workspace.run("record.change", {
      record: relative,
      patch: { flags: { add: ["name-never"] } },
    });
    const options = { case: told.case, audience: "court", acknowledged: [relative] } as const;
    expect(await codeOf(() => make(told, options))).toBe("workspace.names-not-covered");
  });

  it("of one exhibit holds its record, its bytes and its listing, and nothing of the case", async () => {
    const told = await tell();
    const made = await make(told, { evidence: [told.evidence], audience: "court" });
    expect(made.text).not.toContain("Editors of the Bulletin");
    const report = await verify(made);
    expect(report.failures).toEqual([]);
    expect(report.exhibits.map(({ exhibit }) => exhibit.part)).toEqual(["bytes", "listing"]);
    const cover = parseUtf8(made.folder.get("cover.html") ?? new Uint8Array(0));
    expect(cover).toContain("What was on the stick");
    expect(cover).toContain(sha256Of("one text, and another"));
    expect(cover).not.toContain("<script");
  });

  it("writes the release before anything leaves, and none where a file is not there", async () => {
    const told = await tell();
    const heads: unknown[] = [];
    const before = told.small.vault.heads();
    const failing: ExportSink = {
      create: async () => {
        heads.push(told.small.vault.heads());
        throw new Error("EROFS");
      },
    };
    const choice = { evidence: [told.evidence], audience: "court" } as const;
    await make(told, { ...choice, sink: failing }).catch(() => undefined);
    expect(heads).toHaveLength(1);
    expect(heads[0]).not.toEqual(before);
    const now = told.small.vault.heads();
    for (const name of await told.small.stores.blobs.names()) await told.small.stores.blobs.remove(name);
    expect(await codeOf(() => make(told, choice))).toBe("vault.evidence-missing");
    expect(told.small.vault.heads()).toEqual(now);
  });
});
