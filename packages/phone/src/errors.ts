// What can stop an examiner from reading one artifact. The examination goes on and says so in its coverage.
import { TocsinError } from "@tocsin/core";

export type PhoneErrorCode =
  /** A path that is absolute, climbs out, or goes through a symbolic link. */
  | "phone.bad-path"
  | "phone.missing-file"
  | "phone.unreadable-file"
  /** The file does not start as a SQLite database does. */
  | "phone.not-a-database"
  /** The schema has no such table, or it is a view or virtual table. */
  | "phone.no-table"
  /** A page, record or schema of the database is damaged. */
  | "phone.damaged-database"
  /** The database gives more than a file of its size can hold, or takes too many steps. */
  | "phone.limit"
  /** The database engine itself failed; the next `ready()` makes another. */
  | "phone.engine-failed";

export class PhoneError extends TocsinError<PhoneErrorCode> {
  override readonly name = "PhoneError";
}
