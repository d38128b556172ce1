// The example's story as it lies under examples/story: chapters of records and commands, each under a key of its own.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";

export interface Chapter {
  /** Name of its file, without the ending. */
  readonly name: string;
  /** Language of texts that do not say their own. */
  readonly lang: string;
  readonly steps: readonly Step[];
}

/** A record to begin, with those that hang on it; or a command to run. */
export interface Step {
  /** By which later steps link to it. */
  readonly key: string | null;
  readonly kind: string | null;
  readonly command: string | null;
  /** Bytes of evidence, below the folder of the inputs. */
  readonly file: string | null;
  readonly values: JsonObject;
  readonly within: readonly Step[];
}

/** In the order of their names. Throws `SyntaxError`. */
export async function readStory(folder: string): Promise<readonly Chapter[]> {
  const files = (await readdir(join(folder, "story"))).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const value: unknown = JSON.parse(await readFile(join(folder, "story", file), "utf8"));
      if (!isJsonObject(value)) throw new SyntaxError(`Cannot read story: ${file} is not an object`);
      const lang = stringOf(value["lang"]) ?? "en";
      return { name: file.slice(0, -".json".length), lang, steps: stepsOf(value["tell"]) };
    }),
  );
}

function stepsOf(value: Json | undefined): readonly Step[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw new SyntaxError("Cannot read story: steps are no list of objects");
  return value.map(stepOf);
}

function stepOf({ key, kind, do: command, file, with: within, ...values }: JsonObject): Step {
  const step = {
    key: stringOf(key),
    kind: stringOf(kind),
    command: stringOf(command),
    file: stringOf(file),
    values,
    within: stepsOf(within),
  };
  if ((step.kind === null) === (step.command === null))
    throw new SyntaxError(`Cannot read story: ${step.key ?? "a step"} is neither a record nor a command`);
  return step;
}

function stringOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}
