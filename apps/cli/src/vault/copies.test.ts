import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun } from "../run.fake.ts";

let folder = "";
let stick = "";
const run = createRun(() => ({ vault: join(folder, "vault"), places: { examples: folder, screen: folder } }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-copies-"));
  stick = join(folder, "stick");
  await mkdir(stick);
  await run(["vault", "create", join(folder, "vault")]);
});
afterAll(() => rm(folder, { recursive: true }));

describe("vault backup", () => {
  it("copies, says what it wrote, and leaves a note with the label", async () => {
    const { code, terminal } = await run(["vault", "backup", stick, "--label", "blue stick", "--json"]);
    expect(code).toBe(0);
    const report = JSON.parse(terminal.written());
    expect(report).toMatchObject({ files: 2, problems: [], verified: true, removed: 0 });
    expect(report.written.bytes).toBe(report.bytes);
    const listed = await run(["record", "show", report.record, "--json"]);
    expect(JSON.parse(listed.terminal.written()).values).toMatchObject({
      title: { text: "blue stick" },
      copy: report.copy,
      commits: report.commits,
      verified: true,
    });
  });

  it("needs no passphrase for a locked vault, and then notes nothing", async () => {
    const environment = { TOCSIN_VAULT: join(folder, "vault") };
    const before = await run(["record", "list", "copy", "--json"]);
    const { code, terminal } = await run(["vault", "backup", stick, "--locked"], { environment });
    expect(code).toBe(0);
    expect(terminal.said()).toContain("knows nothing of this copy");
    const after = await run(["record", "list", "copy", "--json"]);
    expect(after.terminal.written()).toBe(before.terminal.written());
    const labelled = await run(["vault", "backup", stick, "--locked", "--label", "x"], { environment });
    expect(labelled.code).toBe(64);
  });

  it("shows how far it is to somebody who sits there", async () => {
    const lines: (string | null)[] = [];
    let now = 0;
    await run(["vault", "backup", stick], {
      answers: [],
      onStatus: (line) => void lines.push(line),
      clock: () => (now += 1000),
    });
    expect(lines.some((line) => line?.includes("device.json"))).toBe(true);
    expect(lines.at(-1)).toBeNull();
  });

  it("makes nothing where no stick is, and ends with 66", async () => {
    const { code, terminal } = await run(["vault", "backup", join(folder, "nowhere")]);
    expect(code).toBe(66);
    expect(terminal.said()).toContain("plug the stick in");
    expect(await readdir(folder)).not.toContain("nowhere");
  });

  it("ends with 10, and names the file, when the copy keeps what the vault has lost", async () => {
    const path = join(folder, "letter.txt");
    await writeFile(path, "a letter");
    await run(["evidence", "add", path, "--title", "Letter"]);
    await run(["vault", "backup", stick]);
    const evidence = join(folder, "vault", "evidence");
    const [name = ""] = await readdir(evidence);
    const bytes = await readFile(join(evidence, name));
    await rm(join(evidence, name));
    const { code, terminal } = await run(["vault", "backup", stick]);
    expect(code).toBe(10);
    expect(terminal.written()).toContain(`evidence/${name}: gone from the vault`);
    await writeFile(join(evidence, name), bytes);
    expect((await run(["vault", "backup", stick])).code).toBe(0);
  });
});

describe("vault restore", () => {
  it("gives the vault back, refuses a folder that is taken, and checks without writing", async () => {
    const target = join(folder, "back");
    const { code, terminal } = await run(["vault", "restore", stick, target]);
    expect([code, terminal.written()]).toEqual([0, `${target}\n`]);
    const status = await run(["--vault", target, "vault", "status", "--json"]);
    expect(JSON.parse(status.terminal.written()).problems).toEqual([]);
    expect(status.terminal.said()).toContain("goes on in a new chain");
    const again = await run(["--vault", target, "vault", "status", "--json"]);
    expect(again.terminal.said()).not.toContain("new chain");
    expect((await run(["vault", "restore", stick, target])).code).toBe(73);
    expect((await run(["vault", "restore", folder, join(folder, "other")])).code).toBe(66);
    expect((await run(["vault", "restore", stick])).code).toBe(64);
    const checked = await run(["vault", "restore", stick, "--check"]);
    expect([checked.code, checked.terminal.written()]).toEqual([0, ""]);
    expect(checked.terminal.said()).toContain("is whole");
  });

  it("names what is damaged and ends with 65, also when the rest is restored", async () => {
    const [copy = ""] = await readdir(stick);
    const evidence = join(stick, copy, "evidence");
    const [name = ""] = await readdir(evidence);
    await writeFile(join(evidence, name), "something else");
    const target = join(folder, "partly");
    const line = `evidence/${name}: other bytes than were copied`;
    for (const more of [["--check"], [target], [target, "--partial"]]) {
      const { code, terminal } = await run(["vault", "restore", stick, ...more]);
      expect(code).toBe(65);
      expect(terminal.written()).toContain(line);
    }
    const status = await run(["--vault", target, "vault", "status", "--json"]);
    expect(JSON.parse(status.terminal.written()).records.evidence).toBe(1);
  });
});
