// Requests about forms that are not sent yet.
import type { Json } from "@tocsin/core";
import type { UnsentListed, UnsentTyped } from "./contract/unsent.ts";

export interface UnsentChange {
  readonly typed: Json;
  readonly label: string;
  /** The version that this window has seen. */
  readonly seen: number;
}

export interface UnsentApi {
  /** Newest first. */
  unsentForms(): Promise<readonly UnsentListed[]>;
  unsentForm(form: string): Promise<UnsentTyped>;
  keepUnsent(form: string, change: UnsentChange): Promise<{ readonly version: number }>;
  dropUnsent(form: string): Promise<unknown>;
}

interface Requests {
  get<Result>(path: string): Promise<Result>;
  remove<Result>(path: string): Promise<Result>;
  /** A lock waits for it. */
  write<Result>(path: string, body: object): Promise<Result>;
}

export function createUnsentApi({ get, remove, write }: Requests): UnsentApi {
  return {
    unsentForms: () => get("/api/unsent"),
    unsentForm: (form) => get(`/api/unsent/${form}`),
    keepUnsent: (form, change) => write(`/api/unsent/${form}`, change),
    dropUnsent: (form) => remove(`/api/unsent/${form}`),
  };
}
