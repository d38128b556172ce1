// Tells from its first bytes whether a file looks like measurements: a guess that the analysis then checks.
import { createReadStream } from "node:fs";
import { unpackBytes } from "./compressed-bytes.ts";
import { defaultMeasurementFileLimits } from "./limits.ts";

const marks = [
  '"test_keys"',
  '"test_name"',
  '"probe_cc"',
  '"probe_asn"',
  '"measurement_start_time"',
  '"data_format_version"',
];
const sniffed = 64 * 1024;

/** JSON, JSONL or gzip of these; false for whatever cannot be opened. */
export async function isMeasurementFile(path: string): Promise<boolean> {
  try {
    const head = await readHead(path);
    // Lines before the first measurement may be broken.
    const startsObject = head.startsWith("{") || head.startsWith("\ufeff{") || /\n\s{0,10}\{/.test(head);
    return startsObject && marks.some((mark) => head.includes(mark));
  } catch {
    return false;
  }
}

async function readHead(path: string): Promise<string> {
  const file = createReadStream(path, { highWaterMark: sniffed });
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of unpackBytes(file, defaultMeasurementFileLimits)) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= sniffed) break;
    }
  } finally {
    file.destroy();
  }
  return Buffer.concat(parts).subarray(0, sniffed).toString("utf8");
}
