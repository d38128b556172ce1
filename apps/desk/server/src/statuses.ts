// Codes of our errors to HTTP answers: one table that every new code must enter, or the types do not compile.
import { isTocsinError, type CoreErrorCode } from "@tocsin/core";
import type { CryptoErrorCode } from "@tocsin/crypto";
import type { FormatErrorCode } from "@tocsin/formats";
import type { IndexErrorCode } from "@tocsin/index";
import type { NetworkErrorCode } from "@tocsin/network";
import type { BackupErrorCode, ExaminerErrorCode, FilesErrorCode, TimestampErrorCode } from "@tocsin/node";
import type { PhoneErrorCode } from "@tocsin/phone";
import type { PublishErrorCode } from "@tocsin/publish";
import type { RecordsErrorCode } from "@tocsin/records";
import type { LettersErrorCode } from "@tocsin/letters";
import type { TextsErrorCode } from "@tocsin/texts";
import type { VaultErrorCode } from "@tocsin/vault";
import type { WorkspaceErrorCode } from "@tocsin/workspace";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { DeskErrorCode } from "./errors.ts";

type AppErrorCode =
  | BackupErrorCode
  | CoreErrorCode
  | CryptoErrorCode
  | DeskErrorCode
  | ExaminerErrorCode
  | FilesErrorCode
  | FormatErrorCode
  | IndexErrorCode
  | NetworkErrorCode
  | PhoneErrorCode
  | PublishErrorCode
  | RecordsErrorCode
  | LettersErrorCode
  | TextsErrorCode
  | TimestampErrorCode
  | VaultErrorCode
  | WorkspaceErrorCode;

const statuses: Readonly<Record<AppErrorCode, ContentfulStatusCode>> = {
  "backup.changed": 409,
  "backup.damaged": 422,
  "backup.full": 507,
  "backup.inside": 422,
  "backup.missing": 404,
  "backup.newer": 409,
  "backup.no-place": 404,
  "backup.not-empty": 409,
  "backup.not-kept": 507,
  "backup.other-vault": 409,
  "backup.place-lost": 507,
  "backup.read-only": 507,
  "backup.restore-first": 409,
  "backup.several": 422,
  "backup.source": 422,
  "backup.too-large": 507,
  "backup.unfinished": 422,
  "backup.unknown-vault": 422,
  "backup.unsupported": 422,
  "core.bad-canonical": 422,
  "core.bad-date": 422,
  "core.bad-encoding": 422,
  "core.bad-id": 422,
  "core.bad-place": 422,
  "core.limit": 422,
  "crypto.bad-key": 500,
  "crypto.bad-recovery": 422,
  "crypto.bad-sealed-file": 422,
  "crypto.key-wiped": 423,
  "crypto.limit": 422,
  "crypto.not-authentic": 422,
  "crypto.sealed-file-damaged": 422,
  "crypto.stretching-failed": 500,
  "crypto.wrong-passphrase": 403,
  "desk.bad-request": 400,
  "desk.busy": 409,
  "desk.folder-exists": 409,
  "desk.locked": 423,
  "desk.no-such-folder": 404,
  "desk.no-such-intake": 404,
  "desk.no-such-job": 404,
  "desk.no-such-library": 404,
  "desk.no-such-output": 404,
  "desk.no-such-table": 404,
  "desk.outdated": 409,
  "desk.no-vault": 409,
  "desk.too-large": 413,
  "desk.unexpected": 500,
  "desk.unsent-elsewhere": 409,
  "desk.unsent-full": 413,
  "files.bad-path": 400,
  "files.changed": 409,
  "files.missing": 404,
  "files.not-readable": 422,
  "formats.bad-keyed-archive": 422,
  "formats.bad-pdf": 422,
  "formats.bad-picture": 422,
  "formats.bad-property-list": 422,
  "formats.bad-stix": 422,
  "formats.bad-table": 422,
  "formats.bad-text": 422,
  "formats.bad-typedstream": 422,
  "formats.limit": 422,
  "formats.locked-pdf": 422,
  "formats.too-many-pages": 422,
  "index.failed": 500,
  "index.unreadable": 500,
  "letters.bad-decision": 422,
  "letters.bad-letter": 422,
  "letters.bad-list": 422,
  "letters.bad-signer": 422,
  "letters.frozen": 409,
  "letters.not-ready": 409,
  "letters.not-shown": 422,
  "letters.not-standing": 409,
  "letters.too-late": 409,
  "network.bad-fingerprints": 422,
  "node.examiner-failed": 500,
  "phone.bad-path": 422,
  "phone.damaged-database": 422,
  "phone.engine-failed": 500,
  "phone.limit": 422,
  "phone.missing-file": 404,
  "phone.no-table": 422,
  "phone.not-a-database": 422,
  "phone.unreadable-file": 422,
  "publish.input": 422,
  "publish.leak": 409,
  "publish.typesetter": 500,
  "publish.word-writer": 500,
  "records.bad-definition": 500,
  "records.bad-input": 422,
  "records.bad-operation": 422,
  "records.bad-value": 422,
  "records.missing-field": 422,
  "records.too-long": 422,
  "records.not-found": 404,
  "records.unknown-code": 422,
  "records.unknown-field": 422,
  "records.unknown-kind": 404,
  "texts.bad-alignment": 400,
  "texts.bad-vote": 422,
  "texts.empty": 422,
  "texts.limit": 422,
  "texts.no-sponsors": 422,
  "texts.not-adopted": 409,
  "texts.not-read": 422,
  "timestamps.bad-address": 422,
  "timestamps.bad-certificate": 422,
  "timestamps.not-an-authority": 502,
  "timestamps.unreachable": 504,
  "vault.bad-export": 422,
  "vault.damaged": 422,
  "vault.evidence-damaged": 422,
  "vault.evidence-missing": 404,
  "vault.exists": 409,
  "vault.in-use": 423,
  "vault.limit": 422,
  "vault.locked": 423,
  "vault.missing": 404,
  "vault.not-a-bundle": 422,
  "vault.not-durable": 507,
  "vault.not-found": 404,
  "vault.read-only": 409,
  "vault.removed": 403,
  "vault.sealing-failed": 500,
  "vault.source-changed": 422,
  "vault.too-large": 413,
  "vault.unreadable": 422,
  "vault.unsupported": 422,
  "vault.wrong-passphrase": 403,
  "vault.wrong-recovery": 403,
  "workspace.bad-instrument": 422,
  "workspace.cell-too-long": 422,
  "workspace.changed-meanwhile": 409,
  "workspace.closed": 409,
  "workspace.names-not-covered": 409,
  "workspace.bad-questionnaire": 422,
  "workspace.other-original": 409,
  "workspace.bad-region": 422,
  "workspace.no-bytes": 404,
  "workspace.no-picture": 422,
  "workspace.no-request": 404,
  "workspace.document-lacks": 422,
  "workspace.no-template": 422,
  "workspace.not-approved": 422,
  "workspace.newer-record": 409,
  "workspace.not-over": 409,
  "workspace.not-one-day": 422,
  "workspace.not-ready": 409,
  "workspace.reveals-together": 409,
  "workspace.stays-inside": 409,
  "workspace.threshold-too-low": 422,
  "workspace.plan-changed": 409,
  "workspace.library-changed": 409,
};

const statusesByCode: ReadonlyMap<string, ContentfulStatusCode> = new Map(Object.entries(statuses));

/** What is not in the table was not foreseen. */
export function statusOf(error: unknown): ContentfulStatusCode {
  return (isTocsinError(error) ? statusesByCode.get(error.code) : undefined) ?? 500;
}
