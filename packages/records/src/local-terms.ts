// Terms that an organisation adds under a standard one: `harassment.threat.local:0f3a9c2e`. The code carries its parent and
// nothing that says what it means, so that a stranger knows where it belongs and learns no more. What it is called stands
// in a record of the kind `term`.
import type { RecordId } from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import { termOf, type Vocabulary } from "./vocabulary.ts";

/** Parts the code of an own term from the standard one. */
export const localMark = ".local:";
const form = /^[0-9a-z]{8}$/;

/** The standard term that `code` is, or stands under. */
export function standardCode(code: string): string {
  const at = code.indexOf(localMark);
  return at === -1 ? code : code.slice(0, at);
}

export function isLocalCode(code: string): boolean {
  const at = code.indexOf(localMark);
  return at > 0 && form.test(code.slice(at + localMark.length));
}

/** Whether `code` is a local one under a term of `vocabulary`, whoever added it. */
export function isLocalCodeOf(vocabulary: Vocabulary, code: string): boolean {
  return (
    vocabulary.extensible === true &&
    isLocalCode(code) &&
    termOf(vocabulary, standardCode(code)) !== undefined
  );
}

/**
 * The code of a new term under `parent`, from the id of the record that will name it. Throws `records.unknown-code` where
 * the vocabulary takes no terms, or has no such parent.
 */
export function localCode(vocabulary: Vocabulary, parent: string, record: RecordId): string {
  const code = `${parent}${localMark}${record.slice(-8)}`;
  if (!isLocalCodeOf(vocabulary, code))
    throw new RecordsError(
      "records.unknown-code",
      `Cannot add term: "${vocabulary.name}" has no place for it`,
      {
        details: { vocabulary: vocabulary.name },
      },
    );
  return code;
}
