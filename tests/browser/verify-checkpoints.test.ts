// A bundle with a checkpoint, as the offline page and the command line check it: the same verdict and the same places, whether
// its note holds or somebody changed it, and hid that from the list of hashes.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues, type Translator } from "@tocsin/language";
import { createNodePrimitives, createProgram, exportToFolder } from "@tocsin/node";
import { addEvidence, attachAnswer, makeAnchor, makeBundle } from "@tocsin/workspace";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeTimestamps } from "../../packages/workspace/src/anchors/timestamps.fake.ts";
import { createPlace, type Place } from "../cli-process.ts";
import { chromiumPath } from "./chromium.ts";
import { launch } from "./fake-visit.ts";

const built = resolve(import.meta.dirname, "../../dist/web/verify.html");
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let words: Translator;
let folder: string;
let bundle: string;
let place: Place;

async function writeBundle(): Promise<void> {
  const program = await createProgram(join(folder, "vault"), {
    passphrase: "a sentence for tests",
    deviceName: "laptop",
    cost: { memoryKib: 1024, passes: 1, lanes: 1 },
  });
  const source = {
    mediaType: "text/plain",
    original: null,
    async *stream() {
      yield Buffer.from("what was seen");
    },
    listing: () => null,
  };
  const about = { title: { text: "A note", lang: "en" } };
  const { record } = await addEvidence(program.workspace, source, { about });
  const timestamps = createFakeTimestamps();
  const { request } = await makeAnchor(program.workspace, timestamps, { requested: true });
  await attachAnswer(program.workspace, timestamps, { answer: timestamps.answer(request) });
  await makeBundle(program.workspace, {
    evidence: [record],
    audience: "court",
    approvedBy: "Somebody",
    lang: "en",
    translator: words,
    tool: { name: "tocsin", version: "test" },
    primitives: createNodePrimitives(),
    sink: exportToFolder(bundle),
    page: await readFile(built),
  });
  await program.close();
}

async function noteIn(bag: string): Promise<string> {
  const names = await readdir(join(bag, "data/checkpoints"));
  const note = names.find((name) => name.endsWith(".note"));
  if (note === undefined) throw new Error("the bundle has no checkpoint");
  return `data/checkpoints/${note}`;
}

/** As somebody would who wants it not to show: the lists of hashes are written anew. */
async function repack(bag: string, path: string): Promise<void> {
  for (const [list, file] of [
    ["manifest-sha256.txt", path],
    ["tagmanifest-sha256.txt", "manifest-sha256.txt"],
  ] as const) {
    const hash = sha256(await readFile(join(bag, file)));
    const text = await readFile(join(bag, list), "utf8");
    const lines = text.split("\n").map((line) => (line.endsWith(`  ${file}`) ? `${hash}  ${file}` : line));
    await writeFile(join(bag, list), lines.join("\n"));
  }
}

interface Verdict {
  readonly holds: boolean;
  /** In words, with their places. */
  readonly failures: readonly string[];
  readonly checkpoints: readonly string[];
}

interface Reported {
  readonly failures: readonly {
    readonly kind: string;
    readonly path: string;
    readonly line: number | null;
    readonly commit: string | null;
    readonly index: number | null;
  }[];
  readonly checkpoints: readonly {
    readonly id: string;
    readonly covers: number;
    readonly hasTimestamp: boolean;
  }[];
}

async function byCommand(bag: string): Promise<Verdict> {
  const { code, out } = await place.run(["bundle", "verify", bag, "--json"]);
  const { failures, checkpoints }: Reported = JSON.parse(out);
  expect(code === 0).toBe(failures.length === 0);
  return {
    holds: code === 0,
    failures: failures.map(({ kind, path, line, commit, index }) => {
      const at = [path, line, commit === null ? null : `${commit}:${index ?? ""}`];
      return `${words.t(`bundle.failure.${kind}`)} ${at.filter((part) => part !== null).join(" ")}`;
    }),
    checkpoints: checkpoints.map(({ id, covers, hasTimestamp }) =>
      words.t(hasTimestamp ? "bundle.checkpoint.timestamp" : "bundle.checkpoint", { id, covers }),
    ),
  };
}

async function byPage(browser: Browser, bag: string): Promise<Verdict> {
  const context = await browser.newContext({ locale: "en-GB" });
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(bundle, "verify.html")).href);
  await page.setInputFiles("#folder", bag);
  const verdict = page.locator("h2[tabindex='-1']");
  await verdict.waitFor();
  const listed = (key: string): Promise<string[]> =>
    page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: words.t(key), exact: true }) })
      .locator("li")
      .allTextContents();
  const shown = {
    holds: (await verdict.textContent()) === words.t("bundle.page.holds"),
    failures: await listed("bundle.page.failures"),
    checkpoints: await listed("bundle.page.checkpoints"),
  };
  await context.close();
  return shown;
}

const damages: readonly (readonly [name: string, damage: (text: string) => string])[] = [
  [
    "another root",
    (text) =>
      text.replace(/^[A-Za-z0-9+/]{43}=$/mu, (root) => `${root.startsWith("A") ? "B" : "A"}${root.slice(1)}`),
  ],
  ["another size", (text) => text.replace(/^\d+$/mu, (size) => String(Number(size) + 1))],
  ["a signature of nobody", (text) => text.replace(/[A-Za-z0-9+/]{8}(=*\n)$/u, "AAAAAAAA$1")],
  ["no signature", (text) => text.slice(0, text.indexOf("\n\n") + 1)],
];

describe.skipIf(chromiumPath() === undefined)("a bundle with a checkpoint", { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    words = createTranslator("en", await loadCatalogues("en"));
    folder = await mkdtemp(join(tmpdir(), "tocsin-checkpoints-"));
    bundle = join(folder, "bundle");
    place = createPlace();
    await writeBundle();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    place.remove();
    await rm(folder, { recursive: true });
  });

  it("holds by the page as by the command line, and both say what the checkpoint covers", async () => {
    const [command, page] = [await byCommand(bundle), await byPage(browser, bundle)];
    expect(command).toMatchObject({ holds: true, failures: [] });
    expect(command.checkpoints).toHaveLength(1);
    expect(page).toEqual(command);
  });

  it.each(damages)(
    "whose note has %s holds by neither, though the lists of hashes fit",
    async (name, damage) => {
      const altered = join(folder, name);
      await cp(bundle, altered, { recursive: true });
      const path = await noteIn(altered);
      const text = await readFile(join(altered, path), "utf8");
      await writeFile(join(altered, path), damage(text));
      expect(damage(text)).not.toBe(text);
      await repack(altered, path);
      const [command, page] = [await byCommand(altered), await byPage(browser, altered)];
      expect(command).toMatchObject({ holds: false, checkpoints: [] });
      expect(command.failures).toEqual([`${words.t("bundle.failure.bad-checkpoint")} ${path}`]);
      expect(page).toEqual(command);
    },
  );

  it("whose note was changed and not hidden is told by its hash as well, by both", async () => {
    const altered = join(folder, "plain");
    await cp(bundle, altered, { recursive: true });
    const path = await noteIn(altered);
    await writeFile(join(altered, path), (await readFile(join(altered, path), "utf8")).replace("\n", "x\n"));
    const [command, page] = [await byCommand(altered), await byPage(browser, altered)];
    expect(command.failures.length).toBeGreaterThan(1);
    expect(page).toEqual(command);
  });
});
