// What a release tells beside one before it.
import type { RecordId } from "@tocsin/core";

/**
 * `named`: an earlier release withheld this name, and now it leaves. `known`: the name left then, and withholding it now hides
 * nothing from who has read that. `narrower`: a day or a place is more exact than it was. `shown`: a field that stayed inside
 * leaves. `remainder`: a table counted few more than what leaves one by one. `not-compared`: too many records to hold beside
 * that release.
 */
export type EarlierNoticeKind = "named" | "known" | "narrower" | "shown" | "remainder" | "not-compared";

export interface EarlierNotice {
  readonly kind: EarlierNoticeKind;
  readonly release: RecordId;
  /** When the earlier one was approved: ISO 8601 in UTC. */
  readonly approved: string | null;
  /** Withdrawn since; what its readers have read they know all the same. */
  readonly withdrawn: boolean;
  /** Whom or what it is about; null for `remainder` and `not-compared`. */
  readonly record: RecordId | null;
  /** Of `remainder`: what the table counted, in codes. */
  readonly label: string;
  /** Kind of the record, and the field of it. */
  readonly recordKind: string | null;
  readonly field: string | null;
  /** Of `remainder`: how many are left over. */
  readonly count?: number;
}
