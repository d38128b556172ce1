// The one place that talks to the server: requests of the loopback contract, and errors with their codes.
import { TocsinError } from "@tocsin/core";
import type { Catalogues } from "@tocsin/language";
import type { FoundRecord } from "@tocsin/workspace";
import { createLeavingApi, type LeavingApi } from "./leaving-api.ts";
import { createTablesApi, type TablesApi } from "./tables-api.ts";
import { createUnsentApi, type UnsentApi } from "./unsent-api.ts";
import { createVaultApi, type VaultApi } from "./vault-api.ts";
import type { Definitions } from "./contract/definitions.ts";
import type { Places } from "./contract/places.ts";
import type { FoundPlaces, RedactInput, Region, ShownPages, ShownPicture } from "./contract/redact.ts";
import type { Approved, ReportPreview } from "./contract/report.ts";
import type { DeskSettings, Session } from "./contract/session.ts";
import type { Acknowledged, ApiProblem, Job, StartedJob } from "./contract/work.ts";

/** An answer that is an error: `code` is the server's, or `offline` where nothing answers. */
export class ApiError extends TocsinError {
  override readonly name = "ApiError";
}

export interface ExamineInput {
  readonly paths: readonly string[];
  readonly indicators: readonly string[];
  readonly consent: string | null;
}

/** What a person says about a piece of evidence. */
export interface AboutEvidence {
  readonly title: string;
  readonly lang: string;
  readonly obtainedHow: string;
  readonly obtainedBy: string;
  readonly obtainedWhen: string;
  readonly consentText: string;
  readonly case: string | null;
  /** Of a working copy: the original, and what the copy is to it. */
  readonly parent?: string;
  readonly copyKind?: string;
  readonly copyHow?: string;
  readonly copyBy?: string;
}

export interface IntakeInput extends AboutEvidence {
  readonly files: number;
  readonly bytes: number;
  /** Path of the first file, relative to what was dropped. */
  readonly firstName: string;
}

/** A draft of a negotiated text: words, a file in base64, or both where the words were copied out of the file. */
export interface CaptureInput {
  readonly negotiation: string;
  readonly title: string;
  readonly lang: string;
  readonly language: string;
  readonly sharing: string;
  readonly stage: string;
  readonly dated: string;
  readonly symbol: string;
  readonly givenBy: string;
  readonly words?: string;
  readonly file?: string;
}

export interface SearchInput {
  readonly words: string;
  readonly limit: number;
}

export interface ReportInput {
  readonly case: string;
  readonly audience: string;
  readonly lang: string;
}

export interface Api extends VaultApi, LeavingApi, TablesApi, UnsentApi {
  session(): Promise<Session>;
  setLocale(locale: string): Promise<Session>;
  changeSettings(change: Partial<DeskSettings> & { readonly language?: string }): Promise<Session>;
  definitions(): Promise<Definitions>;
  /** The messages of a language, and English beneath it. */
  words(locale: string): Promise<Catalogues>;
  example(): Promise<StartedJob>;
  places(path: string | null): Promise<Places>;
  run(command: string, input: object): Promise<Acknowledged>;
  ask<Result>(query: string, input: object): Promise<Result>;
  /** Takes the place of the search before it: that one fails with `desk.outdated` where it was not answered yet. */
  search(input: SearchInput): Promise<readonly FoundRecord[]>;
  examine(input: ExamineInput): Promise<StartedJob>;
  examineEvidence(id: string, input: Omit<ExamineInput, "paths">): Promise<StartedJob>;
  captureDraft(input: CaptureInput): Promise<StartedJob>;
  verifyEvidence(id: string): Promise<StartedJob>;
  /** Pages from 0. */
  showPicture(id: string, from: number): Promise<ShownPicture>;
  findPlaces(
    id: string,
    input: { readonly phrases: readonly string[]; readonly names: boolean },
  ): Promise<FoundPlaces>;
  previewRedaction(id: string, regions: readonly Region[]): Promise<StartedJob>;
  /** Further pages of the copy that was looked at last. */
  previewPages(id: string, sha256: string, from: number): Promise<ShownPages>;
  redact(id: string, input: RedactInput): Promise<StartedJob>;
  addEvidence(input: AboutEvidence & { readonly path: string }): Promise<StartedJob>;
  openIntake(input: IntakeInput): Promise<{ readonly intake: string; readonly job: string }>;
  putFile(intake: string, path: string, file: File): Promise<void>;
  finishIntake(intake: string): Promise<StartedJob>;
  cancelIntake(intake: string): Promise<void>;
  preview(input: ReportInput): Promise<ReportPreview>;
  report(input: ReportInput & Approved): Promise<StartedJob>;
  jobs(): Promise<readonly Job[]>;
  job(id: string): Promise<Job>;
  cancelJob(id: string): Promise<void>;
}

