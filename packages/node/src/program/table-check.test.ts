import { IndexError } from "@tocsin/index";
import { describe, expect, it } from "vitest";
import { startTableCheck } from "./table-check.ts";

const unreadable = new IndexError("index.unreadable", "Cannot read projection: it is damaged");

/** A workspace that counts how often its tables were made anew. */
function workspaceOf(catchUp: () => Promise<boolean>) {
  const fresh: unknown[] = [];
  return {
    fresh,
    catchUp: (options: { readonly fresh?: boolean } = {}) => {
      fresh.push(options.fresh);
      return catchUp();
    },
  };
}

describe("the check of tables after opening", () => {
  it("counts them as checked only once they add up", async () => {
    const workspace = workspaceOf(() => Promise.resolve(true));
    const check = startTableCheck({ check: () => Promise.resolve(true) }, workspace);
    expect(check.isChecked()).toBe(false);
    await check.ended;
    expect([check.isChecked(), workspace.fresh]).toEqual([true, []]);
  });

  it.each([
    ["do not add up", () => Promise.resolve(false)],
    ["cannot be read", () => Promise.reject(unreadable)],
  ])("makes them anew when they %s", async (_what, compare) => {
    const workspace = workspaceOf(() => Promise.resolve(true));
    const check = startTableCheck({ check: compare }, workspace);
    await check.ended;
    expect([check.isChecked(), workspace.fresh]).toEqual([true, [true]]);
  });

  it("leaves them unchecked when making them anew fails, and when it is stopped", async () => {
    const broken = workspaceOf(() => Promise.reject(unreadable));
    const check = startTableCheck({ check: () => Promise.resolve(false) }, broken);
    await check.ended;
    expect(check.isChecked()).toBe(false);
    const endless = (signal?: AbortSignal): Promise<boolean> =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("stopped")));
      });
    const stopped = startTableCheck(
      { check: endless },
      workspaceOf(() => Promise.resolve(true)),
    );
    await stopped.stop();
    expect(stopped.isChecked()).toBe(false);
  });
});
