// Two texts compared, as recorded changes of a word processor (ECMA-376 part 1, 17.13.5): whoever gets the file accepts or
// refuses each. The time of the package and identifiers are fixed: the same texts of the same author and day give the same bytes.
import { PublishError } from "@tocsin/publish";
import { fixPackage } from "./fixed-package.ts";
import type { TrackedDocument } from "./pack-tracked.ts";

/** Of the package: this computer's is nobody's business. */
const noTime = "1980-01-01T00:00:00Z";

/** Throws `publish.word-writer`. */
export async function packTrackedChanges(document: TrackedDocument): Promise<Uint8Array> {
  try {
    const { packTracked } = await import("./pack-tracked.ts");
    return fixPackage(await packTracked(document), noTime);
  } catch (cause) {
    throw new PublishError("publish.word-writer", "Cannot write DOCX: its writer refused the text", {
      cause,
    });
  }
}
