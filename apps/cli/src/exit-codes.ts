// The one table of exit codes: what each says, and which errors end with it. docs/exit-codes.md shows the same.
import type { CoreErrorCode } from "@tocsin/core";
import type { CryptoErrorCode } from "@tocsin/crypto";
import type { FormatErrorCode } from "@tocsin/formats";
import type { IndexErrorCode } from "@tocsin/index";
import type { NetworkErrorCode } from "@tocsin/network";
import type { LibraryErrorCode } from "@tocsin/library";
import type {
  BackupErrorCode,
  ExaminerErrorCode,
  FilesErrorCode,
  ShelfErrorCode,
  TimestampErrorCode,
} from "@tocsin/node";
import type { PhoneErrorCode } from "@tocsin/phone";
import type { PublishErrorCode } from "@tocsin/publish";
import type { RecordsErrorCode } from "@tocsin/records";
import type { LettersErrorCode } from "@tocsin/letters";
import type { TextsErrorCode } from "@tocsin/texts";
import type { VaultErrorCode } from "@tocsin/vault";
import type { WorkspaceErrorCode } from "@tocsin/workspace";
import type { CliErrorCode } from "./errors.ts";

/** From 64 on the numbers are those of BSD's sysexits; 130 is what shells give for Ctrl C. */
export const exitCodes = {
  done: 0,
  found: 10,
  usage: 64,
  badData: 65,
  missing: 66,
  unavailable: 69,
  unexpected: 70,
  exists: 73,
  notWritten: 74,
  tryLater: 75,
  notAllowed: 77,
  stopped: 130,
} as const;

export type ExitMeaning = keyof typeof exitCodes;

export type KnownErrorCode =
  | BackupErrorCode
  | CliErrorCode
  | CoreErrorCode
  | CryptoErrorCode
  | ExaminerErrorCode
  | FilesErrorCode
  | FormatErrorCode
  | IndexErrorCode
  | LibraryErrorCode
  | NetworkErrorCode
  | PhoneErrorCode
  | PublishErrorCode
  | RecordsErrorCode
  | ShelfErrorCode
  | LettersErrorCode
  | TextsErrorCode
  | TimestampErrorCode
  | VaultErrorCode
  | WorkspaceErrorCode;

