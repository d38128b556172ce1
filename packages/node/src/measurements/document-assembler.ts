// Makes documents out of lines: one a line (JSONL), or one that a printer spread over many lines.
import { measureNesting } from "@tocsin/formats";
import type { Line } from "./line-splitter.ts";

export interface MeasurementDocument {
  /** One-based line on which it starts. */
  readonly line: number;
  /** Null when it was longer than the limit and was passed over. */
  readonly text: string | null;
}

export interface DocumentAssembler {
  push(line: Line): void;
  /** Gives what was open at the end of the file. */
  end(): void;
}

/** A document that spans lines. */
interface OpenDocument {
  readonly line: number;
  /** Null once it is over the limit: its end is still looked for. */
  lines: string[] | null;
  size: number;
  depth: number;
}

export function createDocumentAssembler(
  maximumSize: number,
  onDocument: (document: MeasurementDocument) => void,
): DocumentAssembler {
  let open: OpenDocument | null = null;

  const close = (): void => {
    if (open !== null) onDocument({ line: open.line, text: open.lines?.join("\n") ?? null });
    open = null;
  };
  const extend = (document: OpenDocument, text: string): void => {
    document.size += text.length + 1;
    document.depth = measureNesting(text, document.depth).open;
    if (document.size > maximumSize) document.lines = null;
    document.lines?.push(text);
    if (document.depth <= 0) close();
  };

  return {
    push({ number, bytes }) {
      if (bytes === null) {
        close();
        onDocument({ line: number, text: null });
        return;
      }
      const text = readText(bytes);
      // A whole object at the start of a line can't belong to a document that is spread over lines: what is open is broken.
      if (open !== null && isWhole(text)) close();
      if (open !== null) extend(open, text);
      else if (isSpread(text)) extend((open = { line: number, lines: [], size: 0, depth: 0 }), text);
      else if (text.trim() !== "") onDocument({ line: number, text });
    },
    end: close,
  };
}

function readText(bytes: Uint8Array): string {
  // Old probes wrote bytes that are not UTF-8: they become replacement characters.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function isWhole(text: string): boolean {
  return text.startsWith('{"') && endsObject(text) && measureNesting(text).open === 0;
}

function isSpread(text: string): boolean {
  const start = text.trimStart();
  if (!start.startsWith("{") && !start.startsWith("[")) return false;
  return !endsObject(text)
    ? measureNesting(text).open > 0
    : text.length < 1_000 && measureNesting(text).open > 0;
}

function endsObject(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x7d || text.trimEnd().endsWith("}");
}
