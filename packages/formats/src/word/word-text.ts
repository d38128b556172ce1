// The paragraphs of a word processor's file (DOCX, ECMA-376 part 1, 17): words and printed numbers. Changes that it had
// recorded are read as if they were accepted, and counted. Nothing in it is followed, run or shown.
import { FormatError } from "../errors.ts";
import { badTable, overLimit, tableLimits, type TableLimits } from "../table/table.ts";
import { mainPart, scanPart, type Archive } from "../table/workbook-parts.ts";
import { parseZipEntries } from "../table/zip.ts";
import { createNumberPrinter, type NumberPrinter } from "./numbering.ts";
import { readNumberedStyles, readNumbering, type ListPlace } from "./word-lists.ts";

export interface WordText {
  /** With the number that is printed before each; line breaks inside are line feeds. */
  readonly paragraphs: readonly string[];
  /** Recorded insertions and removals. */
  readonly trackedChanges: number;
  /** Pieces that are struck through: they are read like others. */
  readonly struckThrough: number;
  /** Foot- and endnotes, which are left out. */
  readonly notes: number;
}

const limits: TableLimits = { ...tableLimits, part: 50_000_000 };
const mostParagraphs = 100_000;
const mostCharacters = 20_000_000;
const deepest = 50;

/** Throws `formats.bad-text`, `formats.limit`. */
export function readWordText(bytes: Uint8Array): WordText {
  try {
    if (bytes.length > limits.file) throw overLimit(`it has more than ${limits.file} bytes`);
    if (bytes.length < 22) throw badTable("it is too short");
    return readText({ bytes, entries: parseZipEntries(bytes), limits });
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    const code = cause.code === "formats.limit" ? cause.code : "formats.bad-text";
    throw new FormatError(code, cause.message.replace("Cannot read table", "Cannot read text"), { cause });
  }
}

interface OpenParagraph {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  /** Its end was removed: it goes on in the next one. */
  goesOn: boolean;
}

function readText(archive: Archive): WordText {
  const main = mainPart(archive, "text");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const numbers = createNumberPrinter(readNumbering(archive, `${folder}numbering.xml`));
  const styles = readNumberedStyles(archive, `${folder}styles.xml`);
  const reader = createReader((paragraph) => labelOf(paragraph, styles, numbers));
  scanPart(archive, main, reader);
  return reader.done();
}

function labelOf(
  { style, list, level }: OpenParagraph,
  styles: ReadonlyMap<string, ListPlace>,
  numbers: NumberPrinter,
): string {
  const ofStyle = styles.get(style);
  const place = { list: list ?? ofStyle?.list ?? "", level: level ?? ofStyle?.level ?? 0 };
  return place.list === "" || place.list === "0" ? "" : numbers.next(place.list, place.level);
}

type Attributes = (name: string) => string | undefined;

const skipped: ReadonlySet<string> = new Set(["del", "moveFrom", "Fallback"]);
const changes: ReadonlySet<string> = new Set(["del", "ins", "moveFrom", "moveTo"]);
/** What stands for a character. */
const characters: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "-"],
]);

function createReader(labelFor: (paragraph: OpenParagraph) => string) {
  const pages = createParagraphs(labelFor);
  const seen = { trackedChanges: 0, struckThrough: 0, notes: 0 };
  let [skipping, properties, isText] = [0, 0, false];
  const add = (text: string): void => {
    if (skipping === 0) pages.add(text);
  };
  const openInText = (name: string, attribute: Attributes): void => {
    if (skipped.has(name)) skipping += 1;
    else if (name === "t") isText = true;
    else if (name === "strike" || name === "dstrike") seen.struckThrough += isOff(attribute("w:val")) ? 0 : 1;
    else if (name === "footnoteReference" || name === "endnoteReference") seen.notes += 1;
    else add(characters.get(name) ?? "");
  };
  return {
    open(name: string, attribute: Attributes): void {
      if (changes.has(name)) seen.trackedChanges += 1;
      if (name === "p") pages.begin();
      else if (name === "pPr") properties += 1;
      else if (properties === 0) openInText(name, attribute);
      // What the properties were before a recorded change stands inside them.
      else if (properties === 1) pages.property(name, attribute("w:val"));
    },
    text(text: string): void {
      if (isText) add(text);
    },
    close(name: string): void {
      if (name === "t") isText = false;
      else if (name === "pPr") properties = Math.max(0, properties - 1);
      else if (name === "p") pages.end();
      else if (properties === 0 && skipped.has(name)) skipping = Math.max(0, skipping - 1);
    },
    done: (): WordText => ({ paragraphs: pages.done(), ...seen }),
  };
}

function isOff(value: string | undefined): boolean {
  return value === "0" || value === "false" || value === "off";
}

/** Paragraphs as they open and end; one can stand inside another, as the text of a drawing does. */
function createParagraphs(labelFor: (paragraph: OpenParagraph) => string) {
  const open: OpenParagraph[] = [];
  const paragraphs: string[] = [];
  let [before, length] = ["", 0];
  return {
    begin(): void {
      if (open.length >= deepest) throw overLimit("it is nested too deeply");
      open.push({ text: "", style: "", list: null, level: null, goesOn: false });
    },
    add(text: string): void {
      const last = open.at(-1);
      if (last === undefined) return;
      length += text.length;
      if (length > mostCharacters) throw overLimit("it has more text than we read");
      last.text += text;
    },
    property(name: string, value = ""): void {
      const last = open.at(-1);
      if (last === undefined) return;
      if (name === "pStyle") last.style = value;
      else if (name === "numId") last.list = value;
      else if (name === "ilvl") last.level = Number(value);
      else if (name === "del" || name === "moveFrom") last.goesOn = true;
    },
    end(): void {
      const paragraph = open.pop();
      if (paragraph === undefined) return;
      before += paragraph.text;
      if (paragraph.goesOn) return;
      const label = before.trim() === "" ? "" : labelFor(paragraph);
      paragraphs.push(label === "" ? before : `${label} ${before}`);
      before = "";
      if (paragraphs.length > mostParagraphs)
        throw overLimit(`it has more than ${mostParagraphs} paragraphs`);
    },
    done: (): readonly string[] => (before.trim() === "" ? paragraphs : [...paragraphs, before]),
  };
}
