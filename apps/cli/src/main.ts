// The program `tocsin`: puts the command line together from this process and runs it once.
import { fileURLToPath } from "node:url";
import { createCommandLine } from "./command-line.ts";
import { openTerminal } from "./terminal.ts";
import { version } from "./version.ts";

// Bundled, this file is dist/cli/main.js.
const root = new URL("../../", import.meta.url);
const pathOf = (relative: string): string => fileURLToPath(new URL(relative, root));
const ending = new AbortController();

/** The first asks to end, and what is under way cleans up after itself; the second does not wait. */
const stop = (): void => {
  if (ending.signal.aborted) process.exit(130);
  ending.abort();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("SIGHUP", stop);
const commandLine = createCommandLine({
  version,
  registry: async () => (await import("@tocsin/workspace")).createBuiltInRegistry(),
  terminal: openTerminal(process),
  environment: process.env,
  signal: ending.signal,
  clock: () => Date.now(),
  places: {
    examples: pathOf("examples"),
    screen: pathOf("dist/desk"),
    page: pathOf("dist/web/verify.html"),
    form: pathOf("dist/web/form.html"),
  },
});
process.exitCode = await commandLine.run(process.argv.slice(2));
