// A vault in a folder with its projection and its workspace: what the command line and the desk work with.
import { createHash, randomBytes } from "node:crypto";
import { caseCounter } from "@tocsin/cases";
import { createView } from "@tocsin/index";
import { createSearchAnalysis } from "@tocsin/language";
import type { Registry } from "@tocsin/records";
import type { SecretKey } from "@tocsin/crypto";
import type { ErasureProgress, PassphraseCost } from "@tocsin/vault";
import {
  createBuiltInRegistry,
  createWorkspace,
  type TablesProgress,
  type Workspace,
} from "@tocsin/workspace";
import { createUnsentSeal } from "../crypto/unsent-seal.ts";
import { openUnsent, type Unsent } from "../unsent/unsent-store.ts";
import { startTableCheck, type TableCheck } from "./table-check.ts";
import { openTableFiles, type TableFiles } from "./table-files.ts";
import { createVaultFolder, openVaultFolder, recoverVaultFolder, type VaultFolder } from "../vault/folder.ts";

export interface ProgramOptions {
  readonly registry?: Registry;
  /** Cost of the passphrase; lower only in tests. */
  readonly cost?: PassphraseCost;
  readonly onProgress?: (progress: TablesProgress) => void;
  /** Called while an erasure that was broken off is gone on with. */
  readonly onErase?: (progress: ErasureProgress) => void;
  readonly signal?: AbortSignal;
}

export interface OpenProgram {
  readonly workspace: Workspace;
  readonly folder: string;
  /** The projection was made anew in this session, because it was missing or did not fit the log. */
  readonly rebuilt: boolean;
  /** The comparison of the tables with what was written; it goes on while people work. */
  readonly tables: Pick<TableCheck, "isChecked" | "ended">;
  /** What was typed into forms that are not sent yet. */
  readonly unsent: Unsent;
  /** Drops those of them that name a record which was erased. */
  sweepUnsent(): Promise<void>;
  /** Drops the keys and closes everything. */
  close(): Promise<void>;
}

interface NewDevice {
  readonly passphrase: string;
  readonly deviceName: string;
}

/** Makes a vault and loads the commitments that Tocsin knows of. Throws what `createVault` throws. */
export async function createProgram(
  folder: string,
  options: ProgramOptions & NewDevice & { readonly recovery?: SecretKey<"recovery"> },
): Promise<OpenProgram> {
  const { passphrase, deviceName, cost, recovery } = options;
  const opened = await createVaultFolder(folder, {
    passphrase,
    deviceName,
    ...(cost === undefined ? {} : { cost }),
    ...(recovery === undefined ? {} : { recovery }),
  });
  const program = await openOver(folder, opened, options);
  try {
    await program.workspace.run("commitment.load", {});
  } catch (error) {
    await program.close();
    throw error;
  }
  return { ...program, rebuilt: false };
}

/** Throws what `openVault` throws, and the reason of `signal`; then the folder is free again. */
export async function openProgram(
  folder: string,
  options: ProgramOptions & { readonly passphrase: string },
): Promise<OpenProgram> {
  const { passphrase, onErase, signal } = options;
  const opened = await openVaultFolder(folder, passphrase, {
    ...(onErase ? { onProgress: onErase } : {}),
    ...(signal ? { signal } : {}),
  });
  return openOver(folder, opened, options);
}

/** Opens a vault by its recovery sheet, as a new device under a new passphrase. Throws what `recoverVault` throws. */
export async function recoverProgram(
  folder: string,
  options: ProgramOptions & NewDevice & { readonly recovery: SecretKey<"recovery"> },
): Promise<OpenProgram> {
  const { passphrase, deviceName, cost, recovery } = options;
  const device = { passphrase, deviceName, recovery, ...(cost === undefined ? {} : { cost }) };
  return openOver(folder, await recoverVaultFolder(folder, device), options);
}

async function openOver(folder: string, opened: VaultFolder, options: ProgramOptions): Promise<OpenProgram> {
  const registry = options.registry ?? createBuiltInRegistry();
  const { vault } = opened;
  let files: TableFiles | undefined;
  let check: TableCheck | undefined;
  let followed = async (): Promise<void> => undefined;
  const close = async (): Promise<void> => {
    await check?.stop();
    await followed();
    await files?.close();
    await opened.close();
  };
  try {
    // Read first: tables that cannot be read take the key along that opens it.
    const keyBefore = vault.projectionKey();
    const unsent = await openUnsent(folder, createUnsentSeal(vault.id, vault.projectionKey));
    files = await openTableFiles(folder, vault, {
      registry,
      ...createSearchAnalysis(),
      counter: caseCounter,
    });
    const { projection } = files;
    if (vault.projectionKey() !== keyBefore) await unsent.reseal();
    const renew = async (): Promise<void> => {
      await files?.renew();
      await unsent.reseal();
    };
    const workspace = createWorkspace({
      vault,
      registry,
      projection: { ...projection, renew },
      viewOver: (read) => createView(projection, read),
      clock: () => Date.now(),
      random: (length) => new Uint8Array(randomBytes(length)),
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    });
    ({ followed } = workspace);
    const { onProgress, signal } = options;
    const rebuilt = await workspace.catchUp({
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
    files.onUnreadable(workspace.distrust);
    const sweepUnsent = (): Promise<void> =>
      unsent.sweep(async (record) => (await workspace.view.read(record)) !== undefined);
    await sweepUnsent();
    check = startTableCheck(workspace);
    return { workspace, folder, rebuilt, tables: check, unsent, sweepUnsent, close };
  } catch (error) {
    await close();
    throw error;
  }
}
