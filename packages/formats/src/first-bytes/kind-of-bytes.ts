// What the first bytes of a file look like. For evidence that may lie about itself: a picture by its name that is a page, a
// script or a program. Signatures as the formats publish them; text is looked at as browsers do (WHATWG MIME Sniffing, section
// 7.1). It is a look at the beginning and nothing more: a file can be two things at once.

/** As many bytes as are looked at. */
export const headLength = 4096;

interface Signature {
  readonly type: string;
  readonly at: number;
  /** Hexadecimal; `..` is any byte. */
  readonly bytes: string;
}

/** The first that fits is taken. */
const signatures: readonly Signature[] = [
  { type: "image/jpeg", at: 0, bytes: "ffd8ff" },
  { type: "image/png", at: 0, bytes: "89504e470d0a1a0a" },
  { type: "image/gif", at: 0, bytes: "474946383761" },
  { type: "image/gif", at: 0, bytes: "474946383961" },
  { type: "image/webp", at: 0, bytes: "52494646........57454250" },
  { type: "audio/wav", at: 0, bytes: "52494646........57415645" },
  { type: "video/x-msvideo", at: 0, bytes: "52494646........41564920" },
  { type: "image/tiff", at: 0, bytes: "49492a00" },
  { type: "image/tiff", at: 0, bytes: "4d4d002a" },
  { type: "image/bmp", at: 0, bytes: "424d........00000000" },
  { type: "image/heic", at: 4, bytes: "66747970686569" },
  { type: "image/heic", at: 4, bytes: "667479706d696631" },
  { type: "image/avif", at: 4, bytes: "6674797061766966" },
  { type: "video/quicktime", at: 4, bytes: "6674797071742020" },
  { type: "audio/mp4", at: 4, bytes: "667479704d344120" },
  { type: "video/mp4", at: 4, bytes: "66747970" },
  { type: "video/x-matroska", at: 0, bytes: "1a45dfa3" },
  { type: "audio/ogg", at: 0, bytes: "4f676753" },
  { type: "audio/flac", at: 0, bytes: "664c6143" },
  { type: "audio/mpeg", at: 0, bytes: "494433" },
  { type: "audio/mpeg", at: 0, bytes: "fffb" },
  { type: "audio/mpeg", at: 0, bytes: "fffa" },
  { type: "audio/mpeg", at: 0, bytes: "fff3" },
  { type: "audio/mpeg", at: 0, bytes: "fff2" },
  { type: "audio/amr", at: 0, bytes: "2321414d52" },
  { type: "application/pdf", at: 0, bytes: "255044462d" },
  { type: "text/rtf", at: 0, bytes: "7b5c727466" },
  { type: "application/x-ole-storage", at: 0, bytes: "d0cf11e0a1b11ae1" },
  { type: "application/zip", at: 0, bytes: "504b0304" },
  { type: "application/zip", at: 0, bytes: "504b0506" },
  { type: "application/gzip", at: 0, bytes: "1f8b08" },
  { type: "application/x-7z-compressed", at: 0, bytes: "377abcaf271c" },
  { type: "application/vnd.rar", at: 0, bytes: "526172211a07" },
  { type: "application/x-tar", at: 257, bytes: "7573746172" },
  { type: "application/vnd.sqlite3", at: 0, bytes: "53514c69746520666f726d6174203300" },
  { type: "application/x-msdownload", at: 0, bytes: "4d5a" },
  { type: "application/x-elf", at: 0, bytes: "7f454c46" },
  { type: "application/x-mach-binary", at: 0, bytes: "feedface" },
  { type: "application/x-mach-binary", at: 0, bytes: "feedfacf" },
  { type: "application/x-mach-binary", at: 0, bytes: "cefaedfe" },
  { type: "application/x-mach-binary", at: 0, bytes: "cffaedfe" },
  { type: "application/x-mach-binary", at: 0, bytes: "cafebabe" },
  { type: "application/vnd.android.dex", at: 0, bytes: "6465780a" },
  { type: "application/x-ms-shortcut", at: 0, bytes: "4c0000000114020000000000c000000000000046" },
  { type: "application/x-shellscript", at: 0, bytes: "2321" },
];

/** Media type, or null where the bytes look like nothing that is known here. */
export function kindOfBytes(head: Uint8Array): string | null {
  const text = textOf(head);
  const known = signatures.find(
    (signature) => isAt(head, signature) && (text === null || !isWord(signature)),
  );
  if (known !== undefined) return known.type;
  return text === null ? null : kindOfText(text);
}

/** Two or three letters that a text may begin with as well: "MZ", "ID3". */
function isWord({ bytes }: Signature): boolean {
  return bytes.length <= 6 && /^(?:[3-5][0-9a-f])+$/.test(bytes);
}

/** Whether the beginning holds what a browser or a server would run, whatever else it is. */
export function holdsScript(head: Uint8Array): boolean {
  const text = (textOf(head) ?? latinOf(head)).toLowerCase();
  return scriptMarks.some((mark) => text.includes(mark));
}

const scriptMarks = [
  "<script",
  "<?php",
  "javascript:",
  "vbscript:",
  "<foreignobject",
  " onload=",
  " onerror=",
];

function isAt(head: Uint8Array, { at, bytes }: Signature): boolean {
  const pairs = bytes.match(/../g) ?? [];
  return pairs.every((pair, index) => pair === ".." || head[at + index] === Number.parseInt(pair, 16));
}

/** The tags that a page begins with, as a browser that guesses would look for them. */
const htmlStarts =
  "!doctype html,html,head,body,script,iframe,h1,div,font,table,a,style,title,b,br,p,img,meta,form,link".split(
    ",",
  );

function kindOfText(text: string): string {
  const start = withoutPrologue(text);
  if (start.startsWith("<svg") || start.startsWith("<!doctype svg")) return "image/svg+xml";
  if (htmlStarts.some((tag) => start.startsWith(`<${tag}`) && /^[\s>/]?$/.test(start.charAt(tag.length + 1))))
    return "text/html";
  if (/^\s*<\?xml/i.test(text)) return text.toLowerCase().includes("<svg") ? "image/svg+xml" : "text/xml";
  return "text/plain";
}

/** Lower case, after white space, an XML declaration and comments: behind those a page or a picture can begin. */
function withoutPrologue(text: string): string {
  let rest = text.trimStart().toLowerCase();
  for (const [open, close] of [
    ["<?xml", "?>"],
    ["<!--", "-->"],
  ] as const)
    while (rest.startsWith(open)) {
      const end = rest.indexOf(close);
      if (end === -1) return "";
      rest = rest.slice(end + close.length).trimStart();
    }
  return rest;
}

/** UTF-8, or UTF-16 with its mark; null for what is no text. A character that the end of the head cuts in two is left out. */
function textOf(head: Uint8Array): string | null {
  if (head.length === 0) return null;
  const [first, second] = head;
  const label =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(head, { stream: true });
    return /[\u0000-\u0008\u000e-\u001a]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function latinOf(head: Uint8Array): string {
  return new TextDecoder("latin1").decode(head);
}
