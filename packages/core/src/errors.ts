// The one base of every error that stops the work. What the work *found* is never an error.

/** An error of ours: a code from its package's closed list, a sentence, and what caused it. */
export abstract class TocsinError<Code extends string = string> extends Error {
  readonly code: Code;
  /** Facts that a translated message may show. Never secrets, names or file contents. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: Code,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly details?: Readonly<Record<string, string | number>>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

export type CoreErrorCode =
  | "core.bad-encoding"
  | "core.bad-canonical"
  | "core.bad-date"
  | "core.bad-place"
  | "core.bad-id"
  | "core.limit";

export class CoreError extends TocsinError<CoreErrorCode> {
  override readonly name = "CoreError";
}

/** Whether `error` is one of ours, with a code that tables can translate. */
export function isTocsinError(error: unknown): error is TocsinError {
  return error instanceof TocsinError;
}
