// Outputs that a person approved, kept in memory until they are fetched or newer ones push them out.
export interface Output {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Outputs {
  /** Gives the address under which it can be fetched. Work that was stopped leaves none behind: throws its reason. */
  add(output: Output, signal: AbortSignal): string;
  get(id: string): Output | undefined;
  clear(): void;
}

const kept = 24;

export function createOutputs(newId: () => string): Outputs {
  const outputs = new Map<string, Output>();
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
    clear: () => outputs.clear(),
  };
}
