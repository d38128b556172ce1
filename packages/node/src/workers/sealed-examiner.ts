// Examines evidence that lies sealed in a vault, inside the worker: it is given the passphrase of that one file, and
// nothing else of the vault.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { ExaminerOutput } from "@tocsin/core";
import { openSealedFile, type RangeReader } from "@tocsin/crypto";
import { createIndicatorIndex, examinePhone, isPhoneAcquisition } from "@tocsin/phone";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openSealedAcquisition, parseListing, rangeOf } from "../acquisition/sealed.ts";
import type { PackedFile } from "../evidence/tar-packer.ts";
import { analyseMeasurementFile } from "../measurements/analyse-measurement-file.ts";
import type { ReadableFile } from "../sqlite/evidence-vfs.ts";
import type { ExamineRequest } from "./examine-in-worker.ts";
import { loadIndicatorFiles } from "./indicator-files.ts";
import type { WorkerTask } from "./messages.ts";
import type { WorkerExaminer } from "./worker-examiner.ts";

interface SealedSetting {
  readonly path: string;
  readonly title: string;
  readonly bytes: SealedFile;
  readonly listing: SealedFile | null;
}

interface SealedFile {
  readonly file: string;
  readonly passphrase: string;
}

const settingName = "sealed";

/** What a workspace knows of a sealed piece of evidence. */
export interface SealedToExamine {
  readonly title: string;
  readonly bytes: { readonly name: string; readonly passphrase: string };
  readonly listing: { readonly name: string; readonly passphrase: string } | null;
}

/** The request that has a worker examine sealed evidence of the vault in `folder`. */
export function sealedRequest(
  folder: string,
  sealed: SealedToExamine,
  indicatorPaths: readonly string[],
): ExamineRequest {
  const fileOf = ({ name, passphrase }: SealedToExamine["bytes"]): SealedFile => ({
    file: join(folder, "evidence", `${name}.age`),
    passphrase,
  });
  const setting: SealedSetting = {
    path: `sealed:${sealed.bytes.name}`,
    title: sealed.title,
    bytes: fileOf(sealed.bytes),
    listing: sealed.listing === null ? null : fileOf(sealed.listing),
  };
  return { paths: [setting.path], indicatorPaths, settings: { [settingName]: setting } };
}

export function createSealedExaminer(task: WorkerTask): WorkerExaminer {
  const setting = settingOf(task);
  return {
    name: "sealed",
    knows: (path) => Promise.resolve(setting !== null && path === setting.path),
    examine: (path) => examineSealed(path, setting, task.indicatorPaths),
  };
}

async function* examineSealed(
  path: string,
  setting: SealedSetting | null,
  indicatorPaths: readonly string[],
): AsyncGenerator<ExaminerOutput> {
  if (setting === null || setting.path !== path) return;
  const bytes = openSealed(setting.bytes);
  if (setting.listing === null) {
    yield* analyse(setting.title, bytes);
    return;
  }
  const listingBytes = openSealed(setting.listing);
  const listing = parseListing(new TextDecoder().decode(listingBytes.read(0, listingBytes.size)));
  const acquisition = openSealedAcquisition(bytes, listing);
  if (isPhoneAcquisition(acquisition)) {
    const loaded = loadIndicatorFiles(indicatorPaths);
    yield* loaded.outputs;
    yield* examinePhone(acquisition, createIndicatorIndex(loaded.sets), { acquisitionName: setting.title });
  } else
    for (const file of listing.filter(isMeasurementName)) yield* analyse(file.path, rangeOf(bytes, file));
}

/** By name: whatever is no measurement inside is said to be unreadable by the analysis. */
function isMeasurementName({ path }: PackedFile): boolean {
  return /\.(json|jsonl)(\.gz)?$/i.test(path);
}

async function* analyse(name: string, bytes: ReadableFile): AsyncGenerator<ExaminerOutput> {
  const outputs: ExaminerOutput[] = [];
  await analyseMeasurementFile(piecesOf(bytes), { name, onOutput: (output) => outputs.push(output) });
  yield* outputs;
}

async function* piecesOf(bytes: ReadableFile): AsyncGenerator<Uint8Array> {
  const piece = 256 * 1024;
  for (let at = 0; at < bytes.size; at += piece) yield bytes.read(at, piece);
}

/** The descriptor lives as long as the worker does. */
function openSealed({ file, passphrase }: SealedFile): RangeReader {
  const descriptor = openSync(file, "r");
  const source: RangeReader = {
    size: fstatSync(descriptor).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    },
  };
  try {
    return openSealedFile(createNodePrimitives(), source, passphrase);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** The setting crossed from our own main thread: its shape is known. */
function settingOf(task: WorkerTask): SealedSetting | null {
  const setting = task.settings[settingName];
  return setting === undefined ? null : (setting as SealedSetting);
}
