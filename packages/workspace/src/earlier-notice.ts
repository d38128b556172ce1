// What a release tells beside one before it.
import type { RecordId } from "@tocsin/core";

/**
 * `named`: an earlier release withheld this name, and now it leaves. `narrower`: a day or a place is more exact than it was.
 * `shown`: a field that stayed inside leaves. `not-compared`: too many records to hold beside that release.
 */
export type EarlierNoticeKind = "named" | "narrower" | "shown" | "not-compared";

export interface EarlierNotice {
  readonly kind: EarlierNoticeKind;
  readonly release: RecordId;
  /** When the earlier one was approved: ISO 8601 in UTC. */
  readonly approved: string | null;
  /** Withdrawn since; what its readers have read they know all the same. */
  readonly withdrawn: boolean;
  /** Whom or what it is about; null for `not-compared`. */
  readonly record: RecordId | null;
  readonly label: string;
  /** Kind of the record, and the field of it. */
  readonly recordKind: string | null;
  readonly field: string | null;
}
