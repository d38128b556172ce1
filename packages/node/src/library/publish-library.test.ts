// A build that does not end leaves the last whole library as it was, and nothing beside it.
import { createKey, signingKeyPairOf } from "@tocsin/crypto";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import type { LibraryInput, LibraryItem } from "@tocsin/library";
import { createVault, type Vault } from "@tocsin/vault";
import { createMemoryStores } from "@tocsin/vault/fakes";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { libraryFiles, writeLibrary, type LibraryBuild } from "./publish-library.ts";
import { verifyLibrary } from "./verify-library.ts";

let folder: string;
let vault: Vault;
let build: LibraryBuild;

function itemCalled(title: string): LibraryItem {
  return {
    slug: "example",
    kind: "report",
    editions: [{ lang: "en", isOriginal: true, translatedBy: null, title, excerpt: "", body: "" }],
    authors: [],
    dated: null,
    source: null,
    address: null,
    copy: null,
    facets: {},
    related: [],
    pictures: [],
    changed: "2026-11-01T00:00:00Z",
    corrections: [],
    withdrawn: null,
    licence: null,
  };
}

function inputOf(title: string): LibraryInput {
  return {
    head: {
      title: [{ text: "Library", lang: "en" }],
      about: [],
      publisher: "Example Watch",
      locales: ["en"],
      made: "2026-11-24T00:00:00Z",
      address: null,
      onion: null,
      mirrors: [],
      release: { id: "example", sha256: null },
    },
    items: {
      async *[Symbol.asyncIterator]() {
        yield itemCalled(title);
      },
    },
    tables: [],
  };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-shelf-"));
  const ports = { primitives: createNodePrimitives(), clock: () => 0, ...createMemoryStores() };
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  vault = await createVault(ports, { passphrase: "a sentence for tests", deviceName: "test", cost });
  build = {
    input: inputOf("First title"),
    translators: new Map([["en", createTranslator("en", await loadCatalogues("en"))]]),
    vault,
    program: "test",
  };
});
afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

const shelf = (): string => join(folder, "shelf");
const page = (): Promise<string> => readFile(join(shelf(), "en/items/example.html"), "utf8");

describe("a library in a folder", { timeout: 60_000 }, () => {
  it.each([
    ["the disk is full", new Error("ENOSPC: no space left on device")],
    ["it was stopped", new DOMException("stopped", "AbortError")],
  ])("stays as it was where %s in the middle of the next build", async (_what, failure) => {
    await writeLibrary(shelf(), build);
    const onProgress = (done: number): void => {
      if (done > 3) throw failure;
    };
    const next = { ...build, input: inputOf("Second title"), onProgress };
    await expect(writeLibrary(shelf(), next)).rejects.toBe(failure);
    expect(await page()).toContain("First title");
    expect(await readdir(folder)).toEqual(["shelf"]);
    expect((await verifyLibrary(shelf())).failures).toEqual([]);
    await writeLibrary(shelf(), { ...build, input: inputOf("Second title") });
    expect(await page()).toContain("Second title");
    expect((await verifyLibrary(shelf())).failures).toEqual([]);
  });

  it("is made anew as a whole where its list is signed by somebody else, whatever it says of its pages", async () => {
    await writeLibrary(shelf(), build);
    const list = await readFile(join(shelf(), "manifest.json"), "utf8");
    const keys = signingKeyPairOf(createNodePrimitives(), createKey("ed25519", new Uint8Array(32).fill(7)));
    expect(list).not.toContain(Buffer.from(keys.publicKey).toString("base64"));
    await writeFile(
      join(shelf(), "manifest.json"),
      list.replace(/"made":"[^"]*"/, '"made":"2020-01-01T00:00:00Z"'),
    );
    const again = await writeLibrary(shelf(), build);
    expect(again.written).toBe(again.manifest.files.length);
  });

  it("keeps every page that did not change", async () => {
    const first = await writeLibrary(shelf(), build);
    expect(first.written).toBe(first.manifest.files.length);
    expect((await writeLibrary(shelf(), build)).written).toBe(0);
  });

  it("is the same files, byte for byte, as one after the other", async () => {
    await writeLibrary(shelf(), build);
    let count = 0;
    for await (const { path, bytes } of libraryFiles(build)) {
      expect(Buffer.compare(await readFile(join(shelf(), path)), bytes), path).toBe(0);
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
  });
});
