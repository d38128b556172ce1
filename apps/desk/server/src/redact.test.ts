// Covering a PDF through the routes that the screen asks, with the real thread that reads pages.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { makePdf } from "@tocsin/formats/fakes";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { parseId } from "@tocsin/core";
import { readPicture } from "@tocsin/workspace";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type Answered, type TestDesk } from "./desk.fake.ts";
import { workspaceOf } from "./desk.ts";

let folder = "";
let pictureWorker: URL;
let test: TestDesk;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-pages-"));
  const outfile = join(folder, "redact-picture-worker.mjs");
  pictureWorker = pathToFileURL(outfile);
  const root = resolve(import.meta.dirname, "../../../..");
  // PDFium reads its program from beside itself: it is not bundled.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const require = 'import { createRequire as own } from "node:module"; const require = own(import.meta.url);';
  const shape = { bundle: true, platform: "node", format: "esm", target: "node20" } as const;
  const entry = join(root, "packages/node/src/workers/redact-picture-worker.ts");
  const external = ["@hyzyla/pdfium", "@jsquash/webp"];
  await build({
    ...shape,
    entryPoints: [entry],
    outfile,
    external,
    banner: { js: require },
    logLevel: "error",
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  test = createTestDesk({ desk: { pictureWorker } });
  await test.createVault("one");
});
afterEach(() => test.close());

const plain = { author: "A", file: "F", note: "N", trailing: "" };
const letter = (count = 2): Uint8Array =>
  makePdf({ ...plain, words: Array.from({ length: count }, (_, at) => `Markerpage${at}`) });

async function take(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(test.folder, name);
  writeFileSync(path, bytes);
  const { body } = await test.ask("POST", "/api/evidence", {
    path,
    title: name,
    lang: "en",
    obtainedBy: "K",
  });
  return (await test.ended(body.job)).result.evidence;
}

const post = (id: string, end: string, body: object = {}): Promise<Answered> =>
  test.ask("POST", `/api/evidence/${id}/${end}`, body);
const regions = [{ x: 150, y: 37, width: 75, height: 38 }];

