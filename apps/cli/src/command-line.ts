// Runs one command from its words to its exit code.
import { CommanderError } from "commander";
import { exitCodes } from "./exit-codes.ts";
import type { CommandLine, CommandLineParts } from "./parts.ts";
import { createProgram, firstWordAt } from "./program.ts";
import type { Setup } from "./setup.ts";
import { loadHelpWords, loadTranslator } from "./words.ts";

export function createCommandLine(parts: CommandLineParts): CommandLine {
  return {
    run: async (args) => {
      try {
        return await runCommand(readHelp(args), parts);
      } catch (error) {
        if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
        // A group without a command: its help was shown.
        if (error instanceof CommanderError && error.code === "commander.help") return exitCodes.usage;
        return tell(error, args, parts);
      }
    },
  };
}

/** `help vault create` asks for what `vault create --help` does; only of the desk is there more to say. */
function readHelp(args: readonly string[]): readonly string[] {
  const at = firstWordAt(args);
  if (args.length > 0 && (args[at] !== "help" || args[at + 1] === "desk")) return args;
  return [...args.slice(0, Math.max(at, 0)), ...args.slice(at + 1), "--help"];
}

async function runCommand(args: readonly string[], parts: CommandLineParts): Promise<number> {
  let code: number = exitCodes.done;
  const setup: Setup = {
    parts,
    t: await loadHelpWords(args, parts.environment),
    does: (command, act) => {
      command.action(async () => {
        const translator = await loadTranslator(args, parts.environment);
        const { createCall } = await import("./call.ts");
        code = (await act(createCall(command, parts, translator))) ?? exitCodes.done;
      });
    },
  };
  const program = await createProgram(args, setup);
  await program.parseAsync(args, { from: "user" });
  return code;
}

async function tell(error: unknown, args: readonly string[], parts: CommandLineParts): Promise<number> {
  const { terminal, signal, environment } = parts;
  const { usage } = await import("./call.ts");
  const { tellError } = await import("./tell-error.ts");
  const translator = await loadTranslator(args, environment);
  const told = error instanceof CommanderError ? usage(error.message.replace(/^error: /, "")) : error;
  return tellError(told, { terminal, translator, json: args.includes("--json"), signal });
}
