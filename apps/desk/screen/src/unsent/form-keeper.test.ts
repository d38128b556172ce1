import { describe, expect, it } from "vitest";
import { createFormKeeper, readForm } from "./form-keeper.ts";

/** A server whose answers to what it keeps come when they are let through. */
function createSlowServer() {
  const versions = new Map<string, number>();
  const waiting: (() => void)[] = [];
  const later = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const api = {
    keepUnsent: async (form: string, { seen }: { readonly seen: number }) => {
      await later();
      if ((versions.get(form) ?? 0) !== seen) throw new Error("another window changed the form");
      versions.set(form, seen + 1);
      return { version: seen + 1 };
    },
    dropUnsent: async (form: string) => {
      await later();
      versions.delete(form);
    },
    unsentForm: (form: string) => Promise.resolve({ typed: null, version: versions.get(form) ?? 0 }),
  };
  const letThrough = async (): Promise<void> => {
    for (const answer of waiting.splice(0)) answer();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return { api, letThrough };
}

describe("a form that is opened again while this window's own words are on their way", () => {
  it("goes on from the version that they make", async () => {
    const { api, letThrough } = createSlowServer();
    const keeper = createFormKeeper(api, "quick", 0);
    keeper.keep({ typed: "a", label: "" });
    keeper.flush();
    const read = readForm(api, "quick");
    await letThrough();
    expect(await read).toEqual({ typed: null, version: 1 });
  });

  it("begins anew once the form that was sent is dropped, after what was being kept of it", async () => {
    const { api, letThrough } = createSlowServer();
    const keeper = createFormKeeper(api, "quick", 0);
    keeper.keep({ typed: "a", label: "" });
    keeper.flush();
    const ended = keeper.end();
    const read = readForm(api, "quick");
    await letThrough();
    await letThrough();
    await ended;
    const { version } = await read;
    expect(version).toBe(0);
    const again = createFormKeeper(api, "quick", version);
    again.keep({ typed: "b", label: "" });
    again.flush();
    await letThrough();
    expect(again.state()).toBe("kept");
  });

  it("waits for no other form", async () => {
    const { api } = createSlowServer();
    const keeper = createFormKeeper(api, "quick", 0);
    keeper.keep({ typed: "a", label: "" });
    keeper.flush();
    expect(await readForm(api, "other")).toEqual({ typed: null, version: 0 });
  });
});
