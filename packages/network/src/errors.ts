// What stops the work of this package. What a measurement says is never an error.
import { TocsinError } from "@tocsin/core";

export type NetworkErrorCode = "network.bad-fingerprints";

export class NetworkError extends TocsinError<NetworkErrorCode> {
  override readonly name = "NetworkError";
}
