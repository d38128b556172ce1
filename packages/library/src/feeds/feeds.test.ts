import { beforeAll, describe, expect, it } from "vitest";
import {
  build,
  editionWith,
  fileOf,
  itemWith,
  libraryOf,
  madeUpLibrary,
  type BuiltLibrary,
} from "../library.fake.ts";
import { feedBatches, type FeedPlan } from "./feed-plans.ts";

interface JsonItem {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly language: string;
  readonly content_html: string;
}
interface JsonFeed {
  readonly version: string;
  readonly description: string;
  readonly feed_url?: string;
  readonly next_url?: string;
  readonly language: string;
  readonly items: readonly JsonItem[];
}

const jsonOf = (built: BuiltLibrary, path: string): JsonFeed => JSON.parse(fileOf(built, path)) as JsonFeed;

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** Ids and contents of an Atom feed, in order. */
function atomEntries(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/<entry><id>([^<]*)<\/id>.*?<content[^>]*>([^<]*)<\/content>/gs)].map(
    ([, id = "", content = ""]) => [unescaped(id), unescaped(content)] as const,
  );
}

describe("feeds of a made-up library", () => {
  let built: BuiltLibrary;
  beforeAll(async () => {
    built = await build(madeUpLibrary(230));
  });

  it("stand beside each other in both formats wherever there is one, with the same items and texts", () => {
    const atom = [...built.files.keys()].filter(
      (path) => path.endsWith(".xml") && !path.startsWith("sitemap"),
    );
    expect(atom.length).toBeGreaterThan(300);
    for (const path of atom) {
      const feed = jsonOf(built, path.replace(/xml$/, "json"));
      expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
      const entries = feed.items.map(({ id, content_html }) => [id, content_html] as const);
      expect(atomEntries(fileOf(built, path)), path).toEqual(entries);
    }
  });

  it("have ten items, say which these are, and lead to the older ones up to a bound", () => {
    const seen: string[] = [];
    let path = "en/all.json";
    for (let pages = 0; pages < 50; pages += 1) {
      const feed = jsonOf(built, path);
      expect(feed.items.length).toBe(10);
      seen.push(...feed.items.map(({ id }) => id));
      expect(feed.feed_url).toBe(`https://library.example.org/${path}`);
      if (feed.next_url === undefined) break;
      path = feed.next_url.replace("https://library.example.org/", "");
    }
    expect(new Set(seen).size).toBe(200);
    expect(jsonOf(built, "en/all.json").description).toMatch(/1\D+10\D+230/);
    expect(jsonOf(built, "en/all/20.json").description).toContain("Older ones stand in the list");
    const second = fileOf(built, "en/all/2.xml");
    const links = Object.fromEntries(
      [...second.matchAll(/<link rel="(first|previous|next|last)"[^>]* href="([^"]*)"/g)].map(
        ([, rel, href]) => [rel, href],
      ),
    );
    const root = "https://library.example.org/en/";
    expect(links).toEqual({
      first: `${root}all.xml`,
      previous: `${root}all.xml`,
      next: `${root}all/3.xml`,
      last: `${root}all/20.xml`,
    });
    expect(second).toContain("<id>https://library.example.org/en/all</id>");
  });

  it("are told to browsers and linked from their list", () => {
    const page = fileOf(built, "en/country.html").match(/href="country\/([A-Z]{2})\.html"/)?.[1] ?? "";
    const text = fileOf(built, `en/country/${page}.html`);
    expect(text).toContain(`<link rel="alternate" type="application/feed+json"`);
    for (const ending of ["xml", "json"]) expect(text).toContain(`<a href="${page}.${ending}">`);
  });
});

