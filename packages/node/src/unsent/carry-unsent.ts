// Carries what was typed and not sent from one key to the next, before the next one counts: whichever of the two a program
// finds that was ended in between, it opens a whole set of files, and what does not open under it is removed.
import { join } from "node:path";
import type { UnsentSeal } from "../crypto/unsent-seal.ts";
import { replaceFile } from "../files/durable.ts";
import { namesIn, readAtMost } from "../files/names.ts";
import { ending, mostBytes, newName, unsentFolder } from "./unsent-files.ts";

/**
 * Writes each form a second time. A disk that does not play along holds no erasure off: what could not be carried is sealed
 * anew by the program that holds it.
 */
export async function carryUnsent(
  folder: string,
  { from, to }: { readonly from: UnsentSeal; readonly to: UnsentSeal },
): Promise<void> {
  const place = join(folder, unsentFolder);
  for (const name of await namesIn(place, "files").catch(() => [])) {
    if (!name.endsWith(ending)) continue;
    const sealed = await readAtMost(join(place, name), mostBytes + 1).catch(() => null);
    const bytes = sealed === null ? null : from.open(name, sealed);
    const carried = newName();
    if (bytes !== null)
      await replaceFile(join(place, carried), to.seal(carried, bytes)).catch(() => undefined);
  }
}
