import { concatBytes, encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createFakePrimitives, createSeededRandom } from "@tocsin/crypto/fakes";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../small-vault.fake.ts";
import { encodeBagManifest } from "./bag.ts";
import { bundlePaths, exhibitPath } from "./bundle-format.ts";
import type { BundleFailureKind, BundleReport } from "./bundle-report.ts";
import {
  type BundleFolder,
  bundleOf,
  createSmallBundle,
  type SmallBundle,
  sourceOf,
} from "./small-bundle.fake.ts";
import { verifyBundle } from "./verify-bundle.ts";

const primitives = createFakePrimitives("verifier");
let small: SmallBundle;
let other: SmallBundle;

beforeAll(async () => {
  small = await createSmallBundle();
  other = await createSmallBundle("another");
});

function verify(files: BundleFolder): Promise<BundleReport> {
  return verifyBundle(primitives, sourceOf(files));
}

/** A copy in which one file is another, with manifests that fit it: what a careful forger would hand out. */
function forged(path: string, change: (bytes: Uint8Array) => Uint8Array): BundleFolder {
  const files = new Map(small.files);
  files.set(path, change(files.get(path) ?? new Uint8Array(0)));
  return withManifests(files);
}

function withManifests(files: BundleFolder): BundleFolder {
  const manifestOf = (paths: readonly string[]): Uint8Array =>
    encodeBagManifest(new Map(paths.map((path) => [path, sha256Of(files.get(path) ?? new Uint8Array(0))])));
  const paths = [...files.keys()].filter((path) => path !== bundlePaths.tagManifest);
  files.set(bundlePaths.manifest, manifestOf(paths.filter((path) => path.startsWith("data/"))));
  files.set(bundlePaths.tagManifest, manifestOf(paths.filter((path) => !path.startsWith("data/"))));
  return files;
}

function sha256Of(bytes: Uint8Array): string {
  return Buffer.from(primitives.sha256(bytes)).toString("hex");
}

function linesIn(path: string, files = small.files): readonly string[] {
  return parseUtf8(files.get(path) ?? new Uint8Array(0))
    .split("\n")
    .slice(0, -1);
}

function forgedLines(path: string, change: (lines: readonly string[]) => readonly string[]): BundleFolder {
  return forged(path, (bytes) =>
    encodeUtf8(
      change(parseUtf8(bytes).split("\n").slice(0, -1))
        .map((line) => `${line}\n`)
        .join(""),
    ),
  );
}

function kindsOf(report: BundleReport): readonly BundleFailureKind[] {
  return [...new Set(report.failures.map(({ kind }) => kind))].sort();
}

async function found(files: BundleFolder): Promise<readonly BundleFailureKind[]> {
  return kindsOf(await verify(files));
}

describe("a bundle", () => {
  it("holds whole, and says what is proved and what is not", async () => {
    const report = await verify(small.files);
    expect(report.failures).toEqual([]);
    expect(report.vault).toBe(small.small.vault.id);
    expect(report.operations.every(({ holds }) => holds)).toBe(true);
    expect(report.exhibits.map(({ state, isNamed }) => [state, isNamed])).toEqual([["fits", true]]);
    expect(report.devices).toEqual([small.small.vault.device.id]);
    expect(report.proved).toEqual(["files", "entries", "signatures", "chains", "exhibits", "release"]);
    expect(report.unproved).toContain("person");
    expect(report.unproved).toContain("complete");
  });

  it("holds only what was chosen, the release, and what founds the vault", () => {
    const text = linesIn(bundlePaths.operations).join("\n");
    expect(linesIn(bundlePaths.operations)).toHaveLength(5);
    expect(text).not.toContain("not in the bundle");
    expect(text).toContain('"text":"a note beside it"');
    expect(text).not.toContain("wrap");
  });

  it("proves every commit from the last one of its chain, whatever lies between", async () => {
    const { small: vault, evidence } = await createSmallBundle("long");
    const acts = [];
    for (let at = 0; at < 12; at += 1) acts.push(await vault.vault.commit([encodeUtf8(`act ${at}`)]));
    const first = acts.filter((_, at) => at % 5 === 0);
    const text = { kind: "evidence", patch: { sealed: { set: { ...evidence } } } };
    const naming = await vault.vault.commit([encodeUtf8(JSON.stringify(text))]);
    const files = await bundleOf(vault, { acts: [naming, ...first], evidence });
    const report = await verify(files);
    expect(report.failures.filter(({ kind }) => kind !== "exhibit-not-named")).toEqual([]);
    expect(report.commits.every(({ holds }) => holds)).toBe(true);
  });
});

