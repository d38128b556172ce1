import { TocsinError } from "@tocsin/core";

export type FilesErrorCode = "files.missing" | "files.not-readable" | "files.bad-path" | "files.changed";

export class FilesError extends TocsinError<FilesErrorCode> {
  override readonly name = "FilesError";
}
