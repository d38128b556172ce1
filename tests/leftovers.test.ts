// One vault through every stretch of the road, by the built program: nothing is written beside what was asked for, and no
// byte of the vault, of its copy, or of the temporary and home folders shows a marker word or the passphrase.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPlace, type Ended, type Place } from "./cli-process.ts";

const sentence = "a sentence for leftovers and nothing else";
const marker = "Markerword";
const examples = resolve(import.meta.dirname, "../examples");
let place: Place;
beforeAll(() => {
  place = createPlace();
});
afterAll(() => place.remove());

const at = (name: string): string => join(place.folder, name);

async function tocsin(...args: readonly string[]): Promise<Ended> {
  const settings = { TOCSIN_VAULT: at("vault"), TOCSIN_PASSPHRASE: sentence };
  const ended = await place.run(args, settings);
  // 10 says that something was found.
  if (ended.code !== 0 && ended.code !== 10) throw new Error(`${args.join(" ")}: ${ended.said}`);
  return ended;
}

const idIn = ({ out }: Ended): string => /"([0-9a-z]{26})"/.exec(out)?.[1] ?? "";

/** A word as files could hold it: in UTF-8, UTF-16, hexadecimal, and base64 at each of its three offsets. */
function formsOf(word: string): readonly Buffer[] {
  const plain = Buffer.from(word);
  const inBase64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), plain])
      .toString("base64")
      .slice(offset === 0 ? 0 : 4, -4),
  );
  return [
    plain,
    Buffer.from(word, "utf16le"),
    Buffer.from(plain.toString("hex")),
    ...inBase64.map((t) => Buffer.from(t)),
  ];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readable(folder: string, words: readonly string[]): readonly string[] {
  const forms = words.flatMap(formsOf);
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path);
    return path.includes(marker) || forms.some((form) => bytes.includes(form));
  });
}

it(
  "leaves nothing readable in the vault, its copy, or any temporary folder",
  { timeout: 240_000 },
  async () => {
    writeFileSync(at("note.txt"), `${marker} was here. `.repeat(400));
    await tocsin("vault", "create", at("vault"));
    const kase = idIn(await tocsin("record", "create", "case", "--set", `title=${marker} case`, "--json"));
    const about = ["--case", kase, "--json", "--title"];
    const note = idIn(await tocsin("evidence", "add", at("note.txt"), ...about, `${marker} note`));
    const phone = idIn(await tocsin("evidence", "add", join(examples, "phone"), ...about, `${marker} phone`));
    await tocsin("evidence", "examine", phone, "--indicators", join(examples, "indicators"), "--keep");
    const approved = ["--audience", "court", "--approved-by", "A. Approver"];
    await tocsin("report", kase, ...approved, "--format", "pdf,html,json", "--out", at("out"));
    await tocsin("evidence", "custody", note, ...approved, "--out", at("out"));
    await tocsin("bundle", "make", "--evidence", note, ...approved, "--out", at("bundle"));
    await tocsin("search", marker);
    await tocsin("vault", "backup", place.folder);
    await tocsin("vault", "verify");

    const words = [marker, sentence];
    const copy = readdirSync(place.folder).find((name) => name.startsWith("tocsin-")) ?? "none";
    for (const folder of [at("vault"), at(copy)]) {
      expect(filesBelow(folder).length).toBeGreaterThan(3);
      expect(readable(folder, words)).toEqual([]);
    }
    for (const name of ["HOME", "TMPDIR"]) expect(filesBelow(place.environment[name] ?? "")).toEqual([]);
    // The search finds what is there to be found.
    expect(readable(at("out"), words).length).toBeGreaterThan(0);
    expect(readable(at("bundle"), words).length).toBeGreaterThan(0);
  },
);

it("leaves no half lock where there is no room for one", { timeout: 120_000 }, async () => {
  const settings = { TOCSIN_VAULT: at("other"), TOCSIN_PASSPHRASE: sentence };
  expect((await place.run(["vault", "create", at("other")], settings)).code).toBe(0);
  const program = resolve(import.meta.dirname, "../bin/tocsin.mjs");
  // No file may grow: as on a full disk.
  const command = ["-c", 'ulimit -f 0; exec "$0" "$@"', process.execPath, program, "vault", "verify"];
  const { status } = spawnSync("sh", command, { env: { ...place.environment, ...settings } });
  expect(status).toBe(74);
  expect(readdirSync(at("other")).filter((name) => name.startsWith("vault.lock"))).toEqual([]);
});