describe("an item in a feed", () => {
  const body = `${"A long account. ".repeat(2_000)}\n\nThe last\nwords.`;

  it("has its whole text, and not its beginning", async () => {
    const built = await build(
      libraryOf([itemWith({ editions: [editionWith("en", { excerpt: "First.", body })] })]),
    );
    const [entry] = atomEntries(fileOf(built, "en/all.xml"));
    const text = entry?.[1] ?? "";
    expect(text.match(/A long account/g)?.length).toBe(2_000);
    expect(text).toContain("<p>First.</p>");
    expect(text).toContain("<p>The last<br/>words.</p>");
    expect(fileOf(built, "en/all.xml")).toContain("<fh:complete ");
  });

  it("of more than 100 kB says that it goes on, and where", async () => {
    const built = await build(
      libraryOf([itemWith({ editions: [editionWith("en", { body: "word ".repeat(50_000) })] })]),
    );
    const [item] = jsonOf(built, "en/all.json").items;
    expect(item?.content_html.length).toBeLessThan(101_000);
    expect(item?.content_html).toContain(
      `<a href="https://library.example.org/en/items/example-1.html">The text is longer`,
    );
  });

  it("is in its own language and direction, told apart from that of the feed", async () => {
    const editions = [
      editionWith("ar", { title: "عنوان", body: "نص" }),
      editionWith("fr", { title: "Titre", body: "Texte", isOriginal: false, translatedBy: "machine" }),
    ];
    const built = await build(
      libraryOf([
        itemWith({ editions }),
        itemWith({ slug: "unknown", editions: [editionWith("", { body: "?" })] }),
      ]),
    );
    const [first, second] = jsonOf(built, "en/all.json").items;
    expect(first?.language).toBe("ar");
    expect(first?.content_html).toContain('<div lang="ar" dir="rtl"><p>نص</p></div>');
    expect(second?.language).toBe("und");
    expect(second?.content_html).toContain('<div lang="" dir="auto">');
    const atom = fileOf(built, "en/all.xml");
    expect(atom).toContain('<title xml:lang="ar">');
    expect(atom).toContain('<title xml:lang="">');
    expect(jsonOf(built, "fr/all.json").items[0]?.content_html).toMatch(/lang="fr" dir="ltr"><p>Une machine/);
  });

  it("holds no markup of its own", async () => {
    const bad = `</div><script>alert(1)</script>]]><img src=x onerror=y>`;
    const built = await build(
      libraryOf([
        itemWith({ editions: [editionWith("en", { title: bad, excerpt: bad, body: bad })], authors: [bad] }),
      ]),
    );
    const contents = [
      ...atomEntries(fileOf(built, "en/all.xml")).map(([, text]) => text),
      ...jsonOf(built, "en/all.json").items.map(({ content_html }) => content_html),
    ];
    expect(contents.length).toBe(2);
    for (const text of contents) {
      expect(
        [...text.matchAll(/<\/?([a-z]+)/g)]
          .map(([, name]) => name)
          .every((name) => ["div", "p", "br", "a"].includes(name ?? "")),
      ).toBe(true);
      expect(text).toContain("&lt;script&gt;");
    }
  });

  it("of a library without an address has relative links in Atom, and none in JSON", async () => {
    const { head } = libraryOf([]);
    const built = await build(
      libraryOf([itemWith({ facets: { country: ["UG"] } })], { head: { ...head, address: null } }),
    );
    const atom = fileOf(built, "en/country/UG.xml");
    expect(atom).toContain('href="../items/example-1.html"');
    expect(atom).toContain('rel="alternate" type="text/html" href="UG.html"');
    expect(atom).not.toContain("xml:base");
    const text = fileOf(built, "en/country/UG.json");
    expect(text).not.toMatch(/"(?:url|feed_url|home_page_url|next_url)"/);
    expect(text).toContain('"page": "items/example-1.html"');
  });
});

it("texts that have no room together are read for some feeds at a time", () => {
  const card = (slug: string) => ({ slug, textLength: 40 });
  const plan = (path: string, ...slugs: readonly string[]) =>
    ({ path, from: null, cards: slugs.map(card), make: () => "" }) as unknown as FeedPlan;
  const plans = [plan("1", "a", "b"), plan("2", "b", "a"), plan("3", "c"), plan("4", "d", "e", "f")];
  const paths = feedBatches(plans, 100).map((batch) => batch.map(({ path }) => path));
  expect(paths).toEqual([["1", "2"], ["3"], ["4"]]);
});
