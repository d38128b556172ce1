// Checks a whole vault as it lies on the disk now: the log, and every sealed file against the hash that was recorded when
// it came in. What is checked is read from the log alone.
import { encodeHex, isTocsinError, type Json, type RecordId } from "@tocsin/core";
import { parseOperation, type Operation } from "@tocsin/records";
import { VaultError, type EvidenceInfo, type LogReport, type Vault } from "@tocsin/vault";
import type { Digest } from "./evidence.ts";
import { integerIn, objectIn, stringIn } from "./values.ts";

export type SealedState =
  /** It opens, and its bytes are those that came in. */
  | "intact"
  /** It does not open whole, or has other bytes. */
  | "altered"
  | "missing";

export interface CheckedFile {
  readonly record: RecordId;
  readonly name: string;
  /** A listing of a folder is sealed beside its bytes. */
  readonly isListing: boolean;
  readonly state: SealedState;
  /** Plain offset of the first piece that does not open; null where that is not what is wrong. */
  readonly damagedAt: number | null;
}

export interface VaultReport {
  readonly log: LogReport;
  readonly files: readonly CheckedFile[];
  /** Sealed files that no record names: left by work that was broken off. */
  readonly orphans: readonly string[];
}

export interface VerifyVaultOptions {
  readonly createDigest: () => Digest;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly signal?: AbortSignal;
}

export interface VerifyProgress {
  readonly part: "log" | "evidence";
  /** Commits of the log, or bytes of evidence. */
  readonly done: number;
  readonly total: number;
}

export async function verifyVault(vault: Vault, options: VerifyVaultOptions): Promise<VaultReport> {
  const { onProgress, signal } = options;
  const watch = signal === undefined ? {} : { signal };
  const log = await vault.verify({
    ...watch,
    onProgress: (progress) => onProgress?.({ part: "log", ...progress }),
  });
  const sealed = await sealedFilesOf(vault, signal);
  const total = sealed.reduce((sum, { size }) => sum + size, 0);
  const files: CheckedFile[] = [];
  let before = 0;
  for (const file of sealed) {
    const watched = (done: number): void => onProgress?.({ part: "evidence", done: before + done, total });
    files.push(await checkFile(vault, file, { ...options, onBytes: watched }));
    before += file.size;
  }
  const orphans = await vault.orphans(sealed.map(({ name }) => name));
  return { log, files, orphans };
}

/** Whether everything is as it should be; files that nobody names are no damage. */
export function isWhole({ log, files }: Pick<VaultReport, "log" | "files">): boolean {
  return log.problems.length === 0 && log.isCurrent && files.every(({ state }) => state === "intact");
}

interface SealedFile extends Pick<EvidenceInfo, "name" | "passphrase" | "sha256" | "size"> {
  readonly record: RecordId;
  readonly isListing: boolean;
}

/** Every sealed file that an operation names which can still be read. */
async function sealedFilesOf(vault: Vault, signal: AbortSignal | undefined): Promise<readonly SealedFile[]> {
  const files = new Map<string, SealedFile>();
  for await (const operation of vault.allOperations(signal === undefined ? {} : { signal })) {
    if (operation.state !== "open") continue;
    const parsed = parseOrNull(operation.payload);
    if (parsed?.kind !== "evidence") continue;
    for (const file of filesIn(parsed)) files.set(file.name, file);
  }
  return [...files.values()];
}

function parseOrNull(payload: Uint8Array): Operation | null {
  try {
    return parseOperation(payload);
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

function filesIn({ record, patch }: Operation): readonly SealedFile[] {
  const sealed = patch["sealed"];
  if (sealed === undefined || !("set" in sealed)) return [];
  const value = objectIn(sealed.set);
  const [bytes, listing] = [sealedIn(value), sealedIn(value["listing"])];
  return [
    ...(bytes === null ? [] : [{ ...bytes, record, isListing: false }]),
    ...(listing === null ? [] : [{ ...listing, record, isListing: true }]),
  ];
}

function sealedIn(value: Json | undefined): Omit<SealedFile, "record" | "isListing"> | null {
  const { name, passphrase, sha256, size } = objectIn(value);
  const [named, opened, hash, bytes] = [
    stringIn(name),
    stringIn(passphrase),
    stringIn(sha256),
    integerIn(size),
  ];
  if (named === null || opened === null || hash === null || bytes === null) return null;
  if (!/^[0-9a-f]{32}$/.test(named)) return null;
  return { name: named as EvidenceInfo["name"], passphrase: opened, sha256: hash, size: bytes };
}

const pauseEvery = 8 * 1024 * 1024;

async function checkFile(
  vault: Vault,
  file: SealedFile,
  { createDigest, pause, signal, onBytes }: VerifyVaultOptions & { readonly onBytes: (done: number) => void },
): Promise<CheckedFile> {
  const { record, name, isListing } = file;
  const told = (state: SealedState, damagedAt: number | null = null): CheckedFile => ({
    record,
    name,
    isListing,
    state,
    damagedAt,
  });
  const digest = createDigest();
  let done = 0;
  try {
    const reader = await vault.openEvidence(file);
    try {
      for (const piece of reader.stream()) {
        signal?.throwIfAborted();
        digest.update(piece);
        done += piece.length;
        if (done % pauseEvery < piece.length) await pause();
        onBytes(done);
      }
    } finally {
      reader.close();
    }
    return told(encodeHex(digest.digest()) === file.sha256 ? "intact" : "altered");
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause;
    if (cause.code === "vault.evidence-missing") return told("missing");
    if (cause.code === "vault.evidence-damaged") return told("altered", Number(cause.details["offset"] ?? 0));
    throw cause;
  }
}