describe("verifying a bundle finds", () => {
  it("a change of any single byte of any file", async () => {
    const random = createSeededRandom("bytes");
    for (const [path, bytes] of small.files) {
      for (let round = 0; round < 8; round += 1) {
        const [a = 0, b = 0, c = 0, change = 0] = random(4);
        const at = (a * 65_536 + b * 256 + c) % bytes.length;
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ (1 + (change % 255));
        const files = new Map(small.files).set(path, altered);
        const outcome = await verify(files).then(kindsOf, (error: unknown) =>
          codeOf(() => Promise.reject(error)),
        );
        expect(await outcome, `${path} at ${at}`).not.toEqual([]);
      }
    }
  });

  it("a file that is missing, one that was added, and one that was cut", async () => {
    const without = (path: string): BundleFolder =>
      new Map([...small.files].filter(([each]) => each !== path));
    expect(await codeOf(() => verify(without(bundlePaths.document)))).toBe("vault.not-a-bundle");
    for (const path of [...small.files.keys()].filter((each) => each !== bundlePaths.document))
      expect(await found(without(path)), path).toContain("missing-file");
    for (const path of [
      "data/more.txt",
      "../outside",
      "data/evidence/x.age",
      "notes.html",
      exhibitPath("0".repeat(32)),
    ])
      expect(await found(new Map(small.files).set(path, encodeUtf8("x"))), path).toContain("unexpected-file");
    const cut = new Map(small.files);
    const path = exhibitPath(small.evidence.name);
    cut.set(path, small.files.get(path)?.slice(0, -1) ?? new Uint8Array(0));
    expect(await found(cut)).toEqual(["exhibit-damaged", "hash-differs"]);
  });

  it("an operation that was moved to another commit, or to another place in its own", async () => {
    const commits = [...linesIn(bundlePaths.operations)].map(
      (line) => (JSON.parse(line) as { commit: string }).commit,
    );
    const [first, last] = [commits[1] ?? "", commits.at(-1) ?? ""];
    const moved = forgedLines(bundlePaths.operations, (lines) =>
      lines.map((line, at) => (at === 1 ? line.replace(first, last) : line)),
    );
    expect(await found(moved)).toContain("not-in-commit");
    const swapped = forgedLines(bundlePaths.operations, (lines) =>
      lines.map((line, at) => (at === 1 ? line.replace('"index":0', '"index":1') : line)),
    );
    expect(await found(swapped)).toContain("not-in-commit");
  });

  it("another text, another claimed time, another salt, and a byte moved from salt to content", async () => {
    const changes: readonly [string | RegExp, string][] = [
      ["a note beside it", "a note beside us"],
      [/"at":1/, '"at":2'],
      [/"salt":"..../, '"salt":"AAAA'],
      [/"flags":0/, '"flags":1'],
      [/"salt":"..../, '"salt":"'],
    ];
    for (const [from, to] of changes) {
      const changed = forgedLines(bundlePaths.operations, (lines) =>
        lines.map((line) => line.replace(from, to)),
      );
      const kinds = await found(changed);
      expect(
        kinds.some((kind) => kind === "not-in-commit" || kind === "malformed"),
        String(from),
      ).toBe(true);
    }
  });

  it("a header that was changed, and a signature by a device that nobody admitted", async () => {
    const changed = forgedLines(bundlePaths.commits, (lines) =>
      lines.map((line, at) =>
        at === 1 ? line.replace(/("header":".{50})./, (_, start: string) => `${start}_`) : line,
      ),
    );
    expect(await found(changed)).toContain("commit-hash-differs");
    const unsigned = forgedLines(bundlePaths.commits, (lines) =>
      lines.map((line) => line.replace(/"bytes":"..../, '"bytes":"AAAA')),
    );
    expect(await found(unsigned)).toContain("bad-signature");
    const strangers = linesIn(bundlePaths.commits, other.files);
    const device = other.small.vault.device.id;
    const signedByOther = forgedLines(bundlePaths.commits, (lines) => [...lines, strangers.at(-1) ?? ""]);
    const kinds = await found(signedByOther);
    expect(kinds).toContain("unknown-device");
    expect(kinds).toContain("other-vault");
    const relabelled = forgedLines(bundlePaths.commits, (lines) =>
      lines.map((line) => line.replaceAll(small.small.vault.device.id, device)),
    );
    expect(await found(relabelled)).toContain("bad-signature");
  });

  it("lines of another vault's bundle that were mixed in, and the same line twice", async () => {
    const mixed = new Map(small.files);
    for (const path of [bundlePaths.commits, bundlePaths.operations])
      mixed.set(
        path,
        concatBytes(small.files.get(path) ?? new Uint8Array(0), other.files.get(path) ?? new Uint8Array(0)),
      );
    const kinds = await found(withManifests(mixed));
    expect(kinds).toEqual(["other-vault", "selection-differs", "unknown-device"]);
    const twice = forgedLines(bundlePaths.operations, (lines) => [...lines, lines[2] ?? ""]);
    expect(await found(twice)).toEqual(["twice"]);
  });

  it("an operation that was taken out, and one that nobody released", async () => {
    const without = forgedLines(bundlePaths.operations, (lines) => lines.filter((_, at) => at !== 2));
    expect(await found(without)).toEqual(["selection-differs"]);
    const unreleased = forged(bundlePaths.document, (bytes) =>
      encodeUtf8(parseUtf8(bytes).replace('"audience":"court"', '"audience":"public"')),
    );
    expect(await found(unreleased)).toEqual(["not-released"]);
  });

  it("a commit that was taken out of the middle of its chain's proof", async () => {
    const without = forgedLines(bundlePaths.commits, (lines) => lines.filter((_, at) => at !== 1));
    expect(await found(without)).toContain("no-commit");
    const path = forgedLines(bundlePaths.commits, (lines) =>
      lines.map((line) => line.replace(/"path":\["..../, '"path":["AAAA')),
    );
    expect(await found(path)).toContain("not-in-chain");
    const founding = forgedLines(bundlePaths.commits, (lines) => lines.slice(1));
    expect(await found(founding)).toContain("no-founding");
  });

  it("other evidence under the same name, and a name for other evidence", async () => {
    const path = exhibitPath(small.evidence.name);
    const exchanged = forged(
      path,
      () => other.files.get(exhibitPath(other.evidence.name)) ?? new Uint8Array(0),
    );
    expect(await found(exchanged)).toEqual(["exhibit-damaged"]);
    const renamed = forged(bundlePaths.document, (bytes) =>
      encodeUtf8(parseUtf8(bytes).replace(small.evidence.sha256, "0".repeat(64))),
    );
    expect(await found(renamed)).toContain("exhibit-not-named");
  });
});

describe("verifying hostile bundles", () => {
  const hostile = (text: string): BundleFolder => forged(bundlePaths.operations, () => encodeUtf8(text));

  it("refuses double keys, deep nesting, numbers that are none, long lines and a last line without an end", async () => {
    const line = linesIn(bundlePaths.operations)[1] ?? "";
    const texts = [
      `${line.replace('"index":0', '"index":0,"index":0')}\n`,
      `${line.replace('"index":0', '"index":1e0')}\n`,
      `${line.replace('"index":0', '"index":9007199254740993')}\n`,
      `${line.replace('"index":0', '"index":-1')}\n`,
      `${"[".repeat(100_000)}\n`,
      `{"at":${"9".repeat(300_000)}}\n`,
      line,
      "\n",
      "null\n",
      "[]\n",
      "\u{feff}{}\n",
    ];
    for (const text of texts) expect(await found(hostile(text)), text.slice(0, 60)).toContain("malformed");
  });

  it("reads no file beyond its limit, and none whose path no bundle has", async () => {
    const opened: string[] = [];
    const source = sourceOf(small.files);
    const report = await verifyBundle(primitives, {
      list: async () => [
        ...(await source.list()).filter(({ path }) => path !== bundlePaths.cover),
        { path: bundlePaths.cover, size: 2 ** 40 },
        { path: "data/../../etc/passwd", size: 1 },
      ],
      open: (path) => {
        opened.push(path);
        return source.open(path);
      },
    });
    expect(kindsOf(report)).toEqual(["missing-file", "too-large", "unexpected-file"]);
    expect(opened).not.toContain(bundlePaths.cover);
    expect(opened.some((path) => path.includes(".."))).toBe(false);
  });

  it("calls a folder without a description, and one that cannot be read, no bundle", async () => {
    expect(await codeOf(() => verify(new Map()))).toBe("vault.not-a-bundle");
    const other = forged(bundlePaths.document, () => encodeUtf8("{}"));
    expect(await codeOf(() => verify(other))).toBe("vault.not-a-bundle");
    const newer = forged(bundlePaths.document, (bytes) =>
      encodeUtf8(parseUtf8(bytes).replace('"version":1}', '"version":2}')),
    );
    expect(await codeOf(() => verify(newer))).toMatch(/^vault\./);
  });

  it("ends on any text in the place of any file: time-boxed, seeded", async () => {
    const random = createSeededRandom("hostile");
    for (const path of [
      bundlePaths.document,
      bundlePaths.operations,
      bundlePaths.commits,
      bundlePaths.manifest,
    ])
      for (let round = 0; round < 15; round += 1) {
        const whole = small.files.get(path) ?? new Uint8Array(0);
        const [a = 0, b = 0, c = 0] = random(3);
        const from = (a * 256 + b) % whole.length;
        const altered = concatBytes(whole.subarray(0, from), random(c % 40), whole.subarray(from + (c % 7)));
        const outcome = await verify(forged(path, () => altered)).then(kindsOf, () => ["stopped"]);
        expect(outcome.length, `${path} at ${from}`).toBeGreaterThanOrEqual(
          path === bundlePaths.manifest ? 0 : 1,
        );
      }
  });
});
