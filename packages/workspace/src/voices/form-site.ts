// The page of a questionnaire as a folder for any host of files: the same page, byte for byte, and what tells the host to let
// nothing else happen beside it. The host is asked for nothing once the page is there.
import { encodeUtf8 } from "@tocsin/core";

export interface SiteFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FormSiteOptions {
  /** The filled page. */
  readonly page: string;
  /** Of the page's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** For whoever puts the folder on a host, in their language. */
  readonly readMe: readonly string[];
}

/** Throws nothing: a page without a policy of its own gets the one that allows nothing. */
export function formSite({ page, sha256, readMe }: FormSiteOptions): readonly SiteFile[] {
  const headers = headersFor(policyOf(page));
  const file = (name: string, lines: readonly string[]): SiteFile => ({
    name,
    bytes: encodeUtf8(`${lines.join("\n")}\n`),
  });
  return [
    { name: "index.html", bytes: encodeUtf8(page) },
    file("_headers", ["/*", ...headers.map(([name, value]) => `  ${name}: ${value}`)]),
    file(".htaccess", [
      "Options -Indexes",
      "<IfModule mod_headers.c>",
      ...headers.map(([name, value]) => `  Header always set ${name} "${value.replaceAll('"', '\\"')}"`),
      "</IfModule>",
    ]),
    file("robots.txt", ["User-agent: *", "Disallow: /"]),
    file("SHA256SUMS", [`${sha256}  index.html`]),
    file("READ-ME.txt", readMe),
  ];
}

function policyOf(page: string): string {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]{1,2000})"/.exec(page) ?? [];
  return policy ?? "default-src 'none'";
}

/** A page says its own policy; that nobody may put it into a frame only a host can say. */
function headersFor(policy: string): readonly (readonly [string, string])[] {
  return [
    ["Content-Security-Policy", `${policy.replace(/;\s*$/, "")}; frame-ancestors 'none'`],
    ["Referrer-Policy", "no-referrer"],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Robots-Tag", "noindex, nofollow"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
    ["Cache-Control", "no-store"],
  ];
}
