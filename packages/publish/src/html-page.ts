// The frame of every HTML edition: one static page that loads nothing, runs nothing and sends nothing.
import { htmlStyle } from "./html-style.ts";

/** Forbids everything but the style in the page: scripts, pictures, frames, forms and connections. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Plain text: it is escaped here. */
  readonly title: string;
  /** Rules beside those of every edition. */
  readonly style?: string;
  /** HTML, escaped by whoever wrote it. */
  readonly body: string;
}

export function htmlPage({ language, direction, title, style, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${escape(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>
${htmlStyle}
${style === undefined ? "" : `${style}\n`}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** For text and for attribute values in double quotes. */
export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
