// Examines an acquisition of a phone: an iOS backup folder today. Gives what was found and, for every place that was
// looked at or could not be, a statement of coverage. The absence of a finding is worded by the coverage alone.
import type { ExaminerOutput } from "@tocsin/core";
import type { Acquisition } from "./acquisition.ts";
import type { IndicatorIndex } from "./indicators/indicator-index.ts";
import { findBackups, isEncryptedBackup } from "./ios/backup.ts";
import type { Backup } from "./ios/backup.ts";
import { examineDataUsage, usagePlace } from "./ios/data-usage.ts";
import { coverageOf } from "./ios/examination.ts";
import type { Examination } from "./ios/examination.ts";
import { examineInfo } from "./ios/info.ts";
import { createListing, examineManifest } from "./ios/manifest.ts";
import { examineSafari, historyPlaces } from "./ios/safari.ts";
import { examineSms, messagesPlace } from "./ios/sms.ts";

export interface PhoneOptions {
  /** How the person named the acquisition: a folder or file. */
  readonly acquisitionName: string;
  readonly signal?: AbortSignal;
}

/** Parts that need the files inside the backup. */
const sealedArtifacts = ["ios.manifest", "ios.sms", "ios.safari", "ios.data-usage"];

/** Whether there is something that `examinePhone` knows: iOS backups here or one folder down. */
export function isPhoneAcquisition(acquisition: Acquisition): boolean {
  return findBackups(acquisition).next().done !== true;
}

/**
 * Reads row by row; memory does not grow with the acquisition. Throws only when `signal` says so or the acquisition
 * itself fails in a way that is no state of the evidence.
 */
export async function* examinePhone(
  acquisition: Acquisition,
  index: IndicatorIndex,
  options: PhoneOptions,
): AsyncGenerator<ExaminerOutput> {
  options.signal?.throwIfAborted();
  const { acquisitionName, signal } = options;
  let isBackup = false;
  for (const backup of findBackups(acquisition)) {
    isBackup = true;
    yield* examineBackup({ backup, index, acquisitionName, signal }, backup);
  }
  if (isBackup) return;
  const coverage = { acquisition: acquisitionName, artifact: "phone", status: "missing", rows: 0 } as const;
  yield { kind: "coverage", coverage: { ...coverage, note: { key: "phone.coverage.not-a-backup" } } };
}

async function* examineBackup(examination: Examination, backup: Backup): AsyncGenerator<ExaminerOutput> {
  const listing = createListing();
  yield* examineInfo(examination, listing);
  if (isEncryptedBackup(backup, [messagesPlace, usagePlace, ...historyPlaces])) {
    for (const artifact of sealedArtifacts)
      yield coverageOf(
        examination,
        { artifact },
        { status: "unreadable", note: { key: "phone.coverage.encrypted" } },
      );
    return;
  }
  const parts = [examineManifest, examineSms, examineSafari, examineDataUsage];
  for (const examine of parts) {
    examination.signal?.throwIfAborted();
    await backup.acquisition.ready();
    yield* examine(examination, listing);
  }
  if (listing.files > 0)
    yield coverageOf(
      examination,
      { artifact: "ios.other-files" },
      {
        status: "out-of-scope",
        note: { key: "phone.coverage.other-files", values: { files: listing.files } },
      },
    );
}
