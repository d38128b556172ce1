// What the desk holds between requests: the vault in work, jobs, drops under way, outputs that wait to be fetched.
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Registry } from "@tocsin/records";
import type { OpenProgram, ProgramOptions } from "@tocsin/node";
import { createProgram, openProgram } from "@tocsin/node";
import type { Workspace } from "@tocsin/workspace";
import { DeskError } from "./errors.ts";
import { createIntakes, type Intakes } from "./intakes.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { createOutputs, type Outputs } from "./outputs.ts";

export interface DeskOptions {
  readonly version: string;
  readonly registry: Registry;
  /** Folder of the example's inputs. */
  readonly examples: string;
  readonly clock: () => number;
  /** The built examining worker; beside the program unless told otherwise. */
  readonly worker?: URL;
  /** Passed on to what opens vaults. */
  readonly program?: ProgramOptions;
}

export interface Desk {
  readonly options: DeskOptions;
  readonly jobs: Jobs;
  readonly intakes: Intakes;
  readonly outputs: Outputs;
  locale: string;
  readonly vault: DeskVault;
  /**
   * Ends what belongs to the vault in work, but for the work that asks: jobs and their results, drops under way, outputs.
   * For when it is locked, or another one takes its place.
   */
  leave(but?: string): Promise<void>;
  close(): Promise<void>;
}

export interface DeskVault {
  /** Null when there is none, or when it is locked. */
  readonly open: OpenProgram | null;
  readonly folder: string | null;
  readonly name: string | null;
  readonly sealedAt: number | null;
  create(folder: string, passphrase: string, deviceName: string): Promise<void>;
  openFolder(folder: string, passphrase: string): Promise<void>;
  /** Takes an open vault over, such as the example's; `temporary` ones are removed at the end. */
  adopt(program: OpenProgram, options: { readonly temporary: boolean; readonly job: string }): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  touched(): void;
}

export function createDesk(options: DeskOptions): Desk {
  const newId = (): string => randomBytes(12).toString("hex");
  const jobs = createJobs({ clock: options.clock, newId });
  const intakes = createIntakes(newId);
  const outputs = createOutputs(newId);
  const leave: Desk["leave"] = async (but) => {
    // Drops first: work that waits for their files would never end.
    intakes.clear();
    await jobs.clear(but);
    outputs.clear();
  };
  const vault = createDeskVault(options, leave);
  return {
    options,
    jobs,
    intakes,
    outputs,
    vault,
    locale: "en",
    leave,
    close: async () => {
      await leave();
      await vault.end();
    },
  };
}

/** The workspace of the open vault. Throws `desk.no-vault`. */
export function workspaceOf(desk: Desk): Workspace {
  if (desk.vault.open === null) throw new DeskError("desk.no-vault", "Cannot go on: no vault is open");
  return desk.vault.open.workspace;
}

/** Milliseconds that opening waits for the tables to be compared. */
const longestWait = 500;

interface EndingVault extends DeskVault {
  end(): Promise<void>;
}

function createDeskVault(
  { program: programOptions, registry, clock }: DeskOptions,
  leave: Desk["leave"],
): EndingVault {
  const settings: ProgramOptions = { ...programOptions, registry };
  let open: OpenProgram | null = null;
  let folder: string | null = null;
  let sealedAt: number | null = null;
  const temporary: string[] = [];

  const drop = async (job?: string): Promise<void> => {
    const old = open;
    open = null;
    await leave(job);
    await old?.close();
  };
  const take = async (next: Promise<OpenProgram>, job?: string): Promise<void> => {
    const opened = await next;
    // A vault of common size is compared within this; a large one says for a while that it is not yet.
    await Promise.race([opened.tables.ended, delay(longestWait, undefined, { ref: false })]);
    await drop(job);
    open = opened;
    folder = opened.folder;
    sealedAt = clock();
  };

  return {
    get open() {
      return open;
    },
    get folder() {
      return folder;
    },
    get name() {
      return folder === null ? null : (folder.split(/[\\/]/).at(-1) ?? null);
    },
    get sealedAt() {
      return sealedAt;
    },
    create: (path, passphrase, deviceName) =>
      take(createProgram(path, { ...settings, passphrase, deviceName })),
    openFolder: (path, passphrase) => take(openProgram(path, { ...settings, passphrase })),
    adopt: async (program, { temporary: isTemporary, job }) => {
      if (isTemporary) temporary.push(program.folder);
      await take(Promise.resolve(program), job);
    },
    unlock: async (passphrase) => {
      if (folder === null) throw new DeskError("desk.no-vault", "Cannot unlock: no vault was open");
      await take(openProgram(folder, { ...settings, passphrase }));
    },
    lock: () => drop(),
    touched: () => {
      sealedAt = clock();
    },
    end: async () => {
      await drop();
      for (const path of temporary) await rm(dirname(path), { recursive: true, force: true });
    },
  };
}
