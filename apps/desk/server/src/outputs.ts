// Outputs that a person approved, kept in memory until they are fetched or newer ones push them out.
import type { LeftCopy } from "@tocsin/workspace";
import type { StreamedBytes } from "./kept-pieces.ts";

export interface Output {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | StreamedBytes;
  /** What is noted of it when it leaves; absent where it holds hashes alone. */
  readonly clear?: Pick<LeftCopy, "release" | "sha256" | "by">;
}

export interface Outputs {
  /** Gives the address under which it can be fetched. Work that was stopped leaves none behind: throws its reason. */
  add(output: Output, signal: AbortSignal): string;
  get(id: string): Output | undefined;
  /** Whether this is the first time that it is fetched. */
  leaves(id: string): boolean;
  clear(): void;
}

const kept = 24;

export function createOutputs(newId: () => string): Outputs {
  const outputs = new Map<string, Output>();
  const left = new Set<string>();
  return {
    add: (output, signal) => {
      signal.throwIfAborted();
      const id = newId();
      outputs.set(id, output);
      const [oldest] = outputs.keys();
      if (outputs.size > kept && oldest !== undefined) outputs.delete(oldest);
      return `/api/output/${id}`;
    },
    get: (id) => outputs.get(id),
    leaves: (id) => {
      const isFirst = !left.has(id);
      left.add(id);
      return isFirst;
    },
    clear: () => {
      outputs.clear();
      left.clear();
    },
  };
}
