// The second reader of the vault's format, which goes along with every open export: whoever gets one can also read a
// vault without this program (docs/formats/vault.md, section 14).
import { readFile } from "node:fs/promises";
import type { ExtraFile } from "@tocsin/vault";
import { isMissing } from "../files/names.ts";

const name = "vault-read.mjs";
/** Beside the built program, or in the project's folder while it is worked on. */
const places = [`./${name}`, `../../../../tools/${name}`];

export async function secondReader(): Promise<ExtraFile> {
  for (const place of places) {
    const bytes = await readFile(new URL(place, import.meta.url)).catch(orMissing);
    if (bytes !== null) return { path: name, bytes };
  }
  throw new Error("Cannot export: the second reader does not lie beside the program");
}

function orMissing(cause: unknown): null {
  if (isMissing(cause)) return null;
  throw cause;
}
