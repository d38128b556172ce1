// Two texts compared, as recorded changes of a word processor (ECMA-376 part 1, 17.13.5): whoever gets the file accepts or
// refuses each. Times and identifiers are fixed, so that the same texts give the same bytes.
import { PublishError } from "@tocsin/publish";
import { fixPackage } from "./fixed-package.ts";
import type { TrackedDocument } from "./pack-tracked.ts";

/** A comparison of two texts has no time of its own, and this computer's is nobody's business. */
const noTime = "1980-01-01T00:00:00Z";

/** Throws `publish.word-writer`. */
export async function packTrackedChanges(document: TrackedDocument): Promise<Uint8Array> {
  try {
    const { packTracked } = await import("./pack-tracked.ts");
    return fixPackage(await packTracked(document, noTime), noTime);
  } catch (cause) {
    throw new PublishError("publish.word-writer", "Cannot write DOCX: its writer refused the text", {
      cause,
    });
  }
}
