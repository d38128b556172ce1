// Many runs of one command as one act, for the example: each act is made durable by itself, and that takes time.
import type { JsonObject, RecordId } from "@tocsin/core";
import { parseInput, type View } from "@tocsin/records";
import { glancing, type Workspace } from "@tocsin/workspace";

/** Gives the first record of each run. */
export type Together = (command: string, inputs: readonly JsonObject[]) => Promise<readonly RecordId[]>;

/**
 * One command with many inputs, written as one; gives the first record of each. What the commands look at is read from the
 * tables, for all of them together, because nobody else writes in the meantime.
 */
export function createTogether(
  { commands, view, context, write }: Workspace,
  signal?: AbortSignal,
): Together {
  return async (name, inputs) => {
    const command = commands.get(name);
    if (command === undefined) throw new RangeError(`Cannot run together: no command "${name}"`);
    signal?.throwIfAborted();
    const still = stillView(glancing(view));
    const each = await Promise.all(
      inputs.map((input) => command.run(still, parseInput(command.input, input), context)),
    );
    if (each.length > 0) await write(each.flat());
    return each.flatMap((operations) => operations.slice(0, 1).map(({ record }) => record));
  };
}

/** The same view, which nobody writes under: what was asked once is not read again. */
function stillView(view: View): View {
  const read = new Map<RecordId, ReturnType<View["read"]>>();
  const linked = new Map<string, ReturnType<View["linked"]>>();
  const listed = new Map<string, ReturnType<View["list"]>>();
  return {
    ...view,
    read: (id) => remembered(read, id, () => view.read(id)),
    linked: (id, by) => remembered(linked, JSON.stringify([id, by]), () => view.linked(id, by)),
    list: (options) => remembered(listed, JSON.stringify(options), () => view.list(options)),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, ask: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = ask();
  known.set(key, value);
  return value;
}
