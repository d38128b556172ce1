// Long work in the thread that also answers people: it lets others have their turn, so that it can be stopped, and so that
// nobody takes its silence for a sleep of the computer.
import { setImmediate } from "node:timers/promises";

/** Milliseconds of work between two turns of others. */
const turn = 20;

/** The same, one after the other; can be read again where `items` can. */
export function breathing<Item>(items: AsyncIterable<Item>): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: () => breathe(items) };
}

async function* breathe<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let since = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - since < turn) continue;
    await setImmediate();
    since = performance.now();
  }
}