describe("a PDF on the desk", { timeout: 120_000 }, () => {
  it("is shown, searched, looked at as it would leave, and kept as those very bytes", async () => {
    const id = await take("letter.pdf", letter());
    const shown = await post(id, "picture");
    expect(shown.body).toMatchObject({ width: 300, height: 300, extras: [{ kind: "document" }] });
    expect(shown.body.pages.map(({ top }: { top: number }) => top)).toEqual([0, 150]);
    const words = await post(id, "words", { phrases: ["markerpage1"], names: false });
    expect(words.body).toMatchObject({ counts: [1], pages: 2, unread: 0, boxes: [{ phrase: 0, page: 2 }] });
    const preview = await test.ended((await post(id, "redact/preview", { regions })).body.job);
    expect(preview).toMatchObject({
      state: "done",
      about: id,
      progress: { done: 2, total: 2, unit: "pages" },
    });
    expect(preview.result).toMatchObject({ evidence: null, of: id, regions });
    const said = { regions, why: "A face", by: "Kim Approver", title: "", lang: "en" };
    const made = await test.ended((await post(id, "redact", said)).body.job);
    expect(made.result.sha256).toBe(preview.result.sha256);
    const kept = await readPicture(workspaceOf(test.desk), parseId(made.result.evidence));
    expect(createHash("sha256").update(kept.bytes).digest("hex")).toBe(preview.result.sha256);
    const other = await test.ended((await post(id, "redact/preview", { regions: [] })).body.job);
    expect(other.result.sha256).not.toBe(preview.result.sha256);
    const picture = await test.raw(made.result.shown[0].url, { headers: test.headers });
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
  });

  it("of many pages is drawn a few at a time, the copy that is looked at too, until it is held no more", async () => {
    const id = await take("long.pdf", letter(12));
    const pagesOf = ({ body }: Answered): readonly number[] =>
      body.shown.map(({ page }: { page: number }) => page);
    const first = await post(id, "picture");
    expect([first.body.pages.length, pagesOf(first)]).toEqual([12, [0, 1, 2, 3, 4]]);
    expect(pagesOf(await post(id, "picture", { from: 10 }))).toEqual([10, 11]);
    const { result } = await test.ended((await post(id, "redact/preview", { regions })).body.job);
    const { sha256 } = result;
    expect(pagesOf(await post(id, "redact/preview/pages", { sha256, from: 5 }))).toEqual([5, 6, 7, 8, 9]);
    const stale = await post(id, "redact/preview/pages", { sha256: "0".repeat(64), from: 5 });
    expect([stale.status, stale.body.error.code]).toEqual([404, "desk.no-such-output"]);
    await test.ask("POST", "/api/vault/lock", {});
    expect(test.desk.previews.get(parseId(id), sha256)).toBeUndefined();
  });

  it("can be stopped while its copy is made, and then nothing of it is kept", async () => {
    const id = await take("long.pdf", letter(40));
    const { body } = await post(id, "redact", { regions, why: "A face", by: "Kim", lang: "en" });
    expect((await test.ask("DELETE", `/api/jobs/${body.job}`)).body).toEqual({ cancelled: true });
    expect((await test.ended(body.job)).state).toBe("cancelled");
    const copies = await workspaceOf(test.desk).view.linked(parseId(id), {
      kind: "evidence",
      field: "parent",
    });
    expect(copies).toEqual([]);
  });

  it("that is not there, asks for a password or is broken has an error of its own, in every language, that says what to do", async () => {
    const locked = await take("locked.pdf", makePdf({ ...plain, words: ["a"], isLocked: true }));
    const broken = await take("broken.pdf", letter().slice(0, 120));
    const nobody = "z".repeat(26);
    const asked = (id: string): Promise<readonly Answered[]> =>
      Promise.all([
        post(id, "picture"),
        post(id, "words", { phrases: ["a"] }),
        post(id, "redact/preview", { regions: [] }),
        post(id, "redact", { regions: [], why: "A face", by: "Kim" }),
      ]);
    const codeOf = async ({ body }: Answered): Promise<string> =>
      body.job === undefined ? body.error.code : (await test.ended(body.job)).error.code;
    const codesOf = async (id: string): Promise<readonly string[]> =>
      Promise.all((await asked(id)).map(codeOf));
    expect(new Set(await codesOf(locked))).toEqual(new Set(["formats.locked-pdf"]));
    expect(new Set(await codesOf(broken))).toEqual(new Set(["formats.bad-pdf"]));
    expect(new Set(await codesOf(nobody))).toEqual(new Set(["records.not-found"]));
    // What is not there is said at once, not as work that failed.
    expect((await asked(nobody)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const codes = ["formats.locked-pdf", "formats.bad-pdf", "formats.too-many-pages", "records.not-found"];
    for (const locale of ["en", "fr", "ar", "es"]) {
      const { t } = createTranslator(locale, await loadCatalogues(locale));
      const texts = codes.map((code) => t(`error.${code}`));
      expect(new Set(texts).size).toBe(codes.length);
      expect(texts.filter((text) => text.includes("error."))).toEqual([]);
    }
  });

  it("that fails says so on its own page alone: work says which record it is about", async () => {
    const [locked, good] = [
      await take("locked.pdf", makePdf({ ...plain, words: ["a"], isLocked: true })),
      await take("letter.pdf", letter(1)),
    ];
    await test.ended((await post(good, "redact/preview", { regions })).body.job);
    await test.ended((await post(locked, "redact/preview", { regions })).body.job);
    const { body } = await test.ask("GET", "/api/jobs");
    const work = body.filter(({ kind }: { kind: string }) => kind === "redact");
    expect(work.map(({ about, state }: { about: string; state: string }) => [about, state])).toEqual([
      [good, "done"],
      [locked, "failed"],
    ]);
  });

  it("is refused for parts that are none before a page is drawn, looked at or kept", async () => {
    const id = await take("letter.pdf", letter(1));
    const many = Array.from({ length: 501 }, () => regions[0]);
    for (const body of [{}, { regions: [1] }, { regions: [{ x: -1, y: 0, width: 1, height: 1 }] }])
      expect((await post(id, "redact/preview", body)).status).toBe(400);
    const { status, body } = await post(id, "redact/preview", { regions: many });
    expect([status, body.error.code]).toEqual([422, "workspace.bad-region"]);
  });
});
