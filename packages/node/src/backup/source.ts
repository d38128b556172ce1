// What of a vault's folder belongs to a backup, and how much of each file.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Heads, surveyLog, type VaultId } from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openFolderLog } from "../files/log-store.ts";
import { isMissing, namesIn } from "../files/names.ts";
import { atSource, BackupError } from "./errors.ts";
import type { SourceFile } from "./plan.ts";
import { sortOf } from "./paths.ts";

export interface BackupSource {
  readonly vault: VaultId;
  readonly heads: Heads;
  readonly files: readonly SourceFile[];
  /** Paths of sealed files that the log says were erased. */
  readonly erased: ReadonlySet<string>;
}

export interface SourceInput {
  readonly folder: string;
  /** Of the open vault; without it the log itself must tell. */
  readonly vault?: VaultId;
  /** The heads of the open vault: what is being written behind them is left out. */
  readonly upTo?: Heads;
}

/** Throws `backup.unknown-vault`, `backup.source`. */
export async function readSource({ folder, vault, upTo }: SourceInput): Promise<BackupSource> {
  const primitives = createNodePrimitives();
  const log = openFolderLog(folder);
  // The device file first: what it says of the end of its chain is never ahead of the log that is read after it.
  const device = await sizesOf(folder, ["device.json"]);
  const survey = await atSource(() =>
    surveyLog({ primitives, log, ...(upTo ? { upTo } : {}), ...(vault ? { vault } : {}) }),
  );
  if (survey.vault === null)
    throw new BackupError("backup.unknown-vault", "Cannot back up: the log does not tell which vault it is");
  const segments = survey.segments.map(({ chain, number, size, isSound }) => ({
    path: `chains/${chain}/${String(number).padStart(6, "0")}.seg`,
    size,
    isSound,
  }));
  const others = [...(await pathsIn(folder, "evidence")), ...(await pathsIn(folder, "aside"))];
  return {
    vault: survey.vault,
    heads: survey.heads,
    files: [...device, ...segments, ...(await sizesOf(folder, others))],
    erased: new Set([...survey.erased].map((name) => `evidence/${name}.age`)),
  };
}

async function pathsIn(folder: string, place: string): Promise<readonly string[]> {
  const names = await atSource(() => namesIn(join(folder, place)));
  return names.map((name) => `${place}/${name}`).filter((path) => sortOf(path) !== null);
}

async function sizesOf(folder: string, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const size = await atSource(() => sizeAt(join(folder, path)));
    if (size !== null) files.push({ path, size, isSound: true });
  }
  return files;
}

/** Null for a file that is not there, or is no file. */
export async function sizeAt(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}