export const exitMeanings: Readonly<Record<KnownErrorCode, ExitMeaning>> = {
  "backup.changed": "tryLater",
  "backup.damaged": "badData",
  "backup.full": "notWritten",
  "backup.inside": "usage",
  "backup.missing": "missing",
  "backup.newer": "exists",
  "backup.no-place": "missing",
  "backup.not-empty": "exists",
  "backup.not-kept": "notWritten",
  "backup.other-vault": "exists",
  "backup.place-lost": "notWritten",
  "backup.read-only": "notWritten",
  "backup.restore-first": "usage",
  "backup.several": "usage",
  "backup.source": "notWritten",
  "backup.too-large": "notWritten",
  "backup.unfinished": "badData",
  "backup.unknown-vault": "badData",
  "backup.unsupported": "unavailable",
  "cli.missing": "missing",
  "cli.no-passphrase": "notAllowed",
  "cli.no-vault": "usage",
  "cli.not-confirmed": "notAllowed",
  "cli.not-recognised": "badData",
  "cli.nothing-read": "badData",
  "cli.output-exists": "exists",
  "cli.passphrases-differ": "notAllowed",
  "cli.system": "notWritten",
  "cli.unexpected": "unexpected",
  "cli.usage": "usage",
  "core.bad-canonical": "badData",
  "core.bad-date": "usage",
  "core.bad-encoding": "badData",
  "core.bad-id": "usage",
  "core.bad-place": "usage",
  "core.limit": "badData",
  "crypto.bad-key": "unexpected",
  "crypto.bad-recovery": "notAllowed",
  "crypto.bad-sealed-file": "badData",
  "crypto.key-wiped": "unexpected",
  "crypto.limit": "badData",
  "crypto.not-authentic": "badData",
  "crypto.sealed-file-damaged": "badData",
  "crypto.stretching-failed": "unexpected",
  "crypto.wrong-passphrase": "notAllowed",
  "files.bad-path": "badData",
  "files.changed": "badData",
  "files.missing": "missing",
  "files.not-readable": "missing",
  "formats.bad-keyed-archive": "badData",
  "formats.bad-pdf": "badData",
  "formats.bad-picture": "badData",
  "formats.bad-property-list": "badData",
  "formats.bad-stix": "badData",
  "formats.bad-table": "badData",
  "formats.bad-text": "badData",
  "formats.bad-typedstream": "badData",
  "formats.limit": "badData",
  "formats.locked-pdf": "badData",
  "formats.too-many-pages": "badData",
  "index.failed": "unexpected",
  "index.unreadable": "badData",
  "letters.bad-decision": "usage",
  "letters.bad-letter": "usage",
  "letters.bad-list": "badData",
  "letters.bad-signer": "usage",
  "letters.frozen": "notAllowed",
  "letters.not-ready": "notAllowed",
  "letters.not-shown": "usage",
  "letters.not-standing": "notAllowed",
  "letters.too-late": "notAllowed",
  "library.head": "usage",
  "library.items-changed": "unexpected",
  "network.bad-fingerprints": "badData",
  "node.examiner-failed": "unexpected",
  "phone.bad-path": "badData",
  "phone.damaged-database": "badData",
  "phone.engine-failed": "unexpected",
  "phone.limit": "badData",
  "phone.missing-file": "missing",
  "phone.no-table": "badData",
  "phone.not-a-database": "badData",
  "phone.unreadable-file": "missing",
  "publish.input": "badData",
  "publish.leak": "notAllowed",
  "publish.typesetter": "unavailable",
  "publish.word-writer": "unavailable",
  "records.bad-definition": "unexpected",
  "records.bad-input": "usage",
  "records.bad-operation": "badData",
  "records.bad-value": "usage",
  "records.missing-field": "usage",
  "records.too-long": "usage",
  "records.not-found": "missing",
  "records.unknown-code": "usage",
  "records.unknown-field": "usage",
  "records.unknown-kind": "usage",
  "shelf.bad-path": "badData",
  "shelf.no-library": "badData",
  "shelf.not-ours": "exists",
  "texts.bad-alignment": "usage",
  "texts.bad-vote": "usage",
  "texts.empty": "badData",
  "texts.limit": "badData",
  "texts.no-sponsors": "badData",
  "texts.not-adopted": "usage",
  "texts.not-read": "badData",
  "timestamps.bad-address": "usage",
  "timestamps.bad-certificate": "badData",
  "timestamps.not-an-authority": "unavailable",
  "timestamps.unreachable": "unavailable",
  "vault.bad-export": "badData",
  "vault.damaged": "badData",
  "vault.evidence-damaged": "badData",
  "vault.evidence-missing": "missing",
  "vault.exists": "exists",
  "vault.in-use": "tryLater",
  "vault.limit": "usage",
  "vault.locked": "notAllowed",
  "vault.missing": "missing",
  "vault.not-a-bundle": "badData",
  "vault.not-durable": "notWritten",
  "vault.not-found": "missing",
  "vault.read-only": "notWritten",
  "vault.removed": "notAllowed",
  "vault.sealing-failed": "unexpected",
  "vault.source-changed": "badData",
  "vault.too-large": "usage",
  "vault.unreadable": "badData",
  "vault.unsupported": "unavailable",
  "vault.wrong-passphrase": "notAllowed",
  "vault.wrong-recovery": "notAllowed",
  "workspace.bad-instrument": "badData",
  "workspace.bad-questionnaire": "badData",
  "workspace.other-original": "badData",
  "workspace.cell-too-long": "badData",
  "workspace.changed-meanwhile": "notAllowed",
  "workspace.closed": "notAllowed",
  "workspace.names-not-covered": "notAllowed",
  "workspace.bad-region": "usage",
  "workspace.no-bytes": "missing",
  "workspace.no-picture": "badData",
  "workspace.no-request": "missing",
  "workspace.document-lacks": "notAllowed",
  "workspace.no-template": "unavailable",
  "workspace.not-approved": "notAllowed",
  "workspace.newer-record": "notAllowed",
  "workspace.not-over": "notAllowed",
  "workspace.not-one-day": "usage",
  "workspace.not-ready": "notAllowed",
  "workspace.plan-changed": "notAllowed",
  "workspace.library-changed": "notAllowed",
  "workspace.reveals-together": "notAllowed",
  "workspace.stays-inside": "notAllowed",
  "workspace.threshold-too-low": "notAllowed",
};
