// Requests about the vault itself: opening and locking, copies, its passphrase, whether it is whole.
import type { AttachedAnswer, ListedAnchor, MadeAnchorFiles } from "./contract/anchors.ts";
import type { BackupRequest, RestoreRequest } from "./contract/copies.ts";
import type { LockState, Session } from "./contract/session.ts";
import type { RecoverySheet, VaultFacts } from "./contract/vault.ts";
import type { StartedJob } from "./contract/work.ts";

export interface VaultApi {
  createVault(input: {
    readonly path: string;
    readonly passphrase: string;
    readonly deviceName: string;
  }): Promise<{ readonly session: Session; readonly sheet: RecoverySheet }>;
  /** `sheet`: the words, or what the QR code says. */
  recoverVault(input: {
    readonly path: string;
    readonly sheet: string;
    readonly passphrase: string;
    readonly deviceName: string;
  }): Promise<Session>;
  openVault(input: { readonly path: string; readonly passphrase: string }): Promise<Session>;
  unlock(passphrase: string): Promise<Session>;
  /** Ends what is being opened; the next opening goes on with it. */
  stopOpening(): Promise<Session>;
  lock(): Promise<Session>;
  watch(): Promise<LockState>;
  /** A person is there. */
  acted(): Promise<LockState>;
  setLockMinutes(minutes: number): Promise<LockState>;
  /** Waits until what was given to the vault is there, at most so many milliseconds. */
  saved(atMost: number): Promise<void>;
  vaultFacts(): Promise<VaultFacts>;
  backUp(input: BackupRequest): Promise<StartedJob>;
  checkBackup(backup: string): Promise<StartedJob>;
  restore(input: RestoreRequest): Promise<StartedJob>;
  verifyVault(): Promise<StartedJob>;
  changePassphrase(input: { readonly current: string; readonly next: string }): Promise<unknown>;
  anchors(): Promise<readonly ListedAnchor[]>;
  makeAnchor(): Promise<MadeAnchorFiles>;
  /** Both in base64: the answer's file, and a certificate that the person trusts. */
  attachAnswer(input: { readonly answer: string; readonly trusted?: string }): Promise<AttachedAnswer>;
  /** Connects to another computer, at this address. `trusted` as above. */
  askAuthority(input: { readonly authority: string; readonly trusted?: string }): Promise<StartedJob>;
}

interface Requests {
  get<Result>(path: string): Promise<Result>;
  post<Result>(path: string, body: object): Promise<Result>;
  remove<Result>(path: string): Promise<Result>;
  /** As `post`; a lock waits for it. */
  write<Result>(path: string, body: object): Promise<Result>;
  /** Writes under way. */
  readonly writes: ReadonlySet<Promise<unknown>>;
}

export function createVaultApi({ get, post, remove, write, writes }: Requests): VaultApi {
  return {
    createVault: (input) => post("/api/vault/create", input),
    recoverVault: (input) => post("/api/vault/recover", input),
    openVault: (input) => post("/api/vault/open", input),
    unlock: (passphrase) => post("/api/vault/unlock", { passphrase }),
    stopOpening: () => remove("/api/vault/opening"),
    anchors: () => get("/api/anchors"),
    makeAnchor: () => write("/api/anchors", {}),
    attachAnswer: (input) => write("/api/anchors/answer", input),
    askAuthority: (input) => post("/api/anchors/ask", input),
    lock: () => post("/api/vault/lock", {}),
    watch: () => get("/api/watch"),
    acted: () => post("/api/watch/acted", {}),
    setLockMinutes: (minutes) => post("/api/watch/minutes", { minutes }),
    saved: async (atMost) => {
      const late = new Promise((resolve) => {
        setTimeout(resolve, atMost);
      });
      await Promise.race([Promise.allSettled(writes), late]);
    },
    vaultFacts: () => get("/api/vault/facts"),
    backUp: (input) => post("/api/backup", input),
    checkBackup: (backup) => post("/api/backup/check", { backup }),
    restore: (input) => post("/api/restore", input),
    verifyVault: () => post("/api/vault/verify", {}),
    changePassphrase: (input) => write("/api/vault/passphrase", input),
  };
}
