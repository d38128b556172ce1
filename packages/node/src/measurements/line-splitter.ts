// Splits bytes into lines while holding at most one line of bounded length.

export interface Line {
  /** One-based. */
  readonly number: number;
  /** Without its end; null for a line over the limit, which was passed over. */
  readonly bytes: Uint8Array | null;
}

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** Gives the last line, when it has no end of its own. */
  end(): void;
}

const newline = 0x0a;

/** Empty lines are counted and not given. */
export function createLineSplitter(
  { maximumLength, firstLine }: { readonly maximumLength: number; readonly firstLine: number },
  onLine: (line: Line) => void,
): LineSplitter {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = firstLine;

  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > maximumLength) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): void => {
    // Empty lines say nothing and cost nothing: a file can have very many.
    if (length === 0) {
      number += 1;
      return;
    }
    const bytes = length > maximumLength ? null : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    onLine({ number, bytes: bytes ?? null });
    parts = [];
    length = 0;
    number += 1;
  };

  return {
    push(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        keep(chunk.subarray(start, end));
        finish();
        start = end + 1;
      }
      keep(chunk.subarray(start));
    },
    end() {
      if (length > 0) finish();
    },
  };
}
