// A project of qualitative coding for other programs, as REFI-QDA writes it: QDA-XML of 18 March 2019 (`project.qde`) in a ZIP file
// with the ending `.qdpx`. Only what this program has is written: a codebook, texts, and stretches of them with codes.
import { encodeUtf8 } from "@tocsin/core";
import { zipSync } from "fflate";

export interface QdaProject {
  readonly name: string;
  /** What wrote it. */
  readonly origin: string;
  /** ISO 8601 in UTC. */
  readonly created: string;
  readonly users: readonly QdaNamed[];
  readonly codes: readonly QdaCode[];
  readonly texts: readonly QdaText[];
}

export interface QdaNamed {
  /** 8-4-4-4-12 hexadecimal digits. */
  readonly guid: string;
  readonly name: string;
}

export interface QdaCode extends QdaNamed {
  readonly description: string | null;
  /** False for what only holds codes together. */
  readonly isCodable: boolean;
  readonly codes: readonly QdaCode[];
}

export interface QdaText extends QdaNamed {
  readonly content: string;
  readonly selections: readonly QdaSelection[];
}

export interface QdaSelection extends QdaNamed {
  /** In code points of the content, the end not included. */
  readonly start: number;
  readonly end: number;
  readonly codings: readonly QdaCoding[];
}

export interface QdaCoding {
  readonly guid: string;
  /** Guid of a code. */
  readonly code: string;
  /** Guid of a user. */
  readonly by: string;
}

/** Whether XML 1.0 can hold a text as it is: most control characters and lone surrogates stand in no file of it. */
export function isXmlText(text: string): boolean {
  return text.isWellFormed() && !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
}

/** The same project gives the same bytes. A text that `isXmlText` refuses must not be in it. */
export function encodeQdaProject(project: QdaProject): Uint8Array {
  // One time for all entries, as the file knows no zone.
  return zipSync({ "project.qde": encodeUtf8(projectXml(project)) }, { mtime: "1980-01-01T00:00:00" });
}

type Attributes = Readonly<Record<string, string | number | boolean>>;

function projectXml({ name, origin, created, users, codes, texts }: QdaProject): string {
  const [first] = users;
  const head = {
    xmlns: "urn:QDA-XML:project:1.0",
    name,
    origin,
    ...(first === undefined ? {} : { creatingUserGUID: first.guid }),
    creationDateTime: created,
  };
  const whole = element("Project", head, [
    list(
      "Users",
      users.map((user) => element("User", { guid: user.guid, name: user.name }, [])),
    ),
    codes.length === 0 ? "" : element("CodeBook", {}, [list("Codes", codes.map(codeXml))]),
    list("Sources", texts.map(textXml)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`;
}

function codeXml({ guid, name, description, isCodable, codes }: QdaCode): string {
  return element("Code", { guid, name, isCodable }, [
    description === null ? "" : element("Description", {}, [escaped(description)]),
    ...codes.map(codeXml),
  ]);
}

function textXml({ guid, name, content, selections }: QdaText): string {
  return element("TextSource", { guid, name }, [
    element("PlainTextContent", {}, [escaped(content)]),
    ...selections.map(selectionXml),
  ]);
}

function selectionXml({ guid, name, start, end, codings }: QdaSelection): string {
  return element(
    "PlainTextSelection",
    { guid, name, startPosition: start, endPosition: end },
    codings.map(({ guid: coding, code, by }) =>
      element("Coding", { guid: coding, creatingUser: by }, [element("CodeRef", { targetGUID: code }, [])]),
    ),
  );
}

/** The schema lets no list be empty. */
function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : element(name, {}, items);
}

function element(name: string, attributes: Attributes, within: readonly string[]): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value), true)}"`);
  const inside = within.join("");
  return inside === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inside}</${name}>`;
}

/** A reader of XML makes one line end of two characters, and spaces of all of them in attributes, unless they are named. */
function escaped(text: string, isAttribute = false): string {
  const inert = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
  return isAttribute
    ? inert.replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")
    : inert;
}
