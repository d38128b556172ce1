// `tocsin desk`, which `npm start` runs: the desk on loopback until somebody ends it.
import { spawn } from "node:child_process";
import { isLockMinutes, startDesk, usualMinutes } from "@tocsin/desk-server";
import { stringOption, usage, type Call } from "./call.ts";
import { exitCodes } from "./exit-codes.ts";
import { givenVaultPath } from "./vault/open.ts";
import { passphraseOf } from "./vault/passphrase.ts";

export async function runDesk(call: Call): Promise<number> {
  const { parts, signal, translator } = call;
  const { version, clock, places } = parts;
  const running = await startDesk({
    version,
    registry: await parts.registry(),
    examples: places.examples,
    screen: places.screen,
    ...(places.page === undefined ? {} : { page: places.page }),
    clock,
    port: portOf(call),
    lockAfter: lockAfterOf(call),
  });
  try {
    await openGivenVault(call, running.desk.vault.openFolder);
    if (call.json) await call.give({ address: running.address, port: running.port });
    else await call.say(running.address);
    call.talk(translator.t("cli.desk.started"));
    if (call.options["open"] !== false) openBrowser(running.address, parts.environment);
    await ended(signal);
  } finally {
    await running.close();
  }
  return exitCodes.done;
}

async function openGivenVault(
  call: Call,
  open: (folder: string, passphrase: string) => Promise<void>,
): Promise<void> {
  const folder = givenVaultPath(call);
  if (folder !== undefined) await open(folder, await passphraseOf(call));
}

function portOf(call: Call): number {
  const port = Number(stringOption(call, "port") ?? "0");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw usage("--port takes a number up to 65535");
  return port;
}

function lockAfterOf(call: Call): number {
  const given = stringOption(call, "lockAfter") ?? String(usualMinutes);
  const minutes = Number(given);
  // Nothing at all would count as 0, which is never.
  if (given.trim() === "" || !isLockMinutes(minutes))
    throw usage("--lock-after takes whole minutes up to 1440, or 0 for never");
  return minutes;
}

/** Ctrl C is how a desk is meant to end. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Where there is no display, or nothing that opens addresses, the printed address serves. */
function openBrowser(address: string, environment: Readonly<Record<string, string | undefined>>): void {
  const command = openerOf(process.platform, environment);
  if (command === null) return;
  const [program, ...before] = command;
  const child = spawn(program, [...before, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

type Opener = readonly [string, ...string[]];

export function openerOf(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): Opener | null {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  return environment["DISPLAY"] || environment["WAYLAND_DISPLAY"] ? ["xdg-open"] : null;
}
