// Outputs become files that nobody else of the computer can read, and never write over what is there.
import { lstat, open } from "node:fs/promises";
import { CliError } from "../errors.ts";

/** Throws `cli.output-exists`. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openNewFile(path);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Throws `cli.output-exists`, for what is to be written down before the file is opened. */
export async function refuseTaken(path: string): Promise<void> {
  const there = await lstat(path).catch(() => null);
  if (there !== null) throw new CliError("cli.output-exists", `Cannot write ${path}: something lies there`);
}

/** Throws `cli.output-exists`. */
export async function openNewFile(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, "wx", 0o600);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
      throw new CliError("cli.output-exists", `Cannot write ${path}: something lies there`, { cause });
    throw cause;
  }
}
