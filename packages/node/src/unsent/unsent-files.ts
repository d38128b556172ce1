// The files of forms that are not sent (docs/formats/vault.md, section 2).
import { randomBytes } from "node:crypto";

export const unsentFolder = "unsent";
export const ending = ".sealed";
/** Of one file: a narrative of 5 MB in any script fits. */
export const mostBytes = 16 * 1024 * 1024;

export function newName(): string {
  return `${randomBytes(16).toString("hex")}${ending}`;
}
