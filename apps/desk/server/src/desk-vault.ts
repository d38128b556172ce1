// The vault in work: opened, taken over, locked, and closed with everything that was made with its keys.
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createRecoverySecret, type SecretKey } from "@tocsin/crypto";
import {
  createNodePrimitives,
  createProgram,
  openProgram,
  parseRecoverySheet,
  recoverProgram,
  recoverySheetOf,
  type OpenProgram,
  type ProgramOptions,
  type RecoverySheet,
} from "@tocsin/node";
import type { Registry } from "@tocsin/records";
import { DeskError } from "./errors.ts";
import type { LockReason } from "./lock-watch.ts";
import { createOpenings, type Openings, type OpeningWatch } from "./openings.ts";

export interface NewDevice {
  readonly passphrase: string;
  readonly deviceName: string;
}

export interface DeskVault {
  /** Null when there is none, or when it is locked. */
  readonly open: OpenProgram | null;
  readonly folder: string | null;
  readonly name: string | null;
  readonly sealedAt: number | null;
  /** Why it is locked; null while it is not. */
  readonly lockedBy: LockReason | null;
  /** How often it was locked: what was asked before a lock must not be answered after it. */
  readonly locks: number;
  /** What is being opened, and how what was being opened failed. */
  readonly openings: Pick<Openings, "current" | "problem" | "stop">;
  /** Gives the recovery sheet, which is kept nowhere: whoever asked shows it to a person once. */
  create(folder: string, device: NewDevice): Promise<RecoverySheet>;
  /** Opens a vault by its recovery sheet, as a new device. Watched, and stopped, as any opening is. */
  recover(folder: string, sheet: string, device: NewDevice): Promise<void>;
  openFolder(folder: string, passphrase: string): Promise<void>;
  /** Takes an open vault over, such as the example's; `temporary` ones are removed at the end. */
  adopt(program: OpenProgram, options: { readonly temporary: boolean; readonly job: string }): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  /** Drops the keys and everything that was made with them, and stops what is being opened. An example is gone then: nobody has its passphrase. */
  lock(reason: LockReason): Promise<void>;
  touched(): void;
}

export interface DeskVaultOptions {
  readonly registry: Registry;
  readonly clock: () => number;
  readonly program?: ProgramOptions;
}

/** Milliseconds that opening waits for the tables to be compared. */
const longestWait = 500;

/** Milliseconds that locking waits for work to end. */
const longestStop = 3000;

interface EndingVault extends DeskVault {
  end(): Promise<void>;
}

type Acts = Omit<EndingVault, "open" | "folder" | "name" | "sealedAt" | "lockedBy" | "locks">;

interface Held {
  open: OpenProgram | null;
  folder: string | null;
  sealedAt: number | null;
  lockedBy: LockReason | null;
  locks: number;
  /** The last one on its way out: until it has gone, its folder is in use. */
  leaving: Promise<void>;
  readonly temporary: string[];
}

/** `leave` ends what belongs to the vault, but for the work that it names. */
export function createDeskVault(
  { program, registry, clock }: DeskVaultOptions,
  leave: (but?: string) => Promise<void>,
): EndingVault {
  const settings: ProgramOptions = { ...program, registry };
  const held: Held = {
    open: null,
    folder: null,
    sealedAt: null,
    lockedBy: null,
    locks: 0,
    leaving: Promise.resolve(),
    temporary: [],
  };
  const drop = (job?: string): Promise<void> => dropHeld(held, () => leave(job));
  const take = (opening: () => Promise<OpenProgram>, { job, signal }: Asked = {}): Promise<void> =>
    takeHeld(held, { opening, drop: () => drop(job), clock, signal });
  const openings = createOpenings();
  const takeOpening = async (
    folder: string,
    open: (watch: OpeningWatch) => Promise<OpenProgram>,
  ): Promise<void> => {
    const { locks } = held;
    await openings.run(nameOf(folder), (watch) => take(() => open(watch), { signal: watch.signal }));
    if (held.locks !== locks) throw lockedMeanwhile();
  };
  const acts: Acts = {
    create: (path, device) =>
      useOnce(createRecoverySecret(createNodePrimitives()), async (recovery) => {
        await take(() => createProgram(path, { ...settings, ...device, recovery }));
        return recoverySheetOf(recovery);
      }),
    recover: (path, sheet, device) =>
      useOnce(parseRecoverySheet(sheet), (recovery) =>
        takeOpening(path, (watch) => recoverProgram(path, { ...settings, ...watch, ...device, recovery })),
      ),
    openings,
    openFolder: (path, passphrase) =>
      takeOpening(path, (watch) => openProgram(path, { ...settings, ...watch, passphrase })),
    adopt: async (adopted, { temporary, job }) => {
      if (temporary) held.temporary.push(adopted.folder);
      await take(() => Promise.resolve(adopted), { job });
    },
    unlock: async (passphrase) => {
      const { folder } = held;
      if (folder === null) throw new DeskError("desk.no-vault", "Cannot unlock: no vault was open");
      await takeOpening(folder, (watch) => openProgram(folder, { ...settings, ...watch, passphrase }));
    },
    lock: (reason) => lockHeld(held, { reason, openings, drop }),
    touched: () => {
      held.sealedAt = clock();
    },
    end: async () => {
      await openings.stop();
      await drop();
      for (const path of held.temporary) await rm(dirname(path), { recursive: true, force: true });
    },
  };
  return withState(held, acts);
}

