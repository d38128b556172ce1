// The streams within a PDF (ISO 32000-2, 7.3.8), found by their keywords and not by its tables, which a file can have lie.

/** Null for what does not unpack, or is larger unpacked than `most`; what follows its end is let be. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array | null;

export interface InnerStream {
  readonly bytes: Uint8Array;
  /** Whether it was unpacked; else it stands in the file as it is. */
  readonly isPacked: boolean;
}

export interface InnerStreams {
  /** Everything between the streams. */
  readonly outside: string;
  /** One after the other, so that no more than one is held. */
  readonly pieces: () => Generator<InnerStream>;
  /** Known when the pieces have ended. */
  readonly isWhole: () => boolean;
}

const mostStreams = 100_000;
const mostUnpacked = 256 * 1024 * 1024;

/** `/J#61vaScript` is `/JavaScript`. */
export function plainNames(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Found {
  readonly start: number;
  readonly end: number;
  /** The dictionary before it. */
  readonly head: string;
}

/** `whole`: a character for each byte. */
export function innerStreams(bytes: Uint8Array, whole: string, inflate: Inflate): InnerStreams {
  const found = streamsIn(whole);
  let isWhole = found.length < mostStreams;
  return {
    outside: outsideOf(whole, found),
    isWhole: () => isWhole,
    *pieces() {
      let room = mostUnpacked;
      for (const { start, end, head } of found) {
        const packing = packingOf(head);
        if (packing === "other") isWhole = false;
        if (packing === "none") yield { bytes: bytes.subarray(start, end), isPacked: false };
        if (packing !== "flate") continue;
        const unpacked = inflate(bytes.subarray(start), room);
        if (unpacked === null) isWhole = false;
        else {
          room -= unpacked.length;
          yield { bytes: unpacked, isPacked: true };
        }
      }
    },
  };
}

function streamsIn(whole: string): readonly Found[] {
  const found: Found[] = [];
  const keyword = /(?<!end)stream(?:\r\n|\n|\r)/g;
  for (let each = keyword.exec(whole); each !== null; each = keyword.exec(whole)) {
    const start = each.index + each[0].length;
    const next = whole.indexOf("endstream", start);
    const end = next < 0 ? whole.length : next;
    const before = whole.slice(Math.max(0, each.index - 2048), each.index);
    const head = plainNames(before.slice(Math.max(0, before.lastIndexOf(" obj"))));
    found.push({ start, end: withoutLineEnd(whole, start, end), head });
    if (found.length >= mostStreams) break;
    keyword.lastIndex = end;
  }
  return found;
}

function withoutLineEnd(whole: string, start: number, end: number): number {
  let at = end;
  while (at > start && at > end - 2 && (whole[at - 1] === "\n" || whole[at - 1] === "\r")) at -= 1;
  return at;
}

/** `none`: it stands as it is, or is a picture in a form of its own. */
function packingOf(head: string): "flate" | "none" | "other" {
  if (!/\/Filter\b/.test(head)) return "none";
  if (/\/Predictor\b/.test(head) && /\/ObjStm\b/.test(head)) return "other";
  if (/\/FlateDecode\b/.test(head)) return "flate";
  return /\/(?:DCTDecode|JPXDecode|CCITTFaxDecode|JBIG2Decode)\b/.test(head) ? "none" : "other";
}

function outsideOf(whole: string, found: readonly Found[]): string {
  let outside = "";
  let from = 0;
  for (const { start, end } of found) {
    outside += whole.slice(from, start);
    from = end;
  }
  return outside + whole.slice(from);
}
