import { describe, expect, it } from "vitest";
import type { TablesState } from "@tocsin/workspace";
import { startTableCheck } from "./table-check.ts";

const stateOf = (isCompared: boolean): TablesState => ({ isCurrent: true, isCompared, filling: null });

describe("the check of tables after opening", () => {
  it("counts them as checked only once the workspace says that they are", async () => {
    let isCompared = false;
    const check = startTableCheck({
      settled: async () => void (isCompared = true),
      tables: () => stateOf(isCompared),
    });
    await check.ended;
    expect(check.isChecked()).toBe(true);
    isCompared = false;
    expect(check.isChecked()).toBe(false);
  });

  it("leaves them unchecked when making them anew fails, and when it is stopped", async () => {
    const tables = (): TablesState => stateOf(false);
    const broken = startTableCheck({ settled: () => Promise.reject(new Error("no space")), tables });
    await broken.ended;
    expect(broken.isChecked()).toBe(false);
    const endless = (signal?: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("stopped")));
      });
    const stopped = startTableCheck({ settled: endless, tables });
    await stopped.stop();
    expect(stopped.isChecked()).toBe(false);
  });
});
