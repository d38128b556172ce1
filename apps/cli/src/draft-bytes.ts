// A draft of a negotiated text, as a file on the disk.
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { draftLimits, TextsError } from "@tocsin/texts";
import { wordOf, type Call } from "./call.ts";
import { CliError } from "./errors.ts";

/** Of DOCX, which is packed and has more in it than words. */
const mostBytes = 16 * draftLimits.characters;

/** The file that the word at `at` names. Throws `cli.missing`, `texts.limit`, and what keeps a file from being read. */
export async function draftBytes(call: Call, at: number): Promise<Uint8Array> {
  const path = resolve(wordOf(call, at));
  const { size } = await stat(path).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      throw new CliError("cli.missing", `Cannot read ${path}: nothing lies there`, { cause });
    throw cause;
  });
  if (size > mostBytes)
    throw new TextsError("texts.limit", `Cannot read ${path}: it has more than ${mostBytes} bytes`);
  return readFile(path, { signal: call.signal });
}
