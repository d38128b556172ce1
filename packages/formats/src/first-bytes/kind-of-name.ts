// What the name of a file claims, and what about a name is made to mislead.
import { hiddenCharacters, withoutHiddenCharacters } from "@tocsin/core";

/** Ending to media type. What is not here claims nothing that could be compared. */
const typesByEnding: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "3gp": "video/mp4",
    amr: "audio/amr",
    apk: "application/vnd.android.package-archive",
    avi: "video/x-msvideo",
    avif: "image/avif",
    bmp: "image/bmp",
    csv: "text/csv",
    doc: "application/msword",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    eml: "message/rfc822",
    exe: "application/x-msdownload",
    flac: "audio/flac",
    gif: "image/gif",
    gz: "application/gzip",
    heic: "image/heic",
    htm: "text/html",
    html: "text/html",
    jpeg: "image/jpeg",
    jpg: "image/jpeg",
    json: "application/json",
    jsonl: "application/jsonl",
    m4a: "audio/mp4",
    md: "text/markdown",
    mkv: "video/x-matroska",
    mov: "video/quicktime",
    mp3: "audio/mpeg",
    mp4: "video/mp4",
    odt: "application/vnd.oasis.opendocument.text",
    ogg: "audio/ogg",
    opus: "audio/ogg",
    pdf: "application/pdf",
    png: "image/png",
    ppt: "application/vnd.ms-powerpoint",
    pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    rar: "application/vnd.rar",
    rtf: "text/rtf",
    svg: "image/svg+xml",
    tar: "application/x-tar",
    tif: "image/tiff",
    tiff: "image/tiff",
    txt: "text/plain",
    wacz: "application/wacz",
    wav: "audio/wav",
    webm: "video/x-matroska",
    webp: "image/webp",
    xls: "application/vnd.ms-excel",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    xml: "text/xml",
    zip: "application/zip",
  }),
);

/** Endings of what a computer or a browser runs when somebody opens it. */
const endingsThatRun: ReadonlySet<string> = new Set(
  (
    "apk app appimage bat cmd com command cpl deb desktop dll dmg elf exe gadget hta htm html inf iso jar js jse lnk " +
    "msi msp pif pkg ps1 py reg scr sh svg url vb vbe vbs wsf xhtml"
  ).split(" "),
);

/** By the name alone: what it claims to be; "application/octet-stream" where that is not known here. */
export function mediaTypeOfName(name: string): string {
  return typesByEnding.get(endingsOf(name).at(-1) ?? "") ?? "application/octet-stream";
}

/** `photo.jpg.exe`: a harmless ending before the one that counts. */
export function hasDoubleEnding(name: string): boolean {
  const [before = "", last = ""] = endingsOf(name).slice(-2);
  return endingsThatRun.has(last) && !endingsThatRun.has(before) && typesByEnding.has(before);
}

/** Characters that nobody sees and that change how the name is read, such as a change of direction. */
export function hasHiddenCharacters(name: string): boolean {
  return hiddenCharacters(name).length > 0;
}

function endingsOf(name: string): readonly string[] {
  const file = withoutHiddenCharacters(name.split(/[\\/]/).at(-1) ?? "");
  return file
    .split(".")
    .slice(1)
    .map((ending) => ending.trim().toLowerCase());
}
