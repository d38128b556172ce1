// Whoever meets a place in the tables that cannot be read waits until they are made anew, and reads once more.
import { isTocsinError } from "@tocsin/core";

export function isUnreadable(error: unknown): boolean {
  return isTocsinError(error) && error.code === "index.unreadable";
}

/** `read` must have no effect of its own. `mend` makes the tables anew; what it throws is thrown. */
export async function readAgain<Result>(
  read: () => Promise<Result>,
  mend: () => Promise<void>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await mend();
    return read();
  }
}
