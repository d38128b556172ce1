// Codes of our errors to HTTP answers: one table. What is not in it was not foreseen.
import { isTocsinError } from "@tocsin/core";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  "desk.no-vault": 409,
  "desk.no-such-folder": 404,
  "desk.bad-request": 400,
  "desk.no-such-job": 404,
  "desk.no-such-output": 404,
  "desk.no-such-intake": 404,
  "files.missing": 404,
  "files.not-readable": 422,
  "files.bad-path": 400,
  "files.changed": 409,
  "records.not-found": 404,
  "records.unknown-kind": 404,
  "vault.exists": 409,
  "vault.missing": 404,
  "vault.in-use": 423,
  "vault.locked": 423,
  "vault.wrong-passphrase": 403,
  "vault.damaged": 422,
  "vault.unsupported": 422,
  "vault.not-durable": 507,
  "vault.too-large": 413,
  "vault.not-found": 404,
  "vault.evidence-missing": 404,
};

/** Families whose errors are about what was sent. */
const badInput = ["core.", "records.", "workspace.", "phone.", "network.", "formats."];

export function statusOf(error: unknown): ContentfulStatusCode {
  if (!isTocsinError(error)) return 500;
  return statuses[error.code] ?? (badInput.some((family) => error.code.startsWith(family)) ? 422 : 500);
}
