// Dates of spreadsheets: days since 1900 (with a 29 February 1900 that never was) or since 1904, told by a cell's format
// (ECMA-376 part 1, 18.8.30).

const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a format shows a date or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.some(([from, to]) => id >= from && id <= to);
  const bare = code
    .slice(0, 255)
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/\\./g, "")
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[dmyhs]/i.test(bare.replaceAll(/general/gi, ""));
}

const day = 86_400_000;
/** 31 December 9999 in days since 1900. */
const lastSerial = 2_958_465;

/** `2020-11-04`, or with its time where it has one; null for a number that is no date there. */
export function serialToDate(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < (is1904 ? 0 : 1) || serial > lastSerial + 1) return null;
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  // The 29 February 1900 of spreadsheets.
  if (!is1904 && Math.floor(serial) === 60) return null;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round((days * day) / 1000) * 1000);
  if (moment.getUTCFullYear() > 9999) return null;
  const text = moment.toISOString().slice(0, 19);
  return text.endsWith("T00:00:00") ? text.slice(0, 10) : text;
}
