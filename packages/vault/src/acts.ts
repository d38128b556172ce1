// Writes acts at the end of this device's chain: one commit, or a step of many.
import { encodeHex } from "@tocsin/core";
import type { ChainWriter, CommitDraft } from "./chain-writer.ts";
import { VaultError } from "./errors.ts";
import { limits } from "./format.ts";
import type { Content } from "./operation.ts";
import { payloadToContent } from "./origin.ts";
import type { FoundCommit } from "./segments.ts";
import type { CommitOptions, ImportedPayload, PayloadSource, VaultPorts } from "./types.ts";

export interface WrittenAct {
  readonly commits: readonly FoundCommit[];
  readonly step: string | null;
  /** The time that all its operations claim. */
  readonly at: number;
}

export interface ActInput {
  readonly ports: Pick<VaultPorts, "primitives" | "clock">;
  readonly writer: ChainWriter;
  readonly surroundings: () => Pick<CommitDraft, "epoch" | "frontier">;
  /** Told of each commit appended, durable or not. */
  readonly onAppended: (commit: FoundCommit) => void;
}

/** Throws `vault.too-large` or `vault.limit`. */
export function checkPayload({ payload }: ImportedPayload): void {
  if (payload.length > limits.payload)
    throw new VaultError(
      "vault.too-large",
      `Cannot commit: payload of ${payload.length} bytes, at most ${limits.payload}; larger values are evidence`,
      { details: { size: payload.length, limit: limits.payload } },
    );
}

/** Up to 32 payloads as one commit. */
export async function writeCommit(
  input: ActInput,
  payloads: readonly ImportedPayload[],
): Promise<WrittenAct> {
  const at = input.ports.clock();
  const contents = payloads.map((payload) => payloadToContent(payload, at));
  const commit = await input.writer.append({ contents, step: null, ...input.surroundings() });
  input.onAppended(commit);
  return { commits: [commit], step: null, at };
}

/** Any number of payloads as commits of 32 with one step; without its last commit the step does not count. */
export async function writeStep(
  input: ActInput,
  source: PayloadSource,
  options: CommitOptions,
): Promise<WrittenAct> {
  const at = input.ports.clock();
  const id = encodeHex(input.ports.primitives.random(16));
  const commits: FoundCommit[] = [];
  let waiting: Content[] = [];
  let done = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    const step = { id, number: commits.length + 1, isLast };
    const commit = await input.writer.append({ contents: waiting, step, ...input.surroundings() });
    input.onAppended(commit);
    commits.push(commit);
    done += waiting.length;
    waiting = [];
    options.onProgress?.(done);
  };
  for await (const payload of source) {
    options.signal?.throwIfAborted();
    checkPayload(payload);
    if (waiting.length === limits.stepOperations) await flush(false);
    waiting.push(payloadToContent(payload, at));
  }
  options.signal?.throwIfAborted();
  if (waiting.length === 0) throw new VaultError("vault.limit", "Cannot commit: there is nothing to write");
  await flush(true);
  return { commits, step: id, at };
}
