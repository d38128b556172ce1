import { bytesOf, joined, makeExif, makeJpeg, makePdf, makePng } from "@tocsin/formats/fakes";
import { FormatError, lookAtPicture } from "@tocsin/formats";
import { valuesOf } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { planBundle } from "../bundle-plan.ts";
import type { OpenCustody } from "../custody/custody.ts";
import { addEvidence, sealedEvidenceOf, type EvidenceSource } from "../evidence.ts";
import type { LookAtFile } from "../library/files/file-look.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { redactPictureOf, type RedactPicture } from "./redact-picture.ts";

const photo = makeJpeg({
  across: 2,
  down: 2,
  grey: () => 90,
  segments: [[0xe1, joined(bytesOf("Exif\0\0"), makeExif({ camera: "Examplecam" }))]],
});
const clean = makePng({ width: 2, height: 2, colour: () => [0, 0, 0] });
/** What a decoder would make of it. */
const redact: RedactPicture = async (bytes) => ({
  bytes: clean,
  mediaType: "image/png",
  width: 2,
  height: 2,
  pages: [0],
  removed: lookAtPicture(bytes)?.extras.map(({ kind }) => kind) ?? [],
});

async function take(small: SmallWorkspace, bytes: Uint8Array, mediaType = "image/jpeg"): Promise<RecordId> {
  const source: EvidenceSource = {
    mediaType,
    original: null,
    async *stream() {
      yield bytes;
    },
    listing: () => null,
  };
  const title = { text: "Photo of +99970123456.jpg", lang: "zxx" };
  return (await addEvidence(small.workspace, source, { about: { title } })).record;
}

const why = { text: "Faces of people who passed by", lang: "en" };
const by = { text: "Kim Approver", lang: "en" };
const regions = [{ x: 1, y: 0, width: 1, height: 2 }];

describe("a redacted copy of a picture", () => {
  it("is evidence of its own under the original, says what was done, and leaves the original as it came", async () => {
    const small = await createSmallWorkspace();
    const evidence = await take(small, photo);
    const before = await sealedEvidenceOf(small.workspace, evidence);
    const copy = await redactPictureOf(small.workspace, { evidence, regions, why, by, redact });
    const state = await small.workspace.view.read(copy.record);
    expect(state && valuesOf(state)).toMatchObject({
      parent: evidence,
      copyKind: "redaction",
      copyHow: why,
      copyBy: by,
      title: { text: "Photo of ‹…›.jpg", lang: "zxx" },
      mediaType: "image/png",
      sha256: copy.sha256,
      redaction: {
        of: before.sha256,
        width: 2,
        height: 2,
        regions: [[1, 0, 1, 2]],
        removed: ["position", "camera"],
      },
    });
    expect(await sealedEvidenceOf(small.workspace, evidence)).toEqual(before);
    const sheet = (await small.workspace.ask("custody.sheet", { evidence })) as OpenCustody;
    expect(JSON.stringify(sheet.lines)).toContain(copy.record);
  });

  it("is refused for what is no picture here, without a reason or a name, and for parts that are no pixels", async () => {
    const small = await createSmallWorkspace();
    const evidence = await take(small, photo);
    const sound = await take(small, bytesOf("ID3 and so on"), "audio/mpeg");
    const heads = small.vault.heads();
    const of = (more: object): Promise<unknown> =>
      codeOf(() => redactPictureOf(small.workspace, { evidence, regions, why, by, redact, ...more }));
    expect(await of({ evidence: sound })).toBe("workspace.no-picture");
    expect(await of({ why: { text: " ", lang: "en" } })).toBe("workspace.not-approved");
    expect(await of({ by: { text: "", lang: "en" } })).toBe("workspace.not-approved");
    for (const bad of [{ x: -1 }, { width: 0 }, { y: 0.5 }, { height: Number.NaN }])
      expect(await of({ regions: [{ ...regions[0], ...bad }] })).toBe("workspace.bad-region");
    expect(small.vault.heads()).toEqual(heads);
  });
});

describe("the plan of a bundle", () => {
  it("tells of pictures that carry something, and of originals that were redacted; not of clean copies", async () => {
    const small = await createSmallWorkspace();
    const carrying = await take(small, photo);
    const broken = await take(small, photo.subarray(0, 40));
    const redacted = await take(small, photo);
    const other = await take(small, bytesOf("words"), "text/plain");
    const copy = await redactPictureOf(small.workspace, { evidence: redacted, regions, why, by, redact });
    const evidence = [carrying, broken, redacted, other, copy.record];
    const reasons = async (audience: "court" | "internal") =>
      new Map(
        (await planBundle(small.workspace, { evidence, audience })).names.map(({ record, reason }) => [
          record,
          reason,
        ]),
      );
    const found = await reasons("court");
    expect(found.get(carrying)).toBe("metadata");
    expect(found.get(broken)).toBe("metadata");
    expect(found.get(redacted)).toBe("redacted");
    expect(found.get(other)).toBe("identifier");
    // Whoever made it is told as somebody behind evidence is.
    expect(found.get(copy.record)).toBe("no-consent");
    expect(await reasons("internal")).toEqual(new Map());
  });

  it("tells of a PDF what it carries, in the same way out as a picture; one that nobody looked through counts as carrying something", async () => {
    const small = await createSmallWorkspace();
    const pdf = (author: string): Uint8Array =>
      makePdf({ words: ["x"], author, file: "f", note: "n", trailing: "" });
    const [talking, silent, broken] = [
      await take(small, pdf("Kim"), "application/pdf"),
      await take(small, pdf("nobody"), "application/pdf"),
      await take(small, bytesOf("%PDF-1.7 and no more"), "application/pdf"),
    ];
    const nothing = {
      mediaType: "application/pdf",
      carries: [],
      isActive: false,
      isLocked: false,
      isWhole: true,
      said: "",
      words: "",
      wordsRead: "none",
    } as const;
    const lookAtFile: LookAtFile = async (bytes) => {
      const text = new TextDecoder("latin1").decode(bytes);
      if (!text.includes("%%EOF")) throw new FormatError("formats.limit", "Cannot read");
      return text.includes("(Kim)") ? { ...nothing, carries: ["properties", "files"] } : nothing;
    };
    const evidence = [talking, silent, broken];
    const plan = { evidence, audience: "court" } as const;
    const { names } = await planBundle(small.workspace, plan, { lookAtFile });
    const of = (found: typeof names): unknown =>
      found.map(({ record, reason, carries }) => [evidence.indexOf(record), reason, carries]);
    expect(of(names)).toEqual(
      expect.arrayContaining([
        [0, "document", ["properties", "files"]],
        [2, "document", []],
      ]),
    );
    expect(names.find(({ record }) => record === silent)?.reason).not.toBe("document");
    expect(names.every(({ canAcknowledge }) => canAcknowledge)).toBe(true);
    const blind = (await planBundle(small.workspace, plan)).names;
    expect(blind.filter(({ reason }) => reason === "document")).toHaveLength(3);
  });
});
