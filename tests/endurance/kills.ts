// SIGKILL at random instants: whatever was said to be durable is there, nothing half is, and nothing readable lies about.
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseUtf8 } from "@tocsin/core";
import { createProgram, createVaultFolder, openProgram, openVaultFolder, restoreBackup } from "@tocsin/node";
import {
  codeOf,
  expectThat,
  filesUnder,
  filesWith,
  options,
  passphrase,
  programIn,
  type Round,
  runProgram,
  type Scenario,
} from "./scenario.ts";

/** What must be readable nowhere: a word of everything that is written, and the passphrase. */
const marks = ["marker ", passphrase];
const tails: ReadonlySet<string> = new Set(["torn-tail", "incomplete-step"]);

interface Found {
  readonly texts: readonly string[];
  readonly states: readonly string[];
  /** Names of sealed files. */
  readonly sealed: readonly string[];
}

/** Opens what is left, holds that nothing but an end is wrong with it, and gives what it holds. */
async function lookInto(folder: string): Promise<Found> {
  const { vault, ports, close } = await openVaultFolder(folder, passphrase);
  const texts: string[] = [];
  const states: string[] = [];
  for await (const operation of vault.allOperations()) {
    states.push(operation.state);
    if (operation.state === "open") texts.push(parseUtf8(operation.payload));
  }
  const wrong = (await vault.verify()).problems.filter(({ kind }) => !tails.has(kind));
  expectThat(wrong.length === 0, `the log has ${wrong.map(({ kind }) => kind).join(", ")}`);
  const sealed = await ports.blobs.names();
  await close();
  const readable = await filesWith(folder, marks);
  expectThat(readable.length === 0, `readable: ${readable.join(", ")}`);
  return { texts, states, sealed };
}

async function killIn(activity: string, round: Round, shared: string): Promise<readonly string[]> {
  const folder = join(round.folder, "vault");
  await (await createVaultFolder(folder, options)).close();
  const program = await programIn(shared);
  const command = [process.execPath, program, activity, folder];
  const { said, errors } = await runProgram(command, { lines: 1 + round.below(6), more: round.below(40) });
  expectThat(said.length > 0, `the program said nothing: ${errors}`);
  return said;
}

const writing: Scenario = {
  name: "killed while writing acts",
  checks: "every acknowledged act is there, the log verifies, no marker word is readable",
  async run(round, shared) {
    const said = await killIn("write", round, shared);
    const { texts } = await lookInto(join(round.folder, "vault"));
    for (const line of said) expectThat(texts.includes(`marker ${line}`), `${line} is lost`);
    expectThat(texts.length <= said.length + 1, "more is there than was begun");
  },
};

const importing: Scenario = {
  name: "killed while importing in steps of 100",
  checks: "every acknowledged step is there whole, none is there in part",
  async run(round, shared) {
    const said = await killIn("import", round, shared);
    const { texts } = await lookInto(join(round.folder, "vault"));
    expectThat(texts.length % 100 === 0, `${texts.length} parts: a step is there in part`);
    for (const line of said)
      expectThat(
        texts.filter((text) => text.startsWith(`marker ${line.slice(0, -1)} `)).length === 100,
        `${line} is lost`,
      );
  },
};

const intake: Scenario = {
  name: "killed while evidence comes in",
  checks: "every acknowledged file is named by an act and opens with its hash, none is half",
  async run(round, shared) {
    const said = await killIn("evidence", round, shared);
    const folder = join(round.folder, "vault");
    const { texts, sealed } = await lookInto(folder);
    const named = new Map(texts.map((text) => [String(JSON.parse(text).name), text]));
    for (const name of said) expectThat(named.has(name) && sealed.includes(name), `evidence ${name} is lost`);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    for (const text of named.values()) {
      const { name, secret } = JSON.parse(text);
      const reader = await vault.openEvidence({ name, passphrase: secret });
      let size = 0;
      for (const piece of reader.stream()) size += piece.length;
      reader.close();
      expectThat(size > 0, `evidence ${name} is empty`);
    }
    await close();
  },
};

const erasing: Scenario = {
  name: "killed while erasing",
  checks: "what was erased stays erased, with its sealed file; what was kept is there; the log verifies",
  async run(round, shared) {
    const said = await killIn("erase", round, shared);
    const folder = join(round.folder, "vault");
    const { texts, states, sealed } = await lookInto(folder);
    for (const line of said.filter((each) => each.startsWith("keeper")))
      expectThat(texts.includes(`marker ${line}`), `${line} is lost`);
    const erased = said.filter((each) => each.startsWith("erased"));
    expectThat(states.filter((state) => state === "erased").length >= erased.length, "an erasure is undone");
    for (const line of erased) {
      const [, number = "", name = ""] = line.split(" ");
      expectThat(
        !texts.some((text) => text.startsWith(`marker victim ${number}`)),
        `victim ${number} is back`,
      );
      expectThat(!sealed.includes(name), `the sealed file of victim ${number} is still there`);
    }
  },
};

