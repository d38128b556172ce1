import { concatBytes, encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { type BundleReport, verifyBundle } from "@tocsin/vault";
import { beforeAll, describe, expect, it } from "vitest";
import { attachAnswer, makeAnchor } from "./anchors/anchors.ts";
import { createFakeTimestamps } from "./anchors/timestamps.fake.ts";
import { makeBundle } from "./make-bundle.ts";
import { createSmallWorkspace, start } from "./small-workspace.fake.ts";

const primitives = createFakePrimitives("elsewhere");
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  let now = start;
  const small = await createSmallWorkspace({ clock: () => (now += 1_000) });
  const timestamps = createFakeTimestamps();
  const record = await small.create("case", { title: "A case" });
  for (let at = 0; at < 5; at += 1) await small.create("task", { title: `between ${at}` });
  const { request } = await makeAnchor(small.workspace, timestamps, { requested: true });
  const answer = timestamps.answer(request);
  await attachAnswer(small.workspace, timestamps, { answer });
  await makeAnchor(small.workspace, timestamps);
  files = new Map();
  await makeBundle(small.workspace, {
    case: record,
    audience: "court",
    approvedBy: "Somebody",
    lang: "en",
    translator: createTranslator("en", await loadCatalogues("en")),
    tool: { name: "tocsin", version: "test" },
    primitives,
    page: null,
    sink: {
      async create(path) {
        const pieces: Uint8Array[] = [];
        return {
          write: async (bytes) => void pieces.push(bytes.slice()),
          finish: async () => void files.set(path, concatBytes(...pieces)),
          discard: async () => {},
        };
      },
    },
  });
});

function verify(folder: ReadonlyMap<string, Uint8Array>): Promise<BundleReport> {
  return verifyBundle(primitives, {
    list: async () => [...folder].map(([path, { length }]) => ({ path, size: length })),
    async *open(path) {
      yield folder.get(path) ?? new Uint8Array(0);
    },
  });
}

function changed(part: string, change: (text: string) => string): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...files].map(([path, bytes]) => [
      path,
      path.endsWith(part) ? encodeUtf8(change(parseUtf8(bytes))) : bytes,
    ]),
  );
}

describe("checkpoints in a bundle", () => {
  it("cover what was written before them, and bring the timestamp over them; those without one stay", async () => {
    const report = await verify(files);
    expect(report.failures).toEqual([]);
    // The founding commit and the case; the release came later.
    expect(report.checkpoints).toMatchObject([{ covers: 2, hasTimestamp: true }]);
    expect([...files.keys()].filter((path) => path.startsWith("data/checkpoints/"))).toHaveLength(3);
  });

  it("do not hold with another root, another size, another path, or for a commit that came later", async () => {
    const kindsOf = async (folder: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> =>
      (await verify(folder)).failures.map(({ kind }) => kind);
    const last = /"hash":"([0-9a-f]{64})"[^\n]*"path":null/.exec(
      parseUtf8(files.get("data/commits.jsonl") ?? new Uint8Array(0)),
    )?.[1];
    const cases = [
      changed(".note", (text) => text.replace(/\n\d+\n/, "\n3\n")),
      changed(".note", (text) => text.replace(/\n([A-Za-z0-9+/]{43}=)\n/, `\n${"A".repeat(43)}=\n`)),
      changed(".paths", (text) => text.replace(/"path":\["..../, '"path":["AAAA')),
      changed(".paths", (text) => text.replace(/"commit":"[0-9a-f]{64}"/, `"commit":"${last ?? ""}"`)),
      changed(".paths", (text) => `${text}${text}`),
    ];
    for (const folder of cases) expect(await kindsOf(folder)).toContain("bad-checkpoint");
  });
});
