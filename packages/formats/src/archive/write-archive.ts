// Writes a ZIP archive (PKWARE APPNOTE 4.3) piece by piece: the same files in the same order give the same bytes.
import { Zip, ZipDeflate } from "fflate";
import { FormatError } from "../errors.ts";

export interface ArchiveFile {
  /** Relative, with "/". */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** As many as an archive without ZIP64 names. */
export const mostArchiveFiles = 65_535;

/** One time for all: an archive must not say when it was made. */
const written = "1980-01-01T00:00:00";

/** Throws `formats.limit` once there are more files than it can name. */
export async function* writeArchive(
  files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  let count = 0;
  for await (const { path, bytes } of files) {
    count += 1;
    if (count > mostArchiveFiles)
      throw new FormatError("formats.limit", `Cannot write archive: more than ${mostArchiveFiles} files`);
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = written;
    zip.add(part);
    part.push(bytes, true);
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}
