import { describe, expect, it } from "vitest";
import { breathing } from "./breathing.ts";

describe("long work in the thread that also answers", () => {
  it("lets others have their turn, and hands on everything in its order, each time that it is read", async () => {
    const items = {
      async *[Symbol.asyncIterator]() {
        for (let at = 0; at < 5; at += 1) {
          const until = performance.now() + 25;
          while (performance.now() < until);
          yield at;
        }
      },
    };
    for (let times = 0; times < 2; times += 1) {
      let turns = 0;
      const others = setInterval(() => (turns += 1), 1);
      const read: number[] = [];
      for await (const item of breathing(items)) read.push(item);
      clearInterval(others);
      expect(read).toEqual([0, 1, 2, 3, 4]);
      expect(turns).toBeGreaterThan(1);
    }
  });
});
