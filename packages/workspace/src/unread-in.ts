// What of the vault could not be read, as a release says it: a consent that was withdrawn may be among it.
import type { Workspace } from "./workspace.ts";

/** Nothing where everything was read but what was erased on purpose. */
export async function unreadIn({ unread }: Pick<Workspace, "unread">): Promise<{ readonly unread?: number }> {
  const counts = Object.entries(await unread()).filter(([reason]) => reason !== "erased");
  const count = counts.reduce((sum, [, each]) => sum + each, 0);
  return count === 0 ? {} : { unread: count };
}
