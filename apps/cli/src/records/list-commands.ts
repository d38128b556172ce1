// `tocsin commands`: every command that is made from a definition, with its options.
import type { Call } from "../call.ts";
import { generatedDefinitions, usageOf } from "./generated.ts";

export async function listCommands(call: Call): Promise<undefined> {
  const definitions = generatedDefinitions().map((definition) => ({
    name: definition.name,
    type: definition.type,
    usage: usageOf(definition),
  }));
  if (call.json) await call.give(definitions);
  else for (const { usage } of definitions) await call.say(usage);
}