const rebuilding: Scenario = {
  name: "killed while the tables are made anew",
  checks: "every acknowledged record is in the list after opening again, and the tables add up",
  async run(round, shared) {
    const folder = join(round.folder, "vault");
    const made = await createProgram(folder, options);
    await made.close();
    const program = await programIn(shared);
    const command = [process.execPath, program, "rebuild", folder];
    const until = { lines: 1 + round.below(4), more: round.below(120) };
    const { said, errors } = await runProgram(command, until);
    expectThat(said.length > 0, `the program said nothing: ${errors}`);
    const opened = await openProgram(folder, { passphrase });
    await opened.tables.ended;
    const { rows } = await opened.workspace.view.list({ kind: "case", limit: 200 });
    const labels = rows.map(({ label }) => label);
    for (const line of said) expectThat(labels.includes(`marker ${line}`), `${line} is in no list`);
    expectThat(opened.tables.isChecked(), "the tables were not compared");
    await opened.close();
    const readable = await filesWith(folder, marks);
    expectThat(readable.length === 0, `readable: ${readable.join(", ")}`);
  },
};

/** Kills a program that copies without end; gives how many copies it had said to be whole. */
async function killCopying(round: Round, shared: string): Promise<number> {
  const folder = join(round.folder, "vault");
  await (await createVaultFolder(folder, options)).close();
  const stick = join(round.folder, "stick");
  await mkdir(stick);
  const command = [process.execPath, await programIn(shared), "backup", folder, stick];
  const until = { lines: 1 + round.below(4), more: round.below(60) };
  const { said, errors } = await runProgram(command, until);
  expectThat(said.length > 0, `the program said nothing: ${errors}`);
  return said.length;
}

async function holdCopied(folder: string, copied: number): Promise<void> {
  const { texts, sealed } = await lookInto(folder);
  for (let count = 0; count < copied; count += 1) {
    const text = texts.find((each) => each.startsWith(`marker act ${count}.`));
    expectThat(text !== undefined, `act ${count} is not in the copy`);
    expectThat(
      sealed.includes(text?.split(" ")[3] ?? ""),
      `the sealed file of act ${count} is not in the copy`,
    );
  }
}

const copying: Scenario = {
  name: "killed while a copy is made",
  checks:
    "the last whole copy restores without damage, with every act and sealed file; nothing readable lies in it",
  async run(round, shared) {
    const copied = await killCopying(round, shared);
    const stick = join(round.folder, "stick");
    const readable = await filesWith(stick, marks);
    expectThat(readable.length === 0, `readable: ${readable.join(", ")}`);
    const target = join(round.folder, "restored");
    const { damaged } = await restoreBackup({ backup: stick, folder: target });
    expectThat(damaged.length === 0, `damaged: ${damaged.map(({ path }) => path).join(", ")}`);
    await holdCopied(target, copied);
  },
};

const restoring: Scenario = {
  name: "killed while a copy is restored",
  checks: "what is half restored is never opened as a vault; restoring again goes on and gives the whole one",
  async run(round, shared) {
    const copied = await killCopying(round, shared);
    const [stick, target] = [join(round.folder, "stick"), join(round.folder, "restored")];
    const command = [process.execPath, await programIn(shared), "restore", target, stick];
    const { said } = await runProgram(command, { lines: 1 + round.below(8), more: round.below(4) });
    if (!said.includes("restored")) {
      const isHalf = !(await readdir(target).catch((): readonly string[] => [])).includes("device.json");
      const opened = await openVaultFolder(target, passphrase).catch(codeOf);
      if (typeof opened !== "string") await opened.close();
      expectThat(!isHalf || typeof opened === "string", "half a vault was opened");
      if (typeof opened === "string") await restoreBackup({ backup: stick, folder: target });
    }
    await holdCopied(target, copied);
  },
};

const leftovers: Scenario = {
  name: "marker words in everything that a killed program leaves",
  checks:
    "no file of the vault or of the temporary folder holds a marker word or the passphrase, in UTF-8 or UTF-16",
  async run(round, shared) {
    const folder = join(round.folder, "vault");
    const temporary = join(round.folder, "temporary");
    await mkdir(temporary);
    const made = await createProgram(folder, options);
    for (let count = 0; count < 12; count += 1)
      await made.workspace.run("record.create", {
        kind: "incident",
        values: {
          title: { text: `marker title ${count}`, lang: "en" },
          narrative: { text: `marker narrative ${count} `.repeat(300), lang: "en" },
        },
      });
    await made.close();
    const program = await programIn(shared);
    const command = [process.execPath, program, round.below(2) === 0 ? "rebuild" : "evidence", folder];
    const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    await runProgram(command, { lines: 1 + round.below(2), more: round.below(100) }, places);
    const readable = [...(await filesWith(folder, marks)), ...(await filesWith(temporary, marks))];
    expectThat(readable.length === 0, `readable: ${readable.join(", ")}`);
    expectThat((await filesUnder(folder)).size > 2, "nothing was searched");
    expectThat((await readFile(join(folder, "device.json"))).length > 100, "the device file is gone");
  },
};

export const kills: readonly Scenario[] = [
  writing,
  importing,
  intake,
  erasing,
  copying,
  restoring,
  rebuilding,
  leftovers,
];
