// Opens one exhibit and hands its bytes to a file that the person chose, piece by piece. Nothing of it is ever shown: what
// lies in evidence can be hostile.
import { encodeHex } from "@tocsin/core";
import { createSealedFileOpener, type Primitives } from "@tocsin/crypto";
import type { BundleSource } from "@tocsin/vault";

export interface SaveInput {
  readonly primitives: Primitives;
  readonly source: BundleSource;
  readonly path: string;
  readonly passphrase: string;
  readonly size: number;
  readonly fileName: string;
  readonly onProgress: (done: number) => void;
}

interface Target {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** SHA-256 of what was saved. Throws when the file does not open, or nobody chose where it goes. */
export async function saveExhibit(input: SaveInput): Promise<string> {
  const target = await chooseTarget(input.fileName);
  try {
    const sha256 = await openInto(input, target);
    await target.finish();
    return sha256;
  } catch (cause) {
    await target.discard();
    throw cause;
  }
}

async function openInto(input: SaveInput, target: Target): Promise<string> {
  const { primitives, source, path, passphrase, onProgress } = input;
  const opener = createSealedFileOpener(primitives, passphrase);
  const hash = primitives.createSha256();
  let done = 0;
  const take = async (pieces: readonly Uint8Array[]): Promise<void> => {
    for (const piece of pieces) {
      hash.update(piece);
      await target.write(piece.slice());
      done += piece.length;
    }
    onProgress(done);
  };
  for await (const piece of source.open(path)) await take(opener.update(piece));
  await take(opener.finish());
  return encodeHex(hash.digest());
}

interface WritableFile {
  createWritable(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

interface Picker {
  showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<WritableFile>;
}

/** Straight to the disk where the browser can; elsewhere the browser keeps the pieces until all are there. */
async function chooseTarget(fileName: string): Promise<Target> {
  const picker = globalThis as unknown as Picker;
  if (picker.showSaveFilePicker === undefined) return downloadTarget(fileName);
  const file = await picker.showSaveFilePicker({ suggestedName: fileName });
  const writable = await file.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    finish: () => writable.close(),
    discard: () => writable.abort(),
  };
}

/** Pieces become blobs early: browsers keep large ones on the disk. */
const blobLength = 16 * 1_048_576;

function downloadTarget(fileName: string): Target {
  let whole = new Blob([]);
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  const settle = (): void => {
    whole = new Blob([whole, ...pieces], { type: "application/octet-stream" });
    pieces = [];
    waiting = 0;
  };
  return {
    async write(bytes) {
      pieces.push(bytes);
      waiting += bytes.length;
      if (waiting > blobLength) settle();
    },
    async finish() {
      settle();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(whole);
      link.download = fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    async discard() {
      pieces = [];
    },
  };
}
