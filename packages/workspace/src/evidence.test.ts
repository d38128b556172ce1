import { createHash } from "node:crypto";
import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import {
  addEvidence,
  openEvidence,
  sealedEvidenceOf,
  sealExamination,
  verifyEvidence,
  type AboutEvidence,
  type EvidenceSource,
  type VerifiedEvidence,
} from "./evidence.ts";
import { custodyOf } from "./custody/custody.ts";
import { reportEvidence } from "./report-parts.ts";
import type { RecordPage } from "./queries/record-show.ts";
import {
  codeOf,
  createSmallWorkspace,
  piecesOf,
  sha256Of,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

const about: AboutEvidence = { title: { text: "Letter", lang: "en" } };
const letter = (stream: EvidenceSource["stream"] = () => piecesOf("Dear ", "editor")): EvidenceSource => ({
  mediaType: "text/plain",
  original: "/home/x/letter.txt",
  stream,
  listing: () => null,
});
const filesOf = ({ stores }: SmallWorkspace): readonly string[] =>
  [...stores.files().keys()].filter((path) => path.startsWith("evidence/"));
const verify = (small: SmallWorkspace, id: RecordId): Promise<VerifiedEvidence> =>
  verifyEvidence(small.workspace, id, {
    createDigest: () => createHash("sha256"),
    pause: async () => undefined,
  });

describe("adding evidence", () => {
  it("seals, hashes and records in one act, and opens again", async () => {
    const small = await createSmallWorkspace();
    const told: number[] = [];
    const added = await addEvidence(small.workspace, letter(), {
      about,
      onProgress: (done) => told.push(done),
    });
    expect(added).toMatchObject({
      sha256: sha256Of("Dear editor"),
      size: 11,
      original: "/home/x/letter.txt",
    });
    expect(told).toEqual([5, 11]);
    const reader = await openEvidence(small.workspace, added.record);
    expect(Buffer.concat([...reader.stream()]).toString()).toBe("Dear editor");
    reader.close();
    const page = (await small.workspace.ask("record.show", { record: added.record })) as RecordPage;
    expect(page.values).toMatchObject({ mediaType: "text/plain", added: "2026-11-23T12:00:00.000Z" });
    expect(page.history.map(({ act }) => act)).toEqual(["evidence.add"]);
  });

  it("records what the first bytes look like beside the name, and marks the record wherever it is shown", async () => {
    const small = await createSmallWorkspace();
    const source: EvidenceSource = {
      ...letter(),
      mediaType: "image/jpeg",
      look: () => ({ looksLike: "text/html", signs: ["differs", "active"], signedFiles: [] }),
    };
    const { record, signs } = await addEvidence(small.workspace, source, { about });
    expect(signs).toEqual(["differs", "active"]);
    const page = (await small.workspace.ask("record.show", { record })) as RecordPage;
    expect(page.values).toMatchObject({ mediaType: "image/jpeg", looksLike: "text/html" });
    expect(page.marks).toContain("file-signs");
    const { facts } = await custodyOf(small.workspace.view, record);
    expect(facts.filter(({ field }) => field === "signs").map(({ value }) => value)).toEqual([
      { kind: "term", key: "fileSigns.active.label", code: "active" },
      { kind: "term", key: "fileSigns.differs.label", code: "differs" },
    ]);
    expect(reportEvidence(record, page.values, [])).toMatchObject({
      looksLike: "text/html",
      signs: expect.arrayContaining(["differs", "active"]),
    });
    const plain = await addEvidence(small.workspace, letter(), { about });
    const shown = (await small.workspace.ask("record.show", { record: plain.record })) as RecordPage;
    expect(shown.marks ?? []).not.toContain("file-signs");
  });

  it("keeps the listing of a folder beside the bytes", async () => {
    const small = await createSmallWorkspace();
    const source = { ...letter(), listing: () => ({ text: "one line\n", files: 1 }) };
    const { record } = await addEvidence(small.workspace, source, { about });
    const { listing } = await sealedEvidenceOf(small.workspace, record);
    const reader = await small.vault.openEvidence(listing ?? { name: "" as never, passphrase: "" });
    expect(Buffer.concat([...reader.stream()]).toString()).toBe("one line\n");
  });

  it("checks what is said of it before a byte is read", async () => {
    const small = await createSmallWorkspace();
    let reads = 0;
    const source = letter(() => {
      reads += 1;
      return piecesOf("x");
    });
    for (const wrong of [
      { ...about, obtainedWhen: "yesterday" },
      { title: { text: "", lang: "en" } },
      { title: { text: "x", lang: "not a tag!" } },
    ])
      expect(await codeOf(() => addEvidence(small.workspace, source, { about: wrong }))).toMatch(
        /^records\./,
      );
    expect(reads).toBe(0);
    expect(filesOf(small)).toEqual([]);
  });

  it("leaves nothing when the source fails, the person cancels, or the act cannot be written", async () => {
    const small = await createSmallWorkspace();
    const before = small.vault.counts();
    const failing = letter(async function* () {
      yield* piecesOf("half");
      throw new Error("unplugged");
    });
    await expect(addEvidence(small.workspace, failing, { about })).rejects.toThrow("unplugged");
    const stop = new AbortController();
    const stopped = letter(async function* () {
      yield* piecesOf("half");
      stop.abort();
      yield* piecesOf("more");
    });
    await expect(addEvidence(small.workspace, stopped, { about, signal: stop.signal })).rejects.toThrow(
      "abort",
    );
    const unwritable = letter();
    const listing = (): never => {
      throw new Error("no listing");
    };
    await expect(addEvidence(small.workspace, { ...unwritable, listing }, { about })).rejects.toThrow(
      "no listing",
    );
    const tooLong = { ...letter(), mediaType: "x".repeat(5000) };
    expect(await codeOf(() => addEvidence(small.workspace, tooLong, { about }))).toBe("records.bad-value");
    expect(filesOf(small)).toEqual([]);
    expect(small.vault.counts()).toEqual(before);
  });

  it("seals the whole output of an examination as evidence that it was made from", async () => {
    const small = await createSmallWorkspace();
    const { record } = await addEvidence(small.workspace, letter(), { about });
    const output = await sealExamination(small.workspace, { findings: [] }, { ...about, parent: record });
    const reader = await openEvidence(small.workspace, output.record);
    expect(JSON.parse(Buffer.concat([...reader.stream()]).toString())).toEqual({ findings: [] });
  });

  it("does not open a description that holds no bytes", async () => {
    const small = await createSmallWorkspace();
    const id = await small.create("evidence", { title: "Kept by a court", sha256: "ab".repeat(32) });
    expect(await codeOf(() => openEvidence(small.workspace, id))).toBe("workspace.no-bytes");
  });
});

describe("verifying evidence", () => {
  const statusOf = async (small: SmallWorkspace, record: RecordId): Promise<unknown> => {
    const page = (await small.workspace.ask("record.show", { record })) as RecordPage;
    return page.values["verifiedAs"];
  };

  it("finds intact bytes intact, and writes so", async () => {
    const small = await createSmallWorkspace();
    const { record, sha256 } = await addEvidence(small.workspace, letter(), { about });
    expect(await verify(small, record)).toEqual({ status: "intact", sha256 });
    expect(await statusOf(small, record)).toBe("intact");
  });

  it("finds altered bytes altered, wherever they were altered, and writes so", async () => {
    for (const at of [3, 160, -1]) {
      const small = await createSmallWorkspace();
      const { record } = await addEvidence(small.workspace, letter(), { about });
      const [path = ""] = filesOf(small);
      const bytes = (small.stores.files().get(path) ?? new Uint8Array()).slice();
      const place = at < 0 ? bytes.length + at : at;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      small.stores.replace(path, bytes);
      expect(await verify(small, record)).toEqual({ status: "altered", sha256: null });
      expect(await statusOf(small, record)).toBe("altered");
    }
  });

  it("finds a cut file altered", async () => {
    const small = await createSmallWorkspace();
    const { record } = await addEvidence(small.workspace, letter(), { about });
    const [path = ""] = filesOf(small);
    small.stores.replace(path, (small.stores.files().get(path) ?? new Uint8Array()).slice(0, -5));
    expect(await verify(small, record)).toMatchObject({ status: "altered" });
  });

  it("says that a file is missing, and writes nothing about bytes that it has not seen", async () => {
    const small = await createSmallWorkspace();
    const { record } = await addEvidence(small.workspace, letter(), { about });
    const { bytes } = await sealedEvidenceOf(small.workspace, record);
    await small.vault.discardEvidence(bytes.name);
    expect(await codeOf(() => verify(small, record))).toBe("vault.evidence-missing");
    expect(await statusOf(small, record)).toBeUndefined();
  });
});
