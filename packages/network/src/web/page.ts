// Compares the page that the probe got with what the control says of its own: status, length, headers, title.
import { byteLengthOf, type OoniControlPage, type OoniRequest, textOf } from "@tocsin/formats";

/**
 * `status-only`: the same status, and nothing else that could be compared. `unclear`: unlike in what is there, while
 * what would decide is missing in the file.
 */
export type PageComparison = "matches" | "status-only" | "differs" | "unclear" | "control-not-page";

/**
 * Pages match when the status does and one of: the shorter body is more than 0.7 of the longer, an uncommon
 * header is in both, the titles share their long words. The rule and its numbers are those of Web Connectivity.
 */
export function comparePages(response: OoniRequest, control: OoniControlPage): PageComparison {
  if (response.code === control.code) return compareAlike(response, control);
  const isControlPage = control.code !== null && control.code >= 200 && control.code < 300;
  if (!isControlPage) return "control-not-page";
  return response.body === null ? "unclear" : "differs";
}

/** Two pages of the same status. */
function compareAlike(response: OoniRequest, control: OoniControlPage): PageComparison {
  // The cheapest comparison first: bodies are long.
  if (sharesUncommonHeader(response, control)) return "matches";
  const isLength = compareLengths(response, control);
  if (isLength === true) return "matches";
  const isTitle = compareTitles(titleOf(response), control.title ?? "");
  if (isTitle === true) return "matches";
  if (isLength === null && isTitle === null) return "status-only";
  // A title of its own tells another page; a length alone does so only where headers could have matched.
  const hasHeaders = response.headers.size > 0 && control.headerNames.size > 0;
  return isTitle === false || hasHeaders ? "differs" : "unclear";
}

const leastProportion = 0.7;
/** Where probes stop reading a body, whether they say so or not. */
const probeBodyLimit = 1 << 19;

function compareLengths(response: OoniRequest, control: OoniControlPage): boolean | null {
  if (control.bodyLength === null || response.body === null || response.isBodyTruncated) return null;
  const length = byteLengthOf(response.body);
  if (length >= probeBodyLimit && control.bodyLength > length) return null;
  const longer = Math.max(length, control.bodyLength);
  return longer === 0 ? null : Math.min(length, control.bodyLength) / longer > leastProportion;
}

/** Headers that so many sites and middleboxes send that sharing them says nothing. */
const commonHeaders: ReadonlySet<string> = new Set([
  "accept-ranges",
  "age",
  "alt-svc",
  "cache-control",
  "connection",
  "content-encoding",
  "content-language",
  "content-length",
  "content-security-policy",
  "content-type",
  "date",
  "etag",
  "expires",
  "keep-alive",
  "last-modified",
  "link",
  "location",
  "p3p",
  "pragma",
  "referrer-policy",
  "server",
  "set-cookie",
  "strict-transport-security",
  "transfer-encoding",
  "upgrade",
  "vary",
  "via",
  "x-cache",
  "x-content-type-options",
  "x-frame-options",
  "x-powered-by",
  "x-xss-protection",
]);

/** Sites vary their headers by visitor: that none is shared is no difference of its own. */
function sharesUncommonHeader(response: OoniRequest, control: OoniControlPage): boolean {
  for (const name of control.headerNames)
    if (!commonHeaders.has(name) && response.headers.has(name)) return true;
  return false;
}

const longWord = 5;

function compareTitles(title: string, controlTitle: string): boolean | null {
  const words = longWordsOf(title);
  const controlWords = longWordsOf(controlTitle);
  if (words.size === 0 && controlWords.size === 0) return null;
  if (words.size === 0 || controlWords.size === 0) return title === "" || controlTitle === "" ? null : false;
  const [fewer, more] = words.size < controlWords.size ? [words, controlWords] : [controlWords, words];
  return [...fewer].every((word) => more.has(word));
}

function longWordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]/u);
  return new Set(words.filter((word) => word.length >= longWord));
}

const longestTitle = 1_000;

/** Text of the first `<title>`; empty when there is none. */
function titleOf(response: OoniRequest): string {
  if (response.body === null) return "";
  const text = textOf(response.body);
  const start = text.search(/<title[>\s]/i);
  if (start === -1) return "";
  const open = text.indexOf(">", start);
  const end = text.indexOf("<", open + 1);
  return open === -1 || end === -1 ? "" : text.slice(open + 1, Math.min(end, open + longestTitle)).trim();
}

/** Enough in a title, whatever the status. */
const captchaTitles = [
  "attention required!",
  "just a moment",
  "captcha",
  "are you a robot",
  "checking your browser",
  "ddos-guard",
];
const captchaMarks = [...captchaTitles, "unusual traffic", "/cdn-cgi/challenge-platform/"];
const captchaCodes: ReadonlySet<number | null> = new Set([403, 429, 503]);

/** A page by which a site's own defence asks whether a person is there. */
export function isCaptcha(response: OoniRequest): boolean {
  if (response.headers.has("cf-mitigated") || response.headers.has("cf-chl-bypass")) return true;
  const title = titleOf(response).toLowerCase();
  if (captchaTitles.some((mark) => title.includes(mark))) return true;
  if (!captchaCodes.has(response.code)) return false;
  const body = response.body === null ? "" : textOf(response.body).slice(0, 20_000).toLowerCase();
  return captchaMarks.some((mark) => body.includes(mark));
}
