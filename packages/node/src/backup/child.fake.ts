// Bundles a small program over these modules, to be run as a process of its own: one that can be killed, or that has
// mounts of its own.
import { join } from "node:path";
import { build } from "esbuild";

/** `source` imports from this folder; gives the path of the program. */
export async function buildProgram(folder: string, source: string): Promise<string> {
  const outfile = join(folder, "program.mjs");
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}
