// The copy that a person looks at before it is kept: one at a time, in memory, to draw further pages from its own bytes.
import type { RecordId } from "@tocsin/core";

export interface Preview {
  /** What it was made from. */
  readonly of: RecordId;
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Previews {
  /** Another one takes its place. Work that was stopped leaves none behind: throws its reason. */
  keep(preview: Preview, signal: AbortSignal): void;
  get(of: RecordId, sha256: string): Preview | undefined;
  clear(): void;
}

export function createPreviews(): Previews {
  let kept: Preview | undefined;
  return {
    keep: (preview, signal) => {
      signal.throwIfAborted();
      kept = preview;
    },
    get: (of, sha256) => (kept?.of === of && kept.sha256 === sha256 ? kept : undefined),
    clear: () => {
      kept = undefined;
    },
  };
}
