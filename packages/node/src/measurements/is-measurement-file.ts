// Tells from its first bytes whether a file looks like measurements: a guess that the analysis then checks.
import { createReadStream } from "node:fs";
import { BytesEnd, type ByteSource, unpackBytes } from "./compressed-bytes.ts";
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
  const file = createReadStream(path, { highWaterMark: sniffed });
  try {
    return await isMeasurementStream(file);
  } finally {
    file.destroy();
  }
}

/** The same for bytes from elsewhere, of which only the first are read; false for what cannot be read. */
export async function isMeasurementStream(bytes: ByteSource): Promise<boolean> {
  try {
    const head = await readHead(bytes);
    // Lines before the first measurement may be broken.
    const holdsObject = /^\ufeff?\s{0,100}\[?\s{0,100}\{/.test(head) || /\n\s{0,10}\{/.test(head);
    return holdsObject && marks.some((mark) => head.includes(mark));
  } catch {
    return false;
  }
}

async function readHead(bytes: ByteSource): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of unpackBytes(bytes, defaultMeasurementFileLimits)) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= sniffed) break;
    }
  } catch (error) {
    // Packed bytes that are cut off still show how they start.
    if (!(error instanceof BytesEnd)) throw error;
  }
  return Buffer.concat(parts).subarray(0, sniffed).toString("utf8");
}
