// Before tests that start the built program or show the built screen: build it, unless it was built of these very
// sources, so that no test passes against yesterday's program.
import { resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { buildAll } from "./build.mjs";

/** Vitest calls this once for each project that has tests to run. */
export async function setup(project: TestProject): Promise<void> {
  const wanted = project.name === "e2e" ? ["command line", "desk", "verifier"] : ["command line"];
  try {
    await buildAll(resolve(import.meta.dirname, ".."), wanted, { isForced: false });
  } catch (error) {
    // Where work is under way another part may be broken for a moment; where it counts, a broken build is a failure.
    if (process.env["CI"] !== undefined) throw error;
    console.error("tests: the program could not be built; tests that start it start an older one, or none.");
  }
}
