// What the desk holds between requests: the vault in work, jobs, drops under way, outputs that wait to be fetched.
import { randomBytes } from "node:crypto";
import type { Registry } from "@tocsin/records";
import type { ProgramOptions } from "@tocsin/node";
import type { Workspace } from "@tocsin/workspace";
import { createDeskVault, type DeskVault } from "./desk-vault.ts";
import { DeskError } from "./errors.ts";
import { createIntakes, type Intakes } from "./intakes.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { createLibraries, type Libraries } from "./libraries.ts";
import { createLockWatch, type LockWatch, type WatchClock } from "./lock-watch.ts";
import { createOutputs, type Outputs } from "./outputs.ts";
import { createPreviews, type Previews } from "./previews.ts";
import { usualSettings, type SettableDesk } from "./settings.ts";
import { createTables, type Tables } from "./tables.ts";

export interface DeskOptions {
  readonly version: string;
  readonly registry: Registry;
  /** Folder of the example's inputs. */
  readonly examples: string;
  readonly clock: () => number;
  /** Minutes without an act of a person until the vault locks; 0 means never, ten unless told otherwise. */
  readonly lockAfter?: number;
  /** For the watch that locks; the system's unless told otherwise. */
  readonly watchClock?: WatchClock;
  /** The built page that checks bundles without a network, where there is one. */
  readonly page?: string;
  /** The built examining worker; beside the program unless told otherwise. */
  readonly worker?: URL;
  /** The built thread that reads pictures; beside the program unless told otherwise. */
  readonly pictureWorker?: URL;
  /** Milliseconds that a request waits for a vault to open, before it is answered that this goes on. */
  readonly answerAfter?: number;
  /** Passed on to what opens vaults. */
  readonly program?: ProgramOptions;
}

export interface Desk extends SettableDesk {
  readonly options: DeskOptions;
  readonly jobs: Jobs;
  readonly intakes: Intakes;
  readonly outputs: Outputs;
  readonly previews: Previews;
  readonly tables: Tables;
  readonly libraries: Libraries;
  readonly vault: DeskVault;
  readonly watch: LockWatch;
  /**
   * Ends what belongs to the vault in work, but for the work that asks: jobs and their results, drops under way, tables, outputs.
   * For when it is locked, or another one takes its place.
   */
  leave(but?: string): Promise<void>;
  close(): Promise<void>;
}

export function createDesk(options: DeskOptions): Desk {
  const newId = (): string => randomBytes(12).toString("hex");
  const jobs = createJobs({ clock: options.clock, newId });
  const intakes = createIntakes(newId);
  const outputs = createOutputs(newId);
  const previews = createPreviews();
  const tables = createTables(newId);
  const libraries = createLibraries(newId);
  const leave: Desk["leave"] = async (but) => {
    // Drops first: work that waits for their files would never end.
    intakes.clear();
    outputs.clear();
    previews.clear();
    tables.clear();
    libraries.clear();
    await jobs.clear(but);
  };
  const vault = createDeskVault(options, leave);
  const watch = createLockWatch(
    {
      isOpen: () => vault.open !== null,
      isWorking: (milliseconds) => jobs.isWorking(milliseconds),
      lock: vault.lock,
    },
    {
      ...(options.watchClock === undefined ? {} : { clock: options.watchClock }),
      ...(options.lockAfter === undefined ? {} : { minutes: options.lockAfter }),
    },
  );
  return {
    options,
    jobs,
    intakes,
    outputs,
    previews,
    tables,
    libraries,
    vault,
    watch,
    locale: "en",
    settings: usualSettings,
    chosen: new Set(options.lockAfter === undefined ? [] : ["idle"]),
    setBy: null,
    leave,
    close: async () => {
      watch.close();
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

/** Where the thread lies that reads pictures and documents of anybody's. */
export function pictureThreadOf({ options: { pictureWorker } }: Desk): { readonly worker?: URL } {
  return pictureWorker === undefined ? {} : { worker: pictureWorker };
}
