// The program that is killed: works on a vault without end, and says what is durable. Words: activity, folder, start.
import { writeSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeUtf8 } from "@tocsin/core";
import { backUpLocked, createVaultFolder, openProgram, openVaultFolder, restoreBackup } from "@tocsin/node";
import type { Vault } from "@tocsin/vault";

const passphrase = "a long sentence that nobody guesses";
const [activity = "", folder = "", start = "0"] = process.argv.slice(2);

function say(text: string): void {
  writeSync(1, `${text}\n`);
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  for (let piece = 0; piece < 6; piece += 1) {
    yield encodeUtf8(text.repeat(2000));
    await new Promise((settle) => {
      setImmediate(settle);
    });
  }
}

async function writeActs(vault: Vault): Promise<void> {
  for (let count = Number(start); ; count += 1) {
    await vault.commit([encodeUtf8(`marker act ${count}.`)]);
    say(`act ${count}.`);
  }
}

async function importActs(vault: Vault): Promise<void> {
  for (let count = Number(start); ; count += 1) {
    const payloads = Array.from({ length: 100 }, (_, at) => encodeUtf8(`marker step ${count} part ${at}.`));
    await vault.commit(payloads);
    say(`step ${count}.`);
  }
}

async function takeEvidence(vault: Vault): Promise<void> {
  for (let count = Number(start); ; count += 1) {
    const {
      name,
      passphrase: secret,
      sha256,
    } = await vault.addEvidence(bytesOf(`marker evidence ${count}.`));
    await vault.commit([encodeUtf8(JSON.stringify({ name, secret, sha256 }))]);
    say(name);
  }
}

async function eraseActs(vault: Vault): Promise<void> {
  for (let count = Number(start); ; count += 1) {
    const { name, passphrase: secret } = await vault.addEvidence(bytesOf(`marker victim ${count}.`));
    const { stamps } = await vault.commit([encodeUtf8(`marker victim ${count}. ${secret}`)]);
    await vault.commit([encodeUtf8(`marker keeper ${count}.`)]);
    say(`keeper ${count}.`);
    const erasing = vault.erase({ operations: stamps, evidence: [name], ground: "mistake" });
    await erasing;
    say(`erased ${count}. ${name}`);
  }
}

/** The place of the copy is `start`. */
async function copyVault(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const { name, passphrase: secret } = await vault.addEvidence(bytesOf(`marker evidence ${count}.`));
    await vault.commit([encodeUtf8(`marker act ${count}. ${name} ${secret}`)]);
    await close();
    await backUpLocked({ folder, to: start, clock: () => Date.now() });
    say(`copied ${count}.`);
  }
}

/** The copy is `start`; every piece that was read is said. */
async function restoreVault(): Promise<void> {
  await restoreBackup({ backup: start, folder, onProgress: () => say("piece") });
  say("restored");
}

async function rebuildTables(): Promise<void> {
  const { workspace } = await openProgram(folder, { passphrase });
  for (let count = Number(start); ; count += 1) {
    await workspace.run("record.create", {
      kind: "case",
      values: { title: { text: `marker case ${count}.`, lang: "en" } },
    });
    say(`case ${count}.`);
    await workspace.rebuild("asked");
  }
}

/** Writes until the disk is full, says why it ended, then makes room and opens again. */
async function fillDisk(): Promise<void> {
  const { vault, close } = await openVaultFolder(folder, passphrase);
  let count = 0;
  try {
    for (; ; count += 1) {
      await vault.commit([encodeUtf8(`full ${count}. ${"x".repeat(20_000)}`)]);
      say(`act ${count}.`);
    }
  } catch (error) {
    say(`ended ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`);
  }
  try {
    await vault.commit([encodeUtf8("after")]);
    say("went on");
  } catch (error) {
    say(`then ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`);
  }
  await close();
  await rm(join(folder, "..", "filler"), { force: true });
  const second = await openVaultFolder(folder, passphrase);
  let held = 0;
  for await (const operation of second.vault.allOperations()) if (operation.state === "open") held += 1;
  say(`held ${held}`);
  await second.vault.commit([encodeUtf8("after room was made")]);
  say(
    `problems ${second.vault
      .problems()
      .map(({ kind }) => kind)
      .join(" ")}`,
  );
  await second.close();
}

async function createOnly(): Promise<void> {
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  await (await createVaultFolder(folder, { passphrase, deviceName: "office", cost })).close();
}

async function openOnly(): Promise<void> {
  try {
    const { close } = await openVaultFolder(folder, passphrase);
    say("opened");
    if (start === "hold") await new Promise((settle) => void setTimeout(settle, 60_000));
    await close();
  } catch (error) {
    say(error instanceof Error && "code" in error ? String(error.code) : String(error));
  }
}

const endless: Readonly<Record<string, (vault: Vault) => Promise<void>>> = {
  write: writeActs,
  import: importActs,
  evidence: takeEvidence,
  erase: eraseActs,
};

const work = endless[activity];
if (work !== undefined) await work((await openVaultFolder(folder, passphrase)).vault);
else if (activity === "rebuild") await rebuildTables();
else if (activity === "backup") await copyVault();
else if (activity === "restore") await restoreVault();
else if (activity === "create") await createOnly();
else if (activity === "fill") await fillDisk();
else await openOnly();
