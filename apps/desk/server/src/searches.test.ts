import { describe, expect, it } from "vitest";
import { createSearches } from "./searches.ts";

/** Goes on until it is stopped. */
const endless = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
  });

describe("searches of a window", () => {
  it("stop when a newer one comes, which is answered", async () => {
    const searches = createSearches();
    const first = searches.run("a", endless);
    const second = searches.run("a", async () => ["found"]);
    await expect(first).rejects.toMatchObject({ code: "desk.outdated" });
    expect(await second).toEqual(["found"]);
  });

  it("leave those of another window alone", async () => {
    const searches = createSearches();
    const signals: AbortSignal[] = [];
    const stopped = searches.run("a", (signal) => {
      signals.push(signal);
      return endless(signal);
    });
    await searches.run("b", async () => []);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await searches.run("a", async () => []);
    await expect(stopped).rejects.toMatchObject({ code: "desk.outdated" });
  });

  it("fail as what they ask fails", async () => {
    const failing = createSearches().run("a", () => Promise.reject(new RangeError("no")));
    await expect(failing).rejects.toBeInstanceOf(RangeError);
  });
});
