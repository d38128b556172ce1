// Stamps of records as positions and places of the vault that they come from.
import type { Stamp } from "@tocsin/records";
import type { ChainId, CommitHash, OperationPlace, Position } from "@tocsin/vault";

export function positionOf({ chain, sequence, index }: Stamp): Position {
  return { chain: chain as ChainId, sequence, index };
}

export function placeOf({ commit, index }: Stamp): OperationPlace {
  return { commit: commit as CommitHash, index };
}
