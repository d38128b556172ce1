// Places that do not take what is written: read-only, full, failing, or in use by another program.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createVaultFolder, folderPorts, openVaultFolder } from "@tocsin/node";
import { openVault } from "@tocsin/vault";
import { spawn } from "node:child_process";
import {
  codeOf,
  expectThat,
  options,
  passphrase,
  programIn,
  type Round,
  runProgram,
  type Scenario,
} from "./scenario.ts";

const run = promisify(execFile);

/** Mounts of one's own need the right to make a namespace. */
async function namespaceObstacle(): Promise<string | null> {
  return run("unshare", ["-m", "true"]).then(
    () => null,
    () => "no mount namespace can be made here",
  );
}

async function created({ folder }: Round): Promise<string> {
  const vault = join(folder, "vault");
  const made = await createVaultFolder(vault, options);
  await made.vault.commit([encodeUtf8("one")]);
  await made.close();
  return vault;
}

const readOnly: Scenario = {
  name: "a read-only mount",
  checks: "opening says that the folder cannot be written, and changes nothing",
  obstacle: namespaceObstacle,
  async run(round, shared) {
    const folder = await created(round);
    const program = await programIn(shared);
    const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" "$3" open "$1"';
    const { said, errors } = await runProgram(
      ["unshare", "-m", "sh", "-c", script, "sh", folder, process.execPath, program],
      null,
    );
    expectThat(said.join() === "vault.read-only", `it says ${said.join()} ${errors}`);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const problems = vault.problems();
    await close();
    expectThat(problems.length === 0, "the vault was changed");
  },
};

const full: Scenario = {
  name: "a full disk",
  checks:
    "the act that did not fit is refused and the vault locks; with room again every acknowledged act is there",
  obstacle: namespaceObstacle,
  async run(round, shared) {
    const program = await programIn(shared);
    const place = join(round.folder, "small");
    const kib = 700 + round.below(600);
    const script = `mkdir -p "$1" && mount -t tmpfs -o size=3m tmpfs "$1" && head -c ${kib}k /dev/zero > "$1/filler" && "$2" "$3" create "$1/vault" && exec "$2" "$3" fill "$1/vault"`;
    const command = ["unshare", "-m", "sh", "-c", script, "sh", place, process.execPath, program];
    const { said, errors } = await runProgram(command, null);
    const acknowledged = said.filter((line) => line.startsWith("act ")).length;
    expectThat(said.includes("ended vault.not-durable"), `it says ${said.slice(-4).join("; ")} ${errors}`);
    expectThat(said.includes("then vault.locked"), "the vault did not lock");
    const held = Number(said.find((line) => line.startsWith("held "))?.slice(5));
    expectThat(held >= acknowledged && held <= acknowledged + 1, `held ${held} of ${acknowledged}`);
    const problems = said.find((line) => line.startsWith("problems"))?.slice(9) ?? "none were told";
    expectThat(problems === "" || problems === "torn-tail", `found ${problems}`);
  },
};

const failing: Scenario = {
  name: "a failing fsync",
  checks:
    "the act is refused and the vault locks; what was acknowledged before is there; nothing was acknowledged after",
  async run(round) {
    const folder = await created(round);
    const ports = folderPorts(folder);
    let left = 1 + round.below(6);
    const sync: typeof ports.log.sync = (segment) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("EIO")) : ports.log.sync(segment);
    };
    const vault = await openVault({ ...ports, log: { ...ports.log, sync } }, passphrase);
    const acknowledged: string[] = [];
    const codes: string[] = [];
    for (let count = 0; count < 8; count += 1)
      await vault.commit([encodeUtf8(`act ${count}`)]).then(
        () => acknowledged.push(`act ${count}`),
        (error: unknown) => codes.push(codeOf(error)),
      );
    await vault.close();
    expectThat(codes[0] === "vault.not-durable", `the first says ${codes[0]}`);
    expectThat(
      codes.slice(1).every((code) => code === "vault.locked"),
      `then ${codes.slice(1).join()}`,
    );
    const again = await openVaultFolder(folder, passphrase);
    const texts: string[] = [];
    for await (const operation of again.vault.allOperations())
      if (operation.state === "open") texts.push(parseUtf8(operation.payload));
    await again.close();
    for (const text of acknowledged) expectThat(texts.includes(text), `${text} is lost`);
  },
};

const inUse: Scenario = {
  name: "two programs and one vault",
  checks: "the second is told who has it, and gets it once the first was killed",
  async run(round, shared) {
    const folder = await created(round);
    const program = await programIn(shared);
    const holder = spawn(process.execPath, [program, "open", folder, "hold"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      await new Promise((settle) => holder.stdout.once("data", settle));
      const code = await openVaultFolder(folder, passphrase).then(() => "opened", codeOf);
      expectThat(code === "vault.in-use", `the second is told ${code}`);
    } finally {
      const ended = new Promise((settle) => holder.once("exit", settle));
      holder.kill("SIGKILL");
      await ended;
    }
    await (await openVaultFolder(folder, passphrase)).close();
  },
};

export const places: readonly Scenario[] = [readOnly, full, failing, inUse];
