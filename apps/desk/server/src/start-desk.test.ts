import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startDesk, type RunningDesk } from "./start-desk.ts";

let folder = "";
let running: RunningDesk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-started-"));
  mkdirSync(join(folder, "screen", "assets"), { recursive: true });
  writeFileSync(join(folder, "screen", "index.html"), "<!doctype html><title>Tocsin</title>");
  writeFileSync(join(folder, "screen", "assets", "main.js"), "1;");
  running = await startDesk({
    version: "0.1.0",
    registry: createBuiltInRegistry(),
    examples: "examples",
    clock: () => 0,
    screen: join(folder, "screen"),
    program: { cost: { memoryKib: 8, passes: 1, lanes: 1 } },
    answerAfter: 600_000,
  });
});
afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string): string => `http://127.0.0.1:${running.port}${path}`;
const enter = async (): Promise<string> => {
  const response = await fetch(running.address, { redirect: "manual" });
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
};
const screenHeaders = (cookie: string): Record<string, string> => ({
  cookie,
  origin: at("").replace(/\/$/, ""),
  "x-tocsin": "1",
});

/** Whether anything takes a connection there. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}

describe("the desk on its socket", () => {
  it("listens on the loopback address alone", async () => {
    expect(await answers("127.0.0.1", running.port)).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const outside = others.filter(({ internal }) => !internal).map(({ address }) => address);
    for (const address of [...outside, "127.0.0.2", "::1"])
      expect([address, await answers(address, running.port)]).toEqual([address, false]);
  });

  it("gives the screen to the browser that has the token, and nothing to a second one", async () => {
    const cookie = await enter();
    const script = await fetch(at("/assets/main.js"), { headers: { cookie } });
    expect([script.status, script.headers.get("content-type"), await script.text()]).toEqual([
      200,
      "text/javascript; charset=utf-8",
      "1;",
    ]);
    for (const path of ["/", "/index.html", "/assets/main.js", "/api/session"]) {
      expect((await fetch(at(path))).status).toBe(401);
      expect((await fetch(at(path), { headers: { cookie: "tocsin=guess" } })).status).toBe(401);
    }
    expect((await fetch(running.address, { redirect: "manual" })).status).toBe(401);
    expect((await fetch(at("/api/session"), { headers: screenHeaders(cookie) })).status).toBe(200);
  });

  it("takes a body of chunks without a length, up to the limit", async () => {
    const headers = screenHeaders(await enter());
    const send = (pieces: number): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = request(at("/api/locale"), { method: "POST", headers }, (response: IncomingMessage) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        asked.once("error", reject);
        asked.write('{"locale":"en","more":"');
        for (let n = 0; n < pieces; n += 1) asked.write("x".repeat(1024 * 1024));
        asked.end('"}');
      });
    expect(await send(1)).toBe(200);
    expect(await send(5)).toBe(413);
    expect(await send(0)).toBe(200);
  });

  it("closes while a drop is under way and a request hangs, and writes nothing to a console", async () => {
    const said = (["log", "info", "warn", "error"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const headers = screenHeaders(await enter());
    const post = (path: string, body: object): Promise<Response> =>
      fetch(at(path), { method: "POST", headers, body: JSON.stringify(body) });
    const made = { path: join(folder, "vault"), passphrase: "a long sentence", deviceName: "d" };
    expect((await post("/api/vault/create", made)).status).toBe(200);
    const opened = (await (
      await post("/api/intake", { title: "x", files: 2, bytes: 9, firstName: "a/x" })
    ).json()) as { intake: string };
    const hanging = request(at(`/api/intake/${opened.intake}/file?path=a/x`), {
      method: "PUT",
      headers: { ...headers, "content-length": "1000" },
    });
    const cut = new Promise((resolve) => {
      hanging.once("error", resolve);
    });
    hanging.write("the beginning");
    await new Promise((settle) => setImmediate(settle));
    await running.close();
    await cut;
    expect(await answers("127.0.0.1", running.port)).toBe(false);
    for (const each of said) expect(each.mock.calls).toEqual([]);
    vi.restoreAllMocks();
  });

  it("says that a port is taken", async () => {
    const second = startDesk({
      version: "0",
      registry: createBuiltInRegistry(),
      examples: "examples",
      clock: () => 0,
      screen: join(folder, "screen"),
      port: running.port,
    });
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
