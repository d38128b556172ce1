// Sitemaps (sitemaps.org) with the other languages of each page: only where the library has an address of its own.
import { escapeText } from "./markup.ts";
import type { PagePlan } from "./page-plan.ts";
import type { Site } from "./site.ts";

const addressesOfMap = 5_000;

export function* sitemaps(site: Site, rests: readonly string[]): Generator<PagePlan> {
  const { address } = site.head;
  if (address === null) return;
  const pieces = Math.ceil(rests.length / addressesOfMap);
  const names = Array.from({ length: pieces }, (_, at) => `sitemap-${at + 1}.xml`);
  for (const [at, path] of names.entries()) {
    const own = rests.slice(at * addressesOfMap, (at + 1) * addressesOfMap);
    yield { path, from: own, make: () => sitemap(site, address, own) };
  }
  yield { path: "sitemap.xml", from: names, make: () => sitemapIndex(address, names) };
}

function sitemap({ head }: Site, address: string, rests: readonly string[]): string {
  const urls = rests.flatMap((rest) => {
    const links = head.locales
      .map(
        (locale) =>
          `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeText(`${address}${locale}/${rest}`)}"/>`,
      )
      .join("");
    return head.locales.map(
      (locale) => `<url><loc>${escapeText(`${address}${locale}/${rest}`)}</loc>${links}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}

function sitemapIndex(address: string, names: readonly string[]): string {
  const maps = names.map((name) => `<sitemap><loc>${escapeText(address + name)}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join("\n")}
</sitemapindex>
`;
}
