// Archived copies as files: none leaves unless a person named it, and none with something in it that must stay inside.
import type { RecordId } from "@tocsin/core";
import { bytesOf } from "@tocsin/formats/fakes";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenCustody } from "../../custody/custody.ts";
import { addEvidence, type AboutEvidence } from "../../evidence.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../../small-workspace.fake.ts";
import { aboutWith } from "../about.fake.ts";
import type { PlanLibraryOptions } from "../library-types.ts";
import { planLibrary } from "../plan-library.ts";
import { releaseLibrary } from "../release-library.ts";
import { slugOf } from "../slug-of.ts";
import type { FileLook } from "./file-look.ts";

const clean: FileLook = {
  mediaType: "application/pdf",
  carries: [],
  isActive: false,
  isLocked: false,
  isWhole: true,
  said: "",
  words: "",
  wordsRead: "all",
};
const approvedBy = { text: "A. Lead", lang: "en" };
const withheld = "Wilhelmina Larkspur";

let small: SmallWorkspace;
let options: PlanLibraryOptions;
/** What each file is found to be, by its text. */
let looks: Map<string, Partial<FileLook>>;

beforeEach(async () => {
  small = await createSmallWorkspace();
  looks = new Map();
  const english = createTranslator("en", await loadCatalogues("en"), { isolate: false });
  options = {
    about: aboutWith(),
    translators: new Map([["en", english]]),
    sha256: sha256Of,
    withNumbers: false,
    lookAtFile: async (bytes) => ({ ...clean, ...looks.get(new TextDecoder().decode(bytes)) }),
  };
  await small.create("person", { name: withheld });
});

async function take(text: string, about: Partial<AboutEvidence> = {}): Promise<RecordId> {
  const title = { text: "report.pdf", lang: "zxx" };
  const source = {
    mediaType: "application/pdf",
    original: null,
    async *stream() {
      yield bytesOf(text);
    },
    listing: () => null,
  };
  return (await addEvidence(small.workspace, source, { about: { title, ...about } })).record;
}

const item = (copy: RecordId, more: object = {}): Promise<RecordId> =>
  small.create("resource", { title: "A report", shown: true, licence: "CC BY 4.0", copy, ...more });
const plan = (files?: readonly RecordId[]) =>
  planLibrary(small.workspace, { ...options, ...(files ? { files } : {}) });
const release = (files?: readonly RecordId[]) =>
  releaseLibrary(small.workspace, { ...options, approvedBy, ...(files ? { files } : {}) });

describe("an archived copy", () => {
  it("leaves as a file by its own approval alone, under a name that nobody gave it", async () => {
    const evidence = await take("bytes", { title: { text: "aaa\u202efdp.report", lang: "zxx" } });
    const resource = await item(evidence);
    const before = await plan();
    expect(before.files).toMatchObject([{ record: evidence, stops: [], isApproved: false, leaves: false }]);
    expect(before.files[0]?.title).not.toMatch(/\u202e/);
    expect(before.items.find(({ slug }) => slug === slugOf(resource))?.copy?.file).toBeNull();
    const released = await release([evidence]);
    const sha256 = sha256Of(bytesOf("bytes"));
    const name = `${slugOf(resource)}-${sha256.slice(0, 12)}.pdf`;
    expect(released.files.map((file) => file.name)).toEqual([name]);
    expect(await released.files[0]?.read()).toEqual(bytesOf("bytes"));
    expect(released.plan.items.find(({ slug }) => slug === slugOf(resource))?.copy).toEqual({
      sha256,
      bytes: 5,
      mediaType: "application/pdf",
      file: name,
    });
  });

  it("is kept with the release and in its history, leaves again without another word, and not once somebody says so", async () => {
    const evidence = await take("bytes");
    await item(evidence);
    const first = await release([evidence]);
    const record = await small.workspace.view.read(first.release);
    expect(record && valuesOf(record)["files"]).toEqual([evidence]);
    const sheet = (await small.workspace.ask("custody.sheet", { evidence })) as OpenCustody;
    expect(JSON.stringify(sheet.lines)).toContain(first.release);
    const again = await release();
    expect([again.isNew, again.files.length]).toEqual([false, 1]);
    expect((await plan([])).files).toMatchObject([{ isApproved: false, leaves: false }]);
    expect((await plan([])).changes.items).toMatchObject([{ change: "changed", parts: ["copy"] }]);
  });

  it.each([
    ["sort", { mediaType: null }],
    ["active", { isActive: true }],
    ["locked", { isLocked: true }],
    ["unreadable", { isWhole: false }],
    ["metadata", { carries: ["colour-profile", "camera"] }],
    ["name-in-metadata", { said: `by ${withheld}` }],
    ["name-in-text", { words: "told by LARKSPUR, Wilhelmina" }],
  ] as const)("stays inside, approved or not, and the rest goes on: %s", async (stop, look) => {
    looks.set("bad", look);
    const [bad, good] = [await take("bad"), await take("good")];
    await item(bad);
    await item(good);
    const { files, plan: made } = await release([bad, good]);
    expect(made.files.find(({ record }) => record === bad)).toMatchObject({
      stops: [stop],
      isApproved: true,
      leaves: false,
    });
    expect(files.map(({ record }) => record)).toEqual([good]);
  });

  it("stays inside by what its record says: in confidence, without a right, under a name", async () => {
    const confident = await take("a", { staysInside: true });
    const named = await take("b", { title: { text: "wilhelmina_larkspur-2025.pdf", lang: "zxx" } });
    const bare = await take("c");
    await item(confident);
    await item(named);
    await item(bare, { licence: undefined });
    const stops = new Map(
      (await plan([confident, named, bare])).files.map((file) => [file.record, file.stops]),
    );
    expect(stops.get(confident)).toContain("inside");
    expect(stops.get(named)).toEqual(["name-of-file"]);
    expect(stops.get(bare)).toEqual(["no-rights"]);
  });

  it("leaves as the redacted copy where there is one, which the page says", async () => {
    const original = await take("original");
    const how = { text: "Names covered", lang: "en" };
    const copy = { parent: original, copyKind: "redaction", copyHow: how, copyBy: approvedBy };
    const [older, newer] = [await take("older", copy), await take("newer", copy)];
    const resource = await item(original);
    const { plan: made, files } = await release([original, older, newer]);
    expect(new Map(made.files.map(({ record, stops }) => [record, stops]))).toEqual(
      new Map([
        [original, ["redacted"]],
        [older, ["another"]],
        [newer, []],
      ]),
    );
    expect(files.map(({ record }) => record)).toEqual([newer]);
    expect(made.items.find(({ slug }) => slug === slugOf(resource))?.copy).toMatchObject({
      sha256: sha256Of(bytesOf("newer")),
      isRedacted: true,
    });
  });

  it("is not looked at, and does not leave, where nobody can look, and of an item that is not shown", async () => {
    const evidence = await take("bytes");
    await item(evidence);
    const { lookAtFile: _, ...without } = options;
    expect((await planLibrary(small.workspace, { ...without, files: [evidence] })).files).toEqual([]);
    const hidden = await take("hidden");
    await item(hidden, { shown: false });
    expect((await plan([hidden])).files.map(({ record }) => record)).toEqual([evidence]);
  });
});
