// The paragraphs of a page in HTML, for texts that people copy: one pass over its tags, forgiving as browsers are. Nothing
// in it is run, loaded or shown.
import { FormatError } from "../errors.ts";
import { formatNumber } from "../word/numbering.ts";

export interface HtmlText {
  /** With the number that is printed before an item of a list. */
  readonly paragraphs: readonly string[];
  /** Pieces that are struck through: they are read like others. */
  readonly struckThrough: number;
}

const mostCharacters = 20_000_000;
const deepestLists = 50;

const blocks: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 " +
    "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const unread: ReadonlySet<string> = new Set([
  "script",
  "style",
  "title",
  "template",
  "noscript",
  "textarea",
  "svg",
]);
const struck: ReadonlySet<string> = new Set(["del", "s", "strike"]);

interface OpenList {
  readonly format: string;
  readonly isBracketed: boolean;
  next: number;
}

/** Throws `formats.limit`. */
export function readHtmlText(html: string): HtmlText {
  if (html.length > mostCharacters)
    throw new FormatError("formats.limit", `Cannot read page: it has more than ${mostCharacters} characters`);
  const page = createPage();
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag === -1) break;
    page.text(decodeReferences(html.slice(at, tag)));
    at = takeTag(html, tag, page);
  }
  if (at < html.length) page.text(decodeReferences(html.slice(at)));
  return page.done();
}

type Page = ReturnType<typeof createPage>;

/** Gives the place behind the tag that begins at `from`. */
function takeTag(html: string, from: number, page: Page): number {
  if (html.startsWith("<!--", from)) return behind(html, "-->", from + 4);
  const [, slash = "", name = ""] =
    /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/u.exec(html.slice(from, from + 48)) ?? [];
  if (name === "") {
    if (html[from + 1] === "!" || html[from + 1] === "?") return behind(html, ">", from);
    page.text("<");
    return from + 1;
  }
  const end = endOfTag(html, from);
  const tag = name.toLowerCase();
  if (slash === "" && unread.has(tag)) {
    const close = html.slice(end).search(new RegExp(`</${tag}`, "iu"));
    return close === -1 ? html.length : behind(html, ">", end + close);
  }
  if (slash === "") page.open(tag, (wanted) => attributeOf(html.slice(from, end), wanted));
  else page.close(tag);
  return end;
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < html.length; at += 1) {
    const character = html[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && html[at - 1] === "=") quote = character;
    else if (character === ">") return at + 1;
  }
  return html.length;
}

function attributeOf(tag: string, wanted: string): string | undefined {
  const found = new RegExp(`\\s${wanted}\\s{0,5}=\\s{0,5}["']?([^"'\\s>]{1,20})`, "iu").exec(
    tag.slice(0, 2_000),
  );
  return found?.[1];
}

function createPage() {
  const paragraphs: string[] = [];
  const lists: OpenList[] = [];
  let [open, label, breaks, struckThrough] = ["", "", 0, 0];
  const end = (): void => {
    if (open.trim() !== "") {
      paragraphs.push(label === "" ? open : `${label} ${open.trimStart()}`);
      label = "";
    }
    [open, breaks] = ["", 0];
  };
  return {
    text(text: string): void {
      if (text.trim() !== "") breaks = 0;
      open += text;
    },
    open(tag: string, attribute: (name: string) => string | undefined): void {
      if (struck.has(tag)) struckThrough += 1;
      if (tag === "br") {
        breaks += 1;
        // People leave a line free where a paragraph ends.
        if (breaks > 1) end();
        else open += "\n";
        return;
      }
      if (!blocks.has(tag)) return;
      end();
      if (tag === "li") label = nextNumber(lists.at(-1), attribute("value"));
      else if ((tag === "ol" || tag === "ul") && lists.length < deepestLists)
        lists.push(openList(tag, attribute));
    },
    close(tag: string): void {
      if (!blocks.has(tag)) return;
      end();
      if (tag === "ol" || tag === "ul") lists.pop();
      if (tag === "li") label = "";
    },
    done(): HtmlText {
      end();
      return { paragraphs, struckThrough };
    },
  };
}

function openList(tag: string, attribute: (name: string) => string | undefined): OpenList {
  const format = tag === "ul" ? "none" : (formats.get(attribute("type") ?? "1") ?? "decimal");
  const start = Number(attribute("start") ?? "1");
  return { format, isBracketed: format !== "decimal", next: Number.isSafeInteger(start) ? start : 1 };
}

function nextNumber(list: OpenList | undefined, value: string | undefined): string {
  if (list === undefined) return "";
  const given = Number(value ?? "");
  if (value !== undefined && Number.isSafeInteger(given)) list.next = given;
  const number = formatNumber(list.next, list.format);
  list.next += 1;
  if (number === "") return "";
  return list.isBracketed ? `(${number})` : `${number}.`;
}

const formats: ReadonlyMap<string, string> = new Map([
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
]);

/** Names of U+00A0 to U+00FF in their order (HTML, 13.5), and of marks that texts have. */
const latin = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute " +
  "Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute " +
  "THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde " +
  "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
).split(" ");
const references: ReadonlyMap<string, string> = new Map([
  ...latin.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["bull", "•"],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"],
  ["lrm", "\u200e"],
  ["rlm", "\u200f"],
]);

function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z0-9]{1,8});/gu,
    (whole, name: string) => {
      if (!name.startsWith("#")) return references.get(name) ?? whole;
      const point = Number(/^#x/iu.test(name) ? `0x${name.slice(2)}` : name.slice(1));
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : "\ufffd";
    },
  );
}
