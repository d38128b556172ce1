// Erasure as the open vault offers it: the act first, durable; then what it says is carried out, in its turn among acts.
import { type Acts, stampsOf } from "./acts.ts";
import type { DeviceRecord } from "./device-record.ts";
import { carryOut, composeErasure, erasureContents, type ErasingParts, pendingErasure } from "./erasing.ts";
import { VaultError } from "./errors.ts";
import type { ChainWriter } from "./chain-writer.ts";
import { limits } from "./format.ts";
import type { Gate } from "./gate.ts";
import { payloadToContent } from "./origin.ts";
import { contentsOf, readVerified } from "./reading.ts";
import type { FoundCommit } from "./found-commit.ts";
import type { ErasureReport, ErasureRequest, FinishErasureOptions, Vault } from "./types.ts";

export interface ErasingVault extends ErasingParts {
  readonly writer: ChainWriter;
  readonly acts: Acts;
  readonly gate: Gate;
  readonly record: DeviceRecord;
}

export function createErasing(vault: ErasingVault): Pick<Vault, "erase" | "finishErasure"> {
  const { acts, gate } = vault;
  const finish = (options: FinishErasureOptions): Promise<boolean> =>
    // Alone: it moves commits within their segments, so none may be on its way to one.
    acts.queue.addAlone(() => gate.guarded(() => finishPending(vault, options)));
  return {
    async erase(request, options = {}) {
      const report = await writeErasure(vault, request);
      await finish(options);
      return report;
    },
    finishErasure: (options = {}) => finish(options),
  };
}

async function writeErasure(vault: ErasingVault, request: ErasureRequest): Promise<ErasureReport> {
  const { acts, graph, reading } = vault;
  const payloads = request.payloads ?? [];
  if (payloads.some(({ length }) => length > limits.payload))
    throw new VaultError("vault.too-large", "Cannot erase: a payload is over its limit");
  let controls = 0;
  const act = await acts.commitContents(async (at) => {
    const composed = await composeErasure(vault, request);
    const control = erasureContents(composed.controls, at);
    controls = control.length;
    reading.keyring.hold(composed.epoch);
    const contents = [...control, ...payloads.map((payload) => payloadToContent({ payload }, at))];
    return { contents, epoch: composed.epoch };
  });
  await takeOwn(vault, act.commits);
  const positions = new Set(
    request.operations.map(({ chain, sequence, index }) => `${chain}/${sequence}/${index}`),
  );
  return {
    operations: positions.size,
    evidence: new Set(request.evidence).size,
    stamps: stampsOf(graph, act).slice(controls),
  };
}

/** What was written counts for this session too, by the same door as at opening. */
async function takeOwn(
  { ports, reading, graph }: ErasingVault,
  commits: readonly FoundCommit[],
): Promise<void> {
  for (const { header } of commits) {
    const entry = graph.entryAt(header.chain, header.sequence);
    const verified = entry === undefined ? null : await readVerified(reading, entry, ports.log.read);
    if (verified === null)
      throw new VaultError("vault.damaged", "Cannot erase: what was written does not verify");
    for (const content of contentsOf(reading, verified)) reading.keyring.take(content, verified.commit);
  }
}

async function finishPending(vault: ErasingVault, options: FinishErasureOptions): Promise<boolean> {
  const { reading, record, writer } = vault;
  const epoch = pendingErasure(
    reading.keyring,
    options.again === true ? null : record.current.secrets.carried,
  );
  if (epoch === null) return false;
  const onResized = (chain: string, segment: number, size: number): void => {
    if (chain === writer.chain) writer.resized(segment, size);
  };
  await carryOut(vault, epoch, { ...options, onResized });
  const kept = reading.keyring.epochs().filter(({ id }) => !reading.keyring.isBefore(id, epoch.id));
  await record.noteErasure(epoch.id, kept);
  reading.keyring.dropBefore(epoch.id);
  return true;
}