export type Fetch = (path: string, request: RequestInit) => Promise<Response>;

export function createApi(fetch: Fetch): Api {
  const get = <Result>(path: string): Promise<Result> => answerOf(fetch(path, requestOf("GET")));
  const post = <Result>(path: string, body: object): Promise<Result> =>
    answerOf(fetch(path, requestOf("POST", JSON.stringify(body))));
  const remove = <Result>(path: string): Promise<Result> => answerOf(fetch(path, requestOf("DELETE")));
  const put = <Result>(path: string, file: File): Promise<Result> =>
    answerOf(fetch(path, requestOf("PUT", file)));
  const writes = new Set<Promise<unknown>>();
  const write = <Result>(path: string, body: object): Promise<Result> => {
    const written = post<Result>(path, body);
    writes.add(written);
    const forget = (): void => void writes.delete(written);
    written.then(forget, forget);
    return written;
  };
  const windowId = crypto.randomUUID();
  return {
    ...createVaultApi({ get, post, remove, write, writes }),
    ...createUnsentApi({ get, remove, write }),
    ...createLeavingApi(post),
    ...createTablesApi({ get, post, put }),
    session: () => get("/api/session"),
    setLocale: (locale) => post("/api/locale", { locale }),
    changeSettings: (change) => write("/api/settings", change),
    definitions: () => get("/api/kinds"),
    words: (locale) => get(`/api/words/${locale}`),
    example: () => post("/api/example", {}),
    places: (path) => get(path === null ? "/api/places" : `/api/places?path=${encodeURIComponent(path)}`),
    run: (command, input) => write(`/api/command/${command}`, { input }),
    ask: (query, input) => post(`/api/query/${query}`, { input }),
    search: (input) => post("/api/query/search", { input, window: windowId }),
    examine: (input) => post("/api/examine", input),
    examineEvidence: (id, input) => post(`/api/evidence/${id}/examine`, input),
    captureDraft: (input) => post("/api/draft", input),
    verifyEvidence: (id) => post(`/api/evidence/${id}/verify`, {}),
    showPicture: (id, from) => post(`/api/evidence/${id}/picture`, { from }),
    findPlaces: (id, input) => post(`/api/evidence/${id}/words`, input),
    previewRedaction: (id, regions) => post(`/api/evidence/${id}/redact/preview`, { regions }),
    previewPages: (id, sha256, from) => post(`/api/evidence/${id}/redact/preview/pages`, { sha256, from }),
    redact: (id, input) => post(`/api/evidence/${id}/redact`, input),
    addEvidence: (input) => post("/api/evidence", input),
    openIntake: (input) => post("/api/intake", input),
    putFile: async (intake, path, file) => {
      const target = `/api/intake/${intake}/file?path=${encodeURIComponent(path)}`;
      await put(target, file);
    },
    finishIntake: (intake) => post(`/api/intake/${intake}/finish`, {}),
    cancelIntake: (intake) => remove(`/api/intake/${intake}`),
    preview: (input) => post("/api/report/preview", input),
    report: (input) => post("/api/report", input),
    jobs: () => get("/api/jobs"),
    job: (id) => get(`/api/jobs/${id}`),
    cancelJob: (id) => remove(`/api/jobs/${id}`),
  };
}

function requestOf(method: string, body?: string | File): RequestInit {
  const type = typeof body === "string" ? { "content-type": "application/json" } : {};
  return {
    method,
    headers: { "x-tocsin": "1", ...type },
    credentials: "same-origin",
    ...(body === undefined ? {} : { body }),
  };
}

/** The border: what our own server says is taken at its word from here on. */
async function answerOf<Result>(asked: Promise<Response>): Promise<Result> {
  let response: Response;
  try {
    response = await asked;
  } catch (cause) {
    throw new ApiError("offline", "Cannot reach the desk: no answer", { cause });
  }
  if (response.ok) return (await response.json()) as Result;
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as { readonly error: ApiProblem };
    return new ApiError(error.code, error.message, { details: error.details ?? {} });
  } catch (cause) {
    return new ApiError("unexpected", `Cannot read answer: status ${response.status}`, { cause });
  }
}
