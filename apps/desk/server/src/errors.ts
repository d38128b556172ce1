import { TocsinError } from "@tocsin/core";

export type DeskErrorCode =
  | "desk.no-such-folder"
  | "desk.no-vault"
  | "desk.locked"
  | "desk.bad-request"
  /** Work of which there can be only one at a time goes on. */
  | "desk.busy"
  /** A newer question of the same window took the place of this one. */
  | "desk.outdated"
  | "desk.folder-exists"
  | "desk.too-large"
  | "desk.no-such-job"
  | "desk.no-such-output"
  | "desk.no-such-intake"
  /** What would leave in a library was looked at too long ago: another took its place, or the vault was locked. */
  | "desk.no-such-library"
  /** A table that was dropped, or whose check was. */
  | "desk.no-such-table"
  /** A form that is not sent yet was changed since whoever writes has seen it. */
  | "desk.unsent-elsewhere"
  | "desk.unsent-full"
  | "desk.unexpected";

export class DeskError extends TocsinError<DeskErrorCode> {
  override readonly name = "DeskError";
}
