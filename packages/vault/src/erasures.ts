// What the log says was erased: positions, evidence files, and the epoch that began with the last erasure
// (docs/formats/vault.md, section 11).
import type { EraseControl } from "./control.ts";
import type { ChainId, EvidenceName, Position } from "./types.ts";

export interface Erasures {
  take(control: EraseControl): void;
  isErased(position: Position): boolean;
  /** Indexes of one commit that are erased. */
  indexesAt(chain: ChainId, sequence: number): ReadonlySet<number> | undefined;
  evidence(): ReadonlySet<EvidenceName>;
  /** Epochs that began with an erasure, in the order of the log. */
  epochs(): readonly string[];
}

export function createErasures(): Erasures {
  const positions = new Map<string, Set<number>>();
  const evidence = new Set<EvidenceName>();
  const epochs: string[] = [];
  const indexesAt: Erasures["indexesAt"] = (chain, sequence) => positions.get(`${chain}/${sequence}`);
  return {
    take(control) {
      for (const { chain, sequence, indexes } of control.operations) {
        const known = indexesAt(chain, sequence) ?? [];
        positions.set(`${chain}/${sequence}`, new Set([...known, ...indexes]));
      }
      for (const name of control.evidence) evidence.add(name);
      if (!epochs.includes(control.epoch)) epochs.push(control.epoch);
    },
    isErased: ({ chain, sequence, index }) => indexesAt(chain, sequence)?.has(index) === true,
    indexesAt,
    evidence: () => evidence,
    epochs: () => epochs,
  };
}
