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

/** What is read is what was kept last: reading waits for what this window is just sending, such as from a form that was left. */
export function createUnsentApi({ get, remove, write }: Requests): UnsentApi {
  const sending = new Set<Promise<unknown>>();
  const sent = async (): Promise<void> => {
    while (sending.size > 0) await Promise.allSettled(sending);
  };
  const noted = <Result>(request: Promise<Result>): Promise<Result> => {
    sending.add(request);
    const forget = (): void => void sending.delete(request);
    request.then(forget, forget);
    return request;
  };
  return {
    unsentForms: async () => {
      await sent();
      return get("/api/unsent");
    },
    unsentForm: async (form) => {
      await sent();
      return get(`/api/unsent/${form}`);
    },
    keepUnsent: (form, change) => noted(write(`/api/unsent/${form}`, change)),
    dropUnsent: (form) => noted(remove(`/api/unsent/${form}`)),
  };
}
