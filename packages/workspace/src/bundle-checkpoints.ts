// Checkpoints that go into a bundle: those that an authority gave a timestamp for, with the way from each commit to them.
import { parseBase64 } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import type { BundledCheckpoint, Proof, Vault } from "@tocsin/vault";
import { stringIn } from "./values.ts";
import type { Workspace } from "./workspace.ts";

const mostCheckpoints = 10;
const mostLooked = 50;

/** The newest ones with an answer that the log confirms and that cover something of the proof. */
export async function checkpointsFor(
  workspace: Workspace,
  proof: Proof,
): Promise<readonly BundledCheckpoint[]> {
  const { view, vault } = workspace;
  const { rows } = await view.list({ kind: "anchor", limit: mostLooked });
  const found: BundledCheckpoint[] = [];
  for (const { id } of rows) {
    const state = await view.read(id);
    if (state === undefined || found.length === mostCheckpoints) continue;
    const values = valuesOf(state);
    const [note, answer] = [stringIn(values["note"]), stringIn(values["answer"])];
    if (note === null || answer === null) continue;
    const paths = pathsTo(vault, note, proof);
    if (paths.length > 0) found.push({ note, answer: parseBase64(answer), paths });
  }
  return found;
}

function pathsTo(vault: Vault, note: string, { commits }: Proof): BundledCheckpoint["paths"] {
  const { state, checkpoint } = vault.verifyCheckpoint(note);
  if (state !== "confirmed" || checkpoint === null) return [];
  return commits
    .filter(({ chain, sequence }) => chain === checkpoint.chain && sequence <= checkpoint.size)
    .map((place) => ({ commit: place.hash, path: vault.proveCommit(place, checkpoint.size).proof }));
}
