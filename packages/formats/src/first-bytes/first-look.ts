// The first look at a file as it comes in: what its bytes look like beside what its name says. It opens nothing, and it
// clears nothing: a file without a sign may still be made to harm.
import { hasDoubleEnding, hasHiddenCharacters, mediaTypeOfName } from "./kind-of-name.ts";
import { headLength, holdsScript, kindOfBytes } from "./kind-of-bytes.ts";

/** Codes of the vocabulary `fileSigns`. */
export type FileSign = "differs" | "active" | "program" | "double-ending" | "hidden-characters";

export interface FirstLook {
  /** Media type by the first bytes; null where they look like nothing known here. */
  readonly looksLike: string | null;
  readonly signs: readonly FileSign[];
}

export interface Looker {
  /** The next bytes of the file, in order; those after the first few thousand are let pass. */
  take(bytes: Uint8Array): void;
  look(): FirstLook;
}

export function createLooker(name: string): Looker {
  const head = new Uint8Array(headLength);
  let filled = 0;
  return {
    take(bytes) {
      const part = bytes.subarray(0, headLength - filled);
      head.set(part, filled);
      filled += part.length;
    },
    look: () => lookAt(name, head.subarray(0, filled)),
  };
}

/** What the bytes of `head`, the beginning of a file, look like beside its name. */
export function lookAt(name: string, head: Uint8Array): FirstLook {
  const looksLike = kindOfBytes(head);
  const claimed = mediaTypeOfName(name);
  const signs: readonly (readonly [FileSign, boolean])[] = [
    ["differs", head.length > 0 && !isAsNamed(claimed, looksLike)],
    ["active", active.has(looksLike ?? "") || (isNoText(claimed) && holdsScript(head))],
    ["program", programs.has(looksLike ?? "")],
    ["double-ending", hasDoubleEnding(name)],
    ["hidden-characters", hasHiddenCharacters(name)],
  ];
  return { looksLike, signs: signs.filter(([, holds]) => holds).map(([sign]) => sign) };
}

/** What a browser would run, or may. */
const active: ReadonlySet<string> = new Set(["text/html", "image/svg+xml"]);

const programs: ReadonlySet<string> = new Set([
  "application/x-msdownload",
  "application/x-elf",
  "application/x-mach-binary",
  "application/vnd.android.dex",
  "application/x-ms-shortcut",
  "application/x-shellscript",
]);

/** Forms that are another form inside: a document of an office is an archive. */
const inside: Readonly<Record<string, readonly string[]>> = {
  "application/msword": ["application/x-ole-storage", "text/rtf"],
  "application/vnd.ms-excel": ["application/x-ole-storage"],
  "application/vnd.ms-powerpoint": ["application/x-ole-storage"],
  "application/vnd.android.package-archive": ["application/zip"],
  "application/wacz": ["application/zip"],
  "image/heic": ["image/heic", "image/avif"],
  "image/avif": ["image/avif", "image/heic"],
  "video/mp4": ["video/mp4", "video/quicktime", "audio/mp4"],
  "video/quicktime": ["video/quicktime", "video/mp4"],
  "audio/mp4": ["audio/mp4", "video/mp4"],
  "application/json": ["text/plain"],
  "application/jsonl": ["text/plain"],
  "text/csv": ["text/plain"],
  "text/markdown": ["text/plain"],
  "message/rfc822": ["text/plain"],
  // A piece of a page, or what comes before its first tag.
  "text/html": ["text/plain", "text/xml"],
  "text/xml": ["text/plain", "image/svg+xml"],
};

function isAsNamed(claimed: string, found: string | null): boolean {
  if (claimed === "application/octet-stream") return true;
  if (/openxmlformats|opendocument/.test(claimed)) return found === "application/zip";
  // Text in an older encoding looks like nothing known here, and is text all the same.
  const isText = claimed === "text/plain" || inside[claimed]?.[0] === "text/plain";
  if (isText && found === null) return true;
  return claimed === found || (inside[claimed]?.includes(found ?? "") ?? false);
}

/** Pictures, sound and films have no words of a script at their beginning; a text may speak of one. */
function isNoText(claimed: string): boolean {
  return /^(image|audio|video)\//.test(claimed) || claimed === "application/pdf";
}
