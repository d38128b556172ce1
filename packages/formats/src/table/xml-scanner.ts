// Tags and texts of an XML 1.0 document as they stream in, for the parts of a workbook. It knows elements, attributes,
// character references and CDATA; a document type, with which entities could be defined, is refused.
import { badTable, overLimit } from "./table.ts";

export interface XmlHandler {
  /** Names come without their prefix. */
  open(name: string, attributes: (name: string) => string | undefined): void;
  close(name: string): void;
  /** A text can come in several pieces. */
  text(text: string): void;
}

export interface XmlScanner {
  push(piece: string): void;
  end(): void;
}

/** Of one tag, comment or instruction. */
const maximumTag = 262_144;

export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let rest = "";
  return {
    push(piece) {
      const data = rest + piece;
      let at = 0;
      for (;;) {
        const tag = data.indexOf("<", at);
        if (tag === -1) break;
        if (tag > at) handler.text(decodeText(data.slice(at, tag)));
        const end = markupEnd(data, tag);
        if (end === -1) {
          if (data.length - tag > maximumTag) throw overLimit("a tag is too long");
          rest = data.slice(tag);
          return;
        }
        takeMarkup(data.slice(tag, end), handler);
        at = end;
      }
      const whole = wholeTextEnd(data, at);
      if (whole > at) handler.text(decodeText(data.slice(at, whole)));
      rest = data.slice(whole);
    },
    end() {
      if (rest.trim() !== "") throw badTable("a part of the workbook ends inside a tag");
    },
  };
}

/** Where the text can be cut without cutting a reference or a line end. */
function wholeTextEnd(data: string, from: number): number {
  const reference = data.lastIndexOf("&");
  if (reference >= from && data.length - reference < 16 && !data.includes(";", reference)) return reference;
  return data.endsWith("\r") && data.length > from ? data.length - 1 : data.length;
}

/** Behind the markup that begins at `start`; -1 where it is not all there. */
function markupEnd(data: string, start: number): number {
  const second = data.charCodeAt(start + 1);
  if (second === 33 /* ! */) {
    const head = data.slice(start, start + 9);
    if ("<!--".startsWith(head.slice(0, 4))) return after(data, "-->", start + 4);
    if ("<![CDATA[".startsWith(head)) return after(data, "]]>", start + 9);
    throw badTable("a part of the workbook has a document type");
  }
  if (second === 63 /* ? */) return after(data, "?>", start + 2);
  let at = start + 1;
  for (;;) {
    const end = data.indexOf(">", at);
    if (end === -1) return -1;
    const open = openQuote(data, at, end);
    if (open === null) return end + 1;
    const close = data.indexOf(open.quote, open.at + 1);
    if (close === -1) return -1;
    at = close + 1;
  }
}

/** A quote before `end` that does not close before it: then that `>` stands inside a value. */
function openQuote(
  data: string,
  from: number,
  end: number,
): { readonly quote: string; readonly at: number } | null {
  let at = from;
  while (at < end) {
    const character = data[at];
    if (character === '"' || character === "'") {
      const close = data.indexOf(character, at + 1);
      if (close === -1 || close > end) return { quote: character, at };
      at = close;
    }
    at += 1;
  }
  return null;
}

function after(data: string, what: string, from: number): number {
  const at = data.indexOf(what, from);
  return at === -1 ? -1 : at + what.length;
}

function takeMarkup(markup: string, handler: XmlHandler): void {
  const second = markup.charCodeAt(1);
  if (second === 33) {
    if (markup.startsWith("<![CDATA[")) handler.text(markup.slice(9, -3));
    return;
  }
  if (second === 63) return;
  if (second === 47 /* / */) {
    handler.close(localName(markup.slice(2, -1).trimEnd()));
    return;
  }
  const isEmpty = markup.charCodeAt(markup.length - 2) === 47;
  const inside = markup.slice(1, isEmpty ? -2 : -1);
  const nameEnd = inside.search(/\s/);
  const name = localName(nameEnd === -1 ? inside : inside.slice(0, nameEnd));
  handler.open(name, (wanted) => (nameEnd === -1 ? undefined : attributeOf(inside, nameEnd, wanted)));
  if (isEmpty) handler.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributeOf(tag: string, from: number, wanted: string): string | undefined {
  let at = from;
  for (;;) {
    const equals = tag.indexOf("=", at);
    if (equals === -1) return undefined;
    const name = tag.slice(at, equals).trim();
    let open = equals + 1;
    while (open < tag.length && tag[open] !== '"' && tag[open] !== "'") open += 1;
    const close = tag.indexOf(tag[open] ?? '"', open + 1);
    if (close === -1) return undefined;
    if (name === wanted) return decodeText(tag.slice(open + 1, close));
    at = close + 1;
  }
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeText(text: string): string {
  const lines = text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replaceAll(/&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/g, (_, reference: string) => {
    if (!reference.startsWith("#")) return named[reference] ?? "";
    const point = Number(reference.startsWith("#x") ? `0x${reference.slice(2)}` : reference.slice(1));
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : "\ufffd";
  });
}
