// Takes in the control operations of the log, so that what they say does not depend on where a hostile device put its
// own: the vault's first commit, then what the recovery identity signed, then the rest in order (docs/formats/vault.md,
// sections 7 and 8).
import type { Entry, LogGraph } from "./graph.ts";
import type { Keyring } from "./keyring.ts";
import type { LogStore } from "./ports.ts";
import {
  type CommitReading,
  contentsOf,
  createReadAhead,
  readVerified,
  type VerifiedCommit,
} from "./reading.ts";
import type { VaultId } from "./types.ts";

export interface ControlReading {
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly log: LogStore;
  readonly vault: VaultId;
}

export async function takeControls({ reading, graph, log, vault }: ControlReading): Promise<void> {
  const source = createReadAhead(log, graph.generation);
  const { keyring } = reading;
  const entries = graph.ordered().filter((entry) => entry.hasControl && graph.isComplete(entry));
  const take = async (entry: Entry, wanted: (verified: VerifiedCommit) => boolean): Promise<void> => {
    const verified = await readVerified(reading, entry, source);
    if (verified === null || !wanted(verified)) return;
    for (const content of contentsOf(reading, verified)) keyring.take(content, verified.commit);
  };
  for (const entry of entries.filter(({ hash }) => hash === vault)) await take(entry, () => true);
  for (const entry of entries.filter(({ signatures }) => signatures > 1))
    await take(entry, ({ commit }) => keyring.members.isRecoverySigned(commit));
  for (const entry of entries.filter(({ hash }) => hash !== vault)) await take(entry, isOrdinary(keyring));
}

function isOrdinary({ members }: Keyring): (verified: VerifiedCommit) => boolean {
  return ({ commit }) => !members.isRecoverySigned(commit);
}
