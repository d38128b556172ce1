// Runs one command from its words to its exit code.
import { CommanderError } from "commander";
import type { Translator } from "@tocsin/language";
import { createCall, usage, type Setup } from "./call.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandLine, CommandLineParts } from "./parts.ts";
import { createProgram } from "./program.ts";
import { tellError } from "./tell-error.ts";
import { loadTranslator } from "./words.ts";

export function createCommandLine(parts: CommandLineParts): CommandLine {
  return {
    run: async (args) => {
      const translator = await loadTranslator(args, parts.environment);
      try {
        return await runCommand(args.length === 0 ? ["--help"] : args, parts, translator);
      } catch (error) {
        if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
        // A group without a command: its help was shown.
        if (error instanceof CommanderError && error.code === "commander.help") return exitCodes.usage;
        const { terminal, signal } = parts;
        const told = error instanceof CommanderError ? usage(error.message) : error;
        return tellError(told, { terminal, translator, json: args.includes("--json"), signal });
      }
    },
  };
}

async function runCommand(
  args: readonly string[],
  parts: CommandLineParts,
  translator: Translator,
): Promise<number> {
  let code: number = exitCodes.done;
  const setup: Setup = {
    parts,
    translator,
    does: (command, act) => {
      command.action(async () => {
        code = (await act(createCall(command, { parts, translator }))) ?? exitCodes.done;
      });
    },
  };
  const program = await createProgram(args, setup);
  await program.parseAsync(args, { from: "user" });
  return code;
}
