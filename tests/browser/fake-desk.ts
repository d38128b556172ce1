// A desk for tests of the screen alone: serves the built files under the real policy, and canned answers to the
// loopback contract. Everything in it is invented.
import { readFileSync, readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { resolutionPage } from "@tocsin/assess";
import { vocabularyPage } from "@tocsin/cases";
import { loadCatalogues } from "@tocsin/language";
import { formOf, viewOf, vocabularyForms } from "@tocsin/records";
import { builtInCommands, createBuiltInRegistry } from "@tocsin/workspace";
import { answers } from "./fake-answers.ts";
import type { Answer } from "./fake-answers/answer.ts";
import { countsJob } from "./fake-answers/counts.ts";
import { custodyJob } from "./fake-answers/custody.ts";
import { examinations } from "./fake-answers/findings.ts";
import { libraryJob, libraryPlanJob } from "./fake-answers/library.ts";
import { previewJob, redactJob } from "./fake-answers/redact.ts";
import { tableJobs } from "./fake-answers/tables.ts";
import { timestampJob } from "./fake-answers/vault.ts";
import { runningJob, sealedJob } from "./fake-answers/work.ts";

export interface FakeDesk {
  readonly address: string;
  /** As if it had locked by itself. */
  lock(): void;
  /** As if the vault that it was opening were open. */
  opened(): void;
  /** As if its lists were made. */
  filled(): void;
  /** What was asked of it: method, path, body. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface FakeDeskOptions {
  /** Folder of the built screen. */
  readonly screen: string;
  readonly vault: "none" | "locked" | "open";
  readonly locale?: string;
  /** A vault in which nothing is written yet. */
  readonly isEmpty?: boolean;
  /** Seconds until the vault locks by itself. */
  readonly left?: number;
  /** Work holds the lock off. */
  readonly isHeld?: boolean;
  /** Something is being sealed all the time. */
  readonly isBusy?: boolean;
  /** A vault is being opened, and its lists are made anew. */
  readonly isOpening?: boolean;
  /** It is opened by its recovery sheet. */
  readonly isRecovered?: boolean;
  /** The lists of the open vault are made anew, and entries cannot be read. */
  readonly isFilling?: boolean;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

export async function startFakeDesk(options: FakeDeskOptions): Promise<FakeDesk> {
  const asked: Asked[] = [];
  const { vault, locale = "en", isOpening = false, isFilling = false } = options;
  const state = { vault, locale, isOpening, isFilling };
  const files = filesIn(options.screen);
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    response.setHeader("content-security-policy", policy);
    if (!path.startsWith("/api/")) return sendFile(response, files, path);
    void bodyOf(request).then(async (body) => {
      asked.push({ method: request.method ?? "GET", path, body });
      const answer = await answerTo({ ...options, state }, path, body);
      response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
      const missing = { error: { code: "records.not-found", message: "Cannot find it: not in the fake" } };
      response.end(JSON.stringify(answer ?? missing));
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    lock: () => {
      state.vault = "locked";
    },
    opened: () => Object.assign(state, { vault: "open", isOpening: false }),
    filled: () => Object.assign(state, { isFilling: false }),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface FakeState extends FakeDeskOptions {
  readonly state: {
    vault: FakeDeskOptions["vault"];
    locale: string;
    isOpening: boolean;
    readonly isFilling: boolean;
  };
}

function answerTo(fake: FakeState, path: string, body: unknown): unknown {
  const { state } = fake;
  const [, , first = "", second = ""] = path.split("/");
  if (path === "/api/vault/lock") state.vault = "locked";
  else if (path === "/api/vault/opening") state.isOpening = false;
  else if (first === "vault" && second !== "facts") state.vault = "open";
  if (first === "locale") state.locale = String(fieldOf(body, "locale"));
  if (["session", "vault", "locale"].includes(first) && second !== "facts") return sessionOf(fake);
  if (first === "kinds") return kinds();
  if (first === "unsent") return second === "" ? [] : { typed: null, version: 0 };
  if (first === "watch") return watchOf(fake);
  if (first === "words") return loadCatalogues(second);
  if (first === "jobs") return jobsOf(fake, second);
  if (first === "query" && second === "resolution") return resolutionPage();
  if (first === "query" && second === "vocabulary")
    return vocabularyOf(String(fieldOf(fieldOf(body, "input"), "name")));
  const answer: Answer | undefined =
    answers[first === "query" || first === "command" ? `${first}/${second}` : path];
  return answer?.(fieldOf(body, "input") ?? body ?? {}, fake.isEmpty === true);
}

/** The list leaves results out, as the real one does. */
function jobsOf({ isBusy = false }: FakeState, id: string): unknown {
  const all = [
    ...examinations,
    countsJob,
    custodyJob,
    libraryPlanJob,
    libraryJob,
    previewJob,
    redactJob,
    timestampJob,
    ...tableJobs,
    sealedJob,
    ...(isBusy ? [runningJob] : []),
  ];
  return id === "" ? all.map((job) => ({ ...job, result: undefined })) : all.find((job) => job.id === id);
}

/** A vault that is about to lock stays so until somebody acts, and the fake desk does not notice acts. */
function watchOf({ state, left = 600, isHeld = false }: FakeState): unknown {
  return { isOpen: state.vault === "open", minutes: 10, left, isHeld, moved: null, writes: 0 };
}

function sessionOf({ state, isRecovered = false }: FakeState): unknown {
  const open = state.vault === "open";
  return {
    version: "0.1.0",
    locale: state.locale,
    locales: [
      { code: "en", name: "English", direction: "ltr", isWhole: true },
      { code: "ar", name: "العربية", direction: "rtl", isWhole: true },
    ],
    opening: state.isOpening ? { name: "example", progress } : null,
    openingProblem: null,
    vault:
      state.vault === "none"
        ? null
        : {
            state: state.vault,
            name: "example",
            device: open ? "Example laptop" : null,
            isRecovered,
            sealedAt: Date.now() - 8_000,
            lockedBy: open ? null : "person",
            unchecked: false,
            problems: 0,
            ...(open ? listsOf(state.isFilling) : {}),
          },
    recent: [],
    home: "/home/example",
    settings: { ground: "system", aside: "calculator", me: "", copyTo: "", seen: null },
  };
}

function vocabularyOf(name: string): unknown {
  const vocabulary = createBuiltInRegistry().vocabularies.get(name);
  return vocabulary === undefined ? null : vocabularyPage(vocabulary);
}

const progress = { step: "rows", done: 41_000, total: 200_000, rate: 2_100 };

function listsOf(isFilling: boolean): object {
  return isFilling
    ? {
        behind: true,
        filling: { ...progress, reason: "erased" },
        unread: { foreign: 2, damaged: 1, erased: 12 },
      }
    : { behind: false, filling: null, unread: {} };
}

function kinds(): unknown {
  const registry = createBuiltInRegistry();
  return {
    kinds: [...registry.kinds.values()].map((kind) => ({ form: formOf(kind), view: viewOf(kind) })),
    vocabularies: vocabularyForms(registry),
    commands: builtInCommands.map(({ name, input }) => ({ name, input })),
  };
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length).replaceAll("\\", "/"), readFileSync(file)];
      }),
  );
}

function sendFile(response: ServerResponse, files: ReadonlyMap<string, Buffer>, path: string): void {
  const name = path === "/" ? "/index.html" : path;
  const bytes = files.get(name);
  response.writeHead(bytes ? 200 : 404, { "content-type": types[extname(name)] ?? "text/plain" });
  response.end(bytes);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  if (!(request.headers["content-type"] ?? "").startsWith("application/json")) return text.length;
  return JSON.parse(text === "" ? "{}" : text);
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && name in body
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}
