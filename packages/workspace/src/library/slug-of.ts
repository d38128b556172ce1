// The address of a record in the public library.
import type { RecordId } from "@tocsin/core";

/** An address that stays: of the record's random identifier, so that it tells nothing. */
export function slugOf(id: RecordId): string {
  return id.slice(0, 16);
}
