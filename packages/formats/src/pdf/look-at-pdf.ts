// What a PDF (ISO 32000-2) carries beside what its pages show, and whether it acts: told by the names of its dictionaries,
// wherever they stand, packed or not. Nothing is followed or run. It sees too much rather than too little: a name that
// stands in a text counts as one.
import { lookAtPicture } from "../picture/look.ts";
import type { PictureExtra } from "../picture/limits.ts";
import { FormatError } from "../errors.ts";
import { innerStreams, plainNames, type Inflate } from "./inner-streams.ts";

/** `pictures`: a photograph in it that says more than it shows. `earlier`: states before the last one can be read in it. */
export const pdfExtras = [
  "properties",
  "xmp",
  "comments",
  "form",
  "files",
  "layers",
  "pictures",
  "earlier",
  "program-data",
  "behind-end",
] as const;
export type PdfExtra = (typeof pdfExtras)[number];

export interface PdfLook {
  /** In the order of `pdfExtras`. */
  readonly carries: readonly PdfExtra[];
  /** A script, a sound or a film, a program to start, an address that is sent something. */
  readonly isActive: boolean;
  /** Behind a password or with rights withheld: what is in it cannot be looked through. */
  readonly isLocked: boolean;
  /** False where something in it is packed in a way that is not unpacked here, or is too large. */
  readonly isWhole: boolean;
  /** Texts of its XMP. */
  readonly said: string;
}

/** Throws `formats.bad-picture` for what does not begin like a PDF. */
export function lookAtPdf(bytes: Uint8Array, inflate: Inflate): PdfLook {
  const whole = latin(bytes);
  if (!whole.startsWith("%PDF-"))
    throw new FormatError("formats.bad-picture", "Cannot read PDF: it does not begin as one");
  const { outside, pieces, isWhole } = innerStreams(bytes, whole, inflate);
  const seen = new Set<PdfExtra>(endsOf(whole, outside));
  let said = "";
  let isActive = shortActive.test(plainNames(outside));
  let isLocked = false;
  const look = (text: string): void => {
    const plain = plainNames(text);
    isActive ||= active.test(plain);
    isLocked ||= /\/Encrypt\b/.test(plain);
    for (const [extra, pattern] of signs) if (pattern.test(plain)) seen.add(extra);
    if (/<\?xpacket|<x:xmpmeta/.test(plain)) said += `${text.slice(0, mostSaid)}\n`;
  };
  look(whole);
  for (const { bytes: inner, isPacked } of pieces()) {
    if (isPacked) look(latin(inner));
    if (isTalkativePhoto(inner)) seen.add("pictures");
  }
  const carries = pdfExtras.filter((extra) => seen.has(extra));
  return { carries, isActive, isLocked, isWhole: isWhole(), said: utf8(said) };
}

const mostSaid = 200_000;

/** Long enough that no bytes of a picture spell them by chance. */
const active =
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia\w*|Rendition|GoToE|ResetForm|SetOCGState)\b/;
const shortActive = /\/(?:JS|XFA|Movie|Sound|AA)\b/;

const signs: readonly (readonly [PdfExtra, RegExp])[] = [
  ["properties", /\/Info\s{0,9}(?:\d{1,10}\s{1,9}\d{1,5}\s{1,9}R|<<)/],
  ["xmp", /\/Metadata\s{0,9}\d|<\?xpacket|<x:xmpmeta/],
  [
    "comments",
    /\/Subtype\s{0,9}\/(?:Text|FreeText|Popup|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Line|Square|Circle|Polygon|PolyLine|Redact)\b/,
  ],
  ["form", /\/AcroForm\b/],
  ["files", /\/(?:EmbeddedFiles?|FileAttachment|Filespec)\b/],
  ["layers", /\/OCProperties\b/],
  ["program-data", /\/PieceInfo\b/],
];

function endsOf(whole: string, outside: string): readonly PdfExtra[] {
  const ends = outside.match(/startxref/g)?.length ?? 0;
  // A file that is made to be shown from its beginning on has two.
  const usual = /\/Linearized\b/.test(whole.slice(0, 2048)) ? 2 : 1;
  const behind = whole.slice(whole.lastIndexOf("%%EOF") + "%%EOF".length);
  const isTrailing = !whole.includes("%%EOF") || behind.trim() !== "";
  return [...(ends > usual ? (["earlier"] as const) : []), ...(isTrailing ? (["behind-end"] as const) : [])];
}

const talkative: ReadonlySet<PictureExtra> = new Set([
  "position",
  "camera",
  "thumbnail",
  "xmp",
  "iptc",
  "text",
  "time",
]);

function isTalkativePhoto(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return false;
  try {
    return lookAtPicture(bytes)?.extras.some(({ kind }) => talkative.has(kind)) ?? false;
  } catch (error) {
    // One that cannot be read may say anything.
    if (error instanceof FormatError) return true;
    throw error;
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** Bytes that were taken for letters one by one. */
function utf8(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}
