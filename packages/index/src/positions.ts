// Where operations stand in the log, as the tables know it, and how they are read from there.
import type { StampedOperation } from "@tocsin/records";
import type { ChainId, Position } from "@tocsin/vault";
import type { SqlRow } from "./sql.ts";

/** Reads operations from the log, in the order of the positions. */
export type ReadOperations = (positions: readonly Position[]) => Promise<readonly StampedOperation[]>;

/** From a row that begins with chain, sequence and position. */
export function positionOf([chain, sequence, index]: SqlRow): Position {
  return { chain: String(chain) as ChainId, sequence: Number(sequence), index: Number(index) };
}
