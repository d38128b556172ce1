// The MessageFormat 2 functions that our messages may call: the default ones, and dates by Intl.
import { DraftFunctions } from "messageformat/functions";

const { date, datetime, time } = DraftFunctions;

export const messageFunctions = { date, datetime, time } as const;

/** Names that a message may use; the check of the catalogues refuses others. */
export const messageFunctionNames: readonly string[] = [
  "number",
  "integer",
  "offset",
  "string",
  "date",
  "datetime",
  "time",
];
