// Opens the bytes of a file of measurements, unpacking gzip under limits of size and ratio.
import { PassThrough } from "node:stream";
import { createGunzip, type Gunzip } from "node:zlib";
import type { MeasurementFileLimits } from "./limits.ts";

export type BytesProblem = "gzip-broken" | "gzip-bomb" | "too-large";

/** Ends the reading of a file; what was read before it stands. */
export class BytesEnd extends Error {
  readonly problem: BytesProblem;

  constructor(problem: BytesProblem, options?: { readonly cause: unknown }) {
    super(`Cannot read on: ${problem}`, options);
    this.problem = problem;
  }
}

export type ByteSource = AsyncIterable<Uint8Array>;

/** Bytes as they are, or unpacked when they start as gzip does. Throws `BytesEnd`, or what the source throws. */
export async function* unpackBytes(
  source: ByteSource,
  limits: MeasurementFileLimits,
): AsyncGenerator<Uint8Array> {
  const counted = { packed: 0 };
  const { head, rest } = await takeHead(source, counted);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const chunks = isPacked ? gunzip(joined(head, rest)) : joined(head, rest);
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > limits.maximumBytes) throw new BytesEnd("too-large");
    if (isPacked && unpacked > limits.ratioFrom && unpacked > counted.packed * limits.maximumRatio)
      throw new BytesEnd("gzip-bomb");
    yield chunk;
  }
}

async function takeHead(
  source: ByteSource,
  counted: { packed: number },
): Promise<{ readonly head: Uint8Array; readonly rest: ByteSource }> {
  const chunks = countChunks(source, counted);
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, rest: chunks };
}

async function* countChunks(source: ByteSource, counted: { packed: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    counted.packed += chunk.length;
    yield chunk;
  }
}

async function* joined(head: Uint8Array, rest: ByteSource): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* gunzip(packed: ByteSource): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip({ chunkSize: 1 << 17 });
  // What was unpacked before the damage waits here: a stream that failed would throw it away.
  const unpacked = new PassThrough({ highWaterMark: 1 << 20 });
  const failures: Error[] = [];
  const end = (error: unknown): void => {
    failures.push(error instanceof Error ? error : new BytesEnd("gzip-broken", { cause: error }));
    unpacked.end();
  };
  unpacker.on("error", (cause) => end(new BytesEnd("gzip-broken", { cause })));
  unpacker.pipe(unpacked);
  void feed(packed, unpacker).catch(end);
  try {
    for await (const chunk of unpacked) yield toBytes(chunk);
    const [failure] = failures;
    if (failure !== undefined) throw failure;
  } finally {
    unpacker.destroy();
    unpacked.destroy();
  }
}

/** The end is told only when all is unpacked: told together with the last bytes, it costs them where it comes early. */
async function feed(packed: ByteSource, unpacker: Gunzip): Promise<void> {
  for await (const chunk of packed) {
    if (unpacker.destroyed) return;
    await new Promise<void>((settle) => unpacker.write(chunk, () => settle()));
  }
  unpacker.end();
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError("Cannot unpack gzip: a chunk is no bytes");
}
