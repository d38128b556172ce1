import { describe, expect, it } from "vitest";
import { createActQueue } from "./act-queue.ts";

/** A promise that is resolved from outside. */
function later() {
  let done = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}

describe("acts one after the other", () => {
  it("answer before what they leave to be done, which is done before the next begins", async () => {
    const queue = createActQueue();
    const { promise, done } = later();
    const told: string[] = [];
    const first = queue.enqueue(async () => {
      queue.finishWith(() => promise.then(() => told.push("rest")));
      return "answer";
    });
    const second = queue.enqueue(async () => void told.push("second"));
    expect([await first, queue.isFinishing(), told]).toEqual(["answer", true, []]);
    done();
    await second;
    expect([queue.isFinishing(), told]).toEqual([false, ["rest", "second"]]);
  });

  it("tell when nothing is left, without waiting for acts that came later", async () => {
    const queue = createActQueue();
    const [rest, act] = [later(), later()];
    await queue.enqueue(async () => queue.finishWith(() => rest.promise));
    const next = queue.enqueue(() => act.promise);
    rest.done();
    await queue.finished();
    expect(queue.isFinishing()).toBe(false);
    act.done();
    await next;
  });

  it("go on after an act and after a rest that failed", async () => {
    const queue = createActQueue();
    const failing = queue.enqueue(async () => {
      queue.finishWith(() => Promise.reject(new Error("the rest failed")));
      throw new Error("the act failed");
    });
    await expect(failing).rejects.toThrow("the act failed");
    expect(await queue.enqueue(async () => "next")).toBe("next");
    await queue.enqueue(async () =>
      queue.finishWith(() => {
        throw new Error("the rest failed at once");
      }),
    );
    expect(await queue.enqueue(async () => "last")).toBe("last");
    await queue.finished();
  });
});
