// Apple's times: seconds since 2001-01-01T00:00:00Z, as real numbers; since iOS 11 Messages writes nanoseconds.

const appleEpochSeconds = 978_307_200;
/** As seconds this is the year 5138; as nanoseconds, 100 seconds after the epoch. */
const largestSeconds = 100_000_000_000;
/** Range of dates that ECMAScript can write. */
const largestMilliseconds = 8_640_000_000_000_000;

/** ISO 8601 in UTC with milliseconds; null for no time, zero, or a number that is no date. */
export function appleTimeToIso(value: number | bigint | null): string | null {
  if (value === null || Number(value) === 0 || Number.isNaN(Number(value))) return null;
  const milliseconds = toUnixMilliseconds(value);
  return Math.abs(milliseconds) > largestMilliseconds ? null : new Date(milliseconds).toISOString();
}

function toUnixMilliseconds(value: number | bigint): number {
  if (Math.abs(Number(value)) < largestSeconds) return Math.round((Number(value) + appleEpochSeconds) * 1000);
  // Whole division keeps the milliseconds that a double of this size would lose.
  const milliseconds = typeof value === "bigint" ? value / 1_000_000n : Math.trunc(value / 1_000_000);
  return Number(milliseconds) + appleEpochSeconds * 1000;
}
