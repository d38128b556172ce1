// A desk for tests: no socket, cheap passphrases, a clock that stands still, vaults in a folder that is removed.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Kind } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import type { Hono } from "hono";
import { createApp } from "./app.ts";
import { createDesk, type Desk, type DeskOptions } from "./desk.ts";
import { createGate } from "./guards.ts";

export const start = Date.parse("2026-11-23T12:00:00Z");
export const passphrase = "a long sentence that nobody guesses";
const root = resolve(import.meta.dirname, "../../../..");
const built = join(root, "dist/cli/examine-worker.mjs");
export const worker = existsSync(built) ? pathToFileURL(built) : undefined;

const page = new TextEncoder().encode("<!doctype html><title>Tocsin</title>");

/** Whatever JSON an answer holds: tests look into it with matchers. */
export interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly response: Response;
}

export interface TestDesk {
  readonly app: Hono;
  readonly desk: Desk;
  readonly token: string;
  /** Folder for vaults and files of the test. */
  readonly folder: string;
  /** Asks as the screen does. */
  ask(method: string, path: string, body?: unknown): Promise<Answered>;
  /** Asks with these headers alone. */
  raw(path: string, request: RequestInit): Promise<Response>;
  /** The headers that the screen sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** Waits for a job to end. */
  // oxlint-disable-next-line typescript/no-explicit-any
  ended(job: string): Promise<any>;
  createVault(name?: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestDeskOptions {
  readonly kinds?: readonly Kind[];
  readonly desk?: Partial<DeskOptions>;
}

export function createTestDesk({ kinds = [], desk: more = {} }: TestDeskOptions = {}): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-desk-"));
  const secrets = ["token-token-token-token-token", "cookie-cookie-cookie-cookie"];
  const gate = createGate({ secret: () => secrets.shift() ?? "", port: () => 4711 });
  const desk = createDesk({
    version: "0.1.0",
    registry: createBuiltInRegistry({ kinds }),
    examples: join(root, "examples"),
    clock: () => start,
    ...(worker ? { worker } : {}),
    program: { cost: { memoryKib: 8, passes: 1, lanes: 1 } },
    // Answers wait for what was asked, however slow the machine is.
    answerAfter: 600_000,
    ...more,
  });
  const screen = new Map([["/index.html", { bytes: page, type: "text/html; charset=utf-8" }]]);
  const app = createApp({ desk, gate, screen });
  const headers = {
    host: "127.0.0.1:4711",
    origin: "http://127.0.0.1:4711",
    cookie: "tocsin=cookie-cookie-cookie-cookie",
    "x-tocsin": "1",
  };
  const raw: TestDesk["raw"] = async (path, request) => app.request(`http://127.0.0.1:4711${path}`, request);
  const ask: TestDesk["ask"] = async (method, path, body) => {
    const response = await raw(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      body: isJson ? await response.json() : await response.text(),
      response,
    };
  };
  return {
    app,
    desk,
    folder,
    headers,
    token: gate.token,
    ask,
    raw,
    async ended(id) {
      for (;;) {
        const { body } = await ask("GET", `/api/jobs/${id}`);
        if (body.state !== "running") return body;
        // The job works in this thread too.
        await new Promise((settle) => {
          setTimeout(settle, 5);
        });
      }
    },
    async createVault(name = "vault") {
      const path = join(folder, name);
      const { status } = await ask("POST", "/api/vault/create", { path, passphrase, deviceName: "laptop" });
      if (status !== 200) throw new Error(`no vault: ${status}`);
    },
    async close() {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
