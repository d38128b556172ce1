import { describe, expect, it } from "vitest";
import { ApiError, createApi, type Fetch } from "./api.ts";
import type { Job } from "./contract/work.ts";
import { createJobsStore } from "./jobs-store.ts";

const answering =
  (status: number, body: string): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe("the client of the desk", () => {
  it("marks every request as ours and puts the input in its body", async () => {
    const asked: unknown[] = [];
    const api = createApi((path, request) => {
      asked.push([path, request.method, request.headers, request.body]);
      return Promise.resolve(new Response("{}"));
    });
    await api.run("record.undo", { record: "x" });
    const headers = { "x-tocsin": "1", "content-type": "application/json" };
    expect(asked).toEqual([["/api/command/record.undo", "POST", headers, '{"input":{"record":"x"}}']]);
  });
  it("gives the server's code for a refusal", async () => {
    const api = createApi(
      answering(423, '{"error":{"code":"vault.locked","message":"Cannot go on: locked"}}'),
    );
    await expect(api.session()).rejects.toMatchObject({ code: "vault.locked" });
  });
  it("tells silence from nonsense", async () => {
    await expect(createApi(() => Promise.reject(new TypeError("no"))).session()).rejects.toMatchObject({
      code: "offline",
    });
    await expect(createApi(answering(500, "<html>")).session()).rejects.toBeInstanceOf(ApiError);
  });
});

describe("forms that are not sent yet", () => {
  it("are read after what is just being kept or dropped of them", async () => {
    const asked: string[] = [];
    let answer = (): void => undefined;
    const api = createApi((path, { method = "GET" }) => {
      asked.push(`${method} ${path}`);
      if (method === "GET") return Promise.resolve(new Response("[]"));
      return new Promise((resolve) => (answer = () => resolve(new Response('{"version":1}'))));
    });
    const kept = api.keepUnsent("new/task", { typed: "a", label: "", seen: 0 });
    const [all, one] = [api.unsentForms(), api.unsentForm("new/task")];
    await Promise.resolve();
    expect(asked).toEqual(["POST /api/unsent/new/task"]);
    answer();
    await Promise.all([kept, all, one]);
    expect(asked.slice(1)).toEqual(["GET /api/unsent", "GET /api/unsent/new/task"]);
  });
  it("are read although keeping one failed", async () => {
    const api = createApi((_path, { method = "GET" }) =>
      method === "GET" ? Promise.resolve(new Response("[]")) : Promise.reject(new TypeError("no")),
    );
    const kept = api.keepUnsent("new/task", { typed: "a", label: "", seen: 0 });
    await expect(api.unsentForms()).resolves.toEqual([]);
    await expect(kept).rejects.toMatchObject({ code: "offline" });
  });
});

describe("work at the server", () => {
  const job = (id: string, state: Job["state"]): Job => ({
    id,
    kind: "verify",
    state,
    progress: null,
    found: { findings: 0, verdicts: 0 },
    startedAt: 0,
  });
  it("is told of once when it ends, and not at all when it had ended before", async () => {
    const answers = [[job("old", "done"), job("new", "done")], [job("old", "done")]];
    const api = createApi(() => Promise.resolve(new Response(JSON.stringify(answers.pop()))));
    const ended: string[] = [];
    const store = createJobsStore(api, ({ id }) => ended.push(id));
    const looked = (): Promise<void> =>
      new Promise((resolve) => {
        const leave = store.subscribe(() => {
          leave();
          resolve();
        });
        store.refresh();
      });
    await looked();
    expect(store.news()).toEqual([]);
    await looked();
    expect(ended).toEqual(["new"]);
    expect(store.news().map(({ id }) => id)).toEqual(["new"]);
    store.close();
  });
});
