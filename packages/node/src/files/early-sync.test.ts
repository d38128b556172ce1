import { describe, expect, it } from "vitest";
import { createEarlySync } from "./early-sync.ts";

const mebibyte = 2 ** 20;

describe("a file that is synced while it is written", () => {
  it("asks the disk once in eight mebibytes, and not again before it has answered", async () => {
    const answers: (() => void)[] = [];
    const early = createEarlySync({ datasync: () => new Promise((resolve) => answers.push(resolve)) });
    for (let at = 0; at < 7; at += 1) early.written(mebibyte);
    expect(answers).toHaveLength(0);
    for (let at = 0; at < 30; at += 1) early.written(mebibyte);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await early.settled();
    early.written(1);
    expect(answers).toHaveLength(2);
    answers[1]?.();
    await early.end();
  });

  it("is not called durable once the disk has refused, though it did not refuse again", async () => {
    let asked = 0;
    const early = createEarlySync({
      datasync: async () => {
        asked += 1;
        if (asked === 1) throw new Error("EIO");
      },
    });
    early.written(8 * mebibyte);
    await early.settled();
    early.written(8 * mebibyte);
    await early.settled();
    expect(asked).toBe(2);
    await expect(early.end()).rejects.toThrow("EIO");
  });
});
