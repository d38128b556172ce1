// Makes documents out of the bytes of a file: a JSON list gives its elements, anything else is read line by line.
import { createDocumentAssembler, type MeasurementDocument } from "./document-assembler.ts";
import { createLineSplitter, type LineSplitter } from "./line-splitter.ts";
import { createListSplitter, type ListSplitter } from "./list-splitter.ts";

export interface DocumentReader {
  push(chunk: Uint8Array): void;
  end(): void;
}

const newline = 0x0a;
const openList = 0x5b;
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

export function createDocumentReader(
  maximumSize: number,
  onDocument: (document: MeasurementDocument) => void,
): DocumentReader {
  const assembler = createDocumentAssembler(maximumSize, onDocument);
  let line = 1;
  let read = 0;
  let list: ListSplitter | null = null;
  let lines: LineSplitter | null = null;

  /** Where a document can start: white space is passed, then its first byte tells what follows. */
  const begin = (chunk: Uint8Array, from: number): number => {
    let at = from;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === newline) line += 1;
      const isMark = read + at < byteOrderMark.length && byte === byteOrderMark[read + at];
      if (byte > 0x20 && !isMark) break;
    }
    if (at === chunk.length) return at;
    if (chunk[at] === openList)
      list = createListSplitter({ maximumLength: maximumSize, firstLine: line }, ({ number, bytes }) =>
        onDocument({ line: number, text: bytes === null ? null : Buffer.from(bytes).toString("utf8") }),
      );
    else lines = createLineSplitter({ maximumLength: maximumSize, firstLine: line }, assembler.push);
    return at;
  };

  return {
    push(chunk) {
      let at = 0;
      while (at < chunk.length) {
        if (lines !== null) {
          lines.push(at === 0 ? chunk : chunk.subarray(at));
          break;
        }
        if (list === null) {
          at = begin(chunk, at);
          continue;
        }
        at += list.push(chunk.subarray(at));
        if (!list.isDone()) break;
        line = list.line();
        list = null;
      }
      read += chunk.length;
    },
    end() {
      list?.end();
      lines?.end();
      assembler.end();
    },
  };
}
