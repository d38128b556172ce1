import { TocsinError } from "@tocsin/core";

export type TimestampErrorCode =
  /** What was named as trusted is no certificate. */
  | "timestamps.bad-certificate"
  /** Not an http or https address, or one with a password in it. */
  | "timestamps.bad-address"
  /** Nobody answered there in time. */
  | "timestamps.unreachable"
  /** Somebody answered, but not as an authority for timestamps does. */
  | "timestamps.not-an-authority";

export class TimestampError extends TocsinError<TimestampErrorCode> {
  override readonly name = "TimestampError";
}