interface Taking {
  opening(): Promise<OpenProgram>;
  drop(): Promise<void>;
  clock(): number;
  readonly signal: AbortSignal | undefined;
}

interface Asked {
  /** The work that asks. */
  readonly job?: string;
  readonly signal?: AbortSignal;
}

/** Opens in the place of what is held, unless it was locked or stopped meanwhile. */
async function takeHeld(held: Held, { opening, drop, clock, signal }: Taking): Promise<void> {
  const { locks } = held;
  await held.leaving;
  const open = await opening();
  // A vault of common size is compared within this; a large one says for a while that it is not yet.
  await Promise.race([open.tables.ended, delay(longestWait, undefined, { ref: false })]);
  if (signal?.aborted !== true) await drop();
  if (held.locks !== locks || signal?.aborted === true) {
    await open.close();
    throw lockedMeanwhile();
  }
  Object.assign(held, { open, folder: open.folder, sealedAt: clock(), lockedBy: null });
}

function lockedMeanwhile(): DeskError {
  return new DeskError("desk.locked", "Cannot open vault: it was locked or stopped meanwhile");
}

interface LockingHeld {
  readonly reason: LockReason;
  readonly openings: Openings;
  drop(): Promise<void>;
}

async function lockHeld(held: Held, { reason, openings, drop }: LockingHeld): Promise<void> {
  held.locks += 1;
  const isStopped = openings.stop();
  // The keys of what is open do not wait for what is opening.
  if (held.open !== null) {
    held.lockedBy = reason;
    if (held.temporary.includes(held.open.folder)) held.folder = null;
    await drop();
  }
  await isStopped;
}

function nameOf(folder: string): string {
  return folder.split(/[\\/]/).findLast((part) => part !== "") ?? folder;
}

/** Wipes the secret when the work has ended. */
async function useOnce<Result>(
  secret: SecretKey<"recovery">,
  work: (secret: SecretKey<"recovery">) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(secret);
  } finally {
    secret.wipe();
  }
}

function dropHeld(held: Held, leave: () => Promise<void>): Promise<void> {
  const old = held.open;
  held.open = null;
  const left = leave();
  // The keys go first: work that does not end when it is told to finds them gone.
  old?.workspace.vault.lock();
  const before = held.leaving;
  const leaving = async (): Promise<void> => {
    await Promise.race([left, delay(longestStop, undefined, { ref: false })]);
    await old?.close();
    await before;
  };
  const isGone = leaving();
  held.leaving = isGone.catch(() => undefined);
  return isGone;
}

function withState(held: Held, acts: Acts): EndingVault {
  return {
    ...acts,
    get open() {
      return held.open;
    },
    get folder() {
      return held.folder;
    },
    get name() {
      return held.folder === null ? null : nameOf(held.folder);
    },
    get sealedAt() {
      return held.sealedAt;
    },
    get lockedBy() {
      return held.lockedBy;
    },
    get locks() {
      return held.locks;
    },
  };
}
