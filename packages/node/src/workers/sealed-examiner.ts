// Examines evidence that lies sealed in a vault, inside the worker: it is given the passphrase of that one file, and
// nothing else of the vault.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { isTocsinError, type ExaminerOutput } from "@tocsin/core";
import { openSealedFile, type RangeReader } from "@tocsin/crypto";
import { createIndicatorIndex, examinePhone, isPhoneAcquisition, PhoneError } from "@tocsin/phone";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openSealedAcquisition, parseListing, rangeOf } from "../acquisition/sealed.ts";
import type { PackedFile } from "../evidence/tar-packer.ts";
import { readMeasurementFile } from "../measurements/analyse-measurement-file.ts";
import { isMeasurementStream } from "../measurements/is-measurement-file.ts";
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
  let opened: Opened;
  try {
    opened = openSetting(setting);
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    yield unread(setting.title, { artifact: "acquisition", key: "phone.coverage.unreadable-file" });
    return;
  }
  const { bytes, listing } = opened;
  if (listing === null) {
    if (await isMeasurementStream(piecesOf(bytes))) yield* analyse(setting.title, bytes);
    else yield unread(setting.title, { artifact: "acquisition", key: "phone.coverage.not-recognised" });
    return;
  }
  const acquisition = openSealedAcquisition(bytes, listing);
  if (isPhoneAcquisition(acquisition)) {
    const loaded = loadIndicatorFiles(indicatorPaths);
    yield* loaded.outputs;
    yield* examinePhone(acquisition, createIndicatorIndex(loaded.sets), { acquisitionName: setting.title });
  } else yield* analyseAll(bytes, listing);
}

interface Opened {
  readonly bytes: RangeReader;
  readonly listing: readonly PackedFile[] | null;
}

/** Throws what crypto throws on a wrong passphrase or altered bytes, and `phone.unreadable-file`. */
function openSetting(setting: SealedSetting): Opened {
  const bytes = openSealed(setting.bytes);
  if (setting.listing === null) return { bytes, listing: null };
  const listing = openSealed(setting.listing);
  return { bytes, listing: parseListing(new TextDecoder().decode(listing.read(0, listing.size))) };
}

/** Files are told by their content, as in a clear folder. */
async function* analyseAll(
  bytes: RangeReader,
  listing: readonly PackedFile[],
): AsyncGenerator<ExaminerOutput> {
  for (const file of listing.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = rangeOf(bytes, file);
    if (await isMeasurementStream(piecesOf(content))) yield* analyse(file.path, content);
    else yield unread(file.path, { artifact: "file", key: "phone.coverage.not-recognised", file: file.path });
  }
}

function unread(
  acquisition: string,
  { artifact, key, file }: { readonly artifact: string; readonly key: string; readonly file?: string },
): ExaminerOutput {
  const status = artifact === "file" ? "out-of-scope" : "unreadable";
  const place = file === undefined ? {} : { file };
  return { kind: "coverage", coverage: { acquisition, artifact, status, rows: 0, ...place, note: { key } } };
}

/** Bytes that no longer open in the middle of the file are said at the line where they begin. */
async function* analyse(name: string, bytes: ReadableFile): AsyncGenerator<ExaminerOutput> {
  yield* readMeasurementFile(piecesOf(bytes), { name });
}

async function* piecesOf(bytes: ReadableFile): AsyncGenerator<Uint8Array> {
  const piece = 256 * 1024;
  for (let at = 0; at < bytes.size; at += piece) yield bytes.read(at, piece);
}

/** The descriptor lives as long as the worker does. */
function openSealed({ file, passphrase }: SealedFile): RangeReader {
  const descriptor = openFile(file);
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

function openFile(file: string): number {
  try {
    return openSync(file, "r");
  } catch (cause) {
    throw new PhoneError("phone.missing-file", "Cannot open evidence: its sealed file is not here", {
      cause,
    });
  }
}

/** The setting crossed from our own main thread: its shape is known. */
function settingOf(task: WorkerTask): SealedSetting | null {
  const setting = task.settings[settingName];
  return setting === undefined ? null : (setting as SealedSetting);
}
