// The door: a library goes in as plain data, its files come out one after the other. Items are read twice: first for what
// lists show, then page by page; more often where the texts of feeds have no room in memory together.
import { loadCatalogues, type Translator } from "@tocsin/language";
import { overBudget } from "./budgets.ts";
import { LibraryError } from "./errors.ts";
import { feedBatches, feedPlans, feedTexts, type FeedPlan } from "./feeds/feed-plans.ts";
import { gather, readAgain, type Gathered } from "./gather.ts";
import type { LibraryFile, LibraryProblem, PriorBuild } from "./library-file.ts";
import type { LibraryHead, LibraryInput } from "./library-input.ts";
import type { PagePlan } from "./page-plan.ts";
import { itemPages } from "./pages/item-page.ts";
import { createSite, type Site } from "./site.ts";
import { sharedPlans, sitePlans } from "./site-plans.ts";
import type { TakenItem } from "./taking/taken-item.ts";
import { isSlug } from "./taking/safe-address.ts";
import { takeHead } from "./taking/take-head.ts";
import { isWholeTable } from "./tables/read-table.ts";
import { createTongue } from "./words/tongue.ts";

export interface BuildOptions {
  /** One for each language of the interface. */
  readonly translators: ReadonlyMap<string, Translator>;
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** An earlier build: what did not change since comes as `unchanged`. */
  readonly before?: PriorBuild | null;
  /** Name and version of the program: another one makes everything anew. */
  readonly program?: string;
  /** Bytes after gzip: where it is given, pages that are too heavy are told. */
  readonly gzipSize?: (bytes: Uint8Array) => number;
  readonly onProblem: (problem: LibraryProblem) => void;
  readonly signal?: AbortSignal;
}

/** Raise it whenever a page would come out otherwise from the same input. */
const layout = 6;

/**
 * Every file of the library, in bounded memory. The same input gives the same bytes. What was left out or made harmless
 * goes to `onProblem`; throws `library.head` and `library.items-changed`.
 */
export async function* buildLibrary(input: LibraryInput, options: BuildOptions): AsyncGenerator<LibraryFile> {
  checkHead(input.head);
  const head = takeHead(input.head);
  const tongues = tonguesOf({ ...input, head }, options.translators);
  const catalogues = await Promise.all(head.locales.map((locale) => loadCatalogues(locale)));
  const { tables, labels } = input;
  const digestOf = digester(options.sha256, "");
  const basis = digestOf([layout, options.program ?? "", head, labels ?? null, catalogues]);
  const { onProblem, signal } = options;
  const gathered = await gather(input.items, { digestOf, onProblem, signal });
  const site = createSite(gathered.cards, { head, tables: wholeTables(tables, onProblem), tongues });
  const write = writer(options, digester(options.sha256, basis));
  for (const plan of plansOf(site, gathered)) {
    signal?.throwIfAborted();
    yield write(plan);
  }
  const reading = { write, digestOf, signal };
  const changed: FeedPlan[] = [];
  for (const plan of allFeeds(site)) {
    const kept = write.keep(plan);
    if (kept === null) changed.push(plan);
    else yield kept;
  }
  const [first = [], ...more] = feedBatches(changed);
  yield* itemFiles(input, site, { ...reading, feeds: first });
  for (const feeds of more) yield* feedFiles(input, site, { ...reading, feeds });
}

/**
 * Every page by its path, made when it is asked for and not before: for looking at a library before it leaves. Holds all
 * items in memory.
 */
export async function openLibrary(
  input: LibraryInput,
  options: BuildOptions,
): Promise<ReadonlyMap<string, () => string>> {
  const tongues = tonguesOf(input, options.translators);
  const { onProblem, signal } = options;
  const digestOf = digester(options.sha256, "");
  const gathered = await gather(input.items, { digestOf, onProblem, signal });
  const tables = wholeTables(input.tables, onProblem);
  const site = createSite(gathered.cards, { head: input.head, tables, tongues });
  const pages = new Map<string, () => string>();
  for (const { path, make } of plansOf(site, gathered)) pages.set(path, make);
  const feeds = [...allFeeds(site)];
  const held = feedTexts(feeds);
  for (const { path, make } of feeds) pages.set(path, () => make(held.items));
  for await (const { item, texts } of readAgain(input.items)) {
    signal?.throwIfAborted();
    held.add(item);
    for (const tongue of tongues)
      for (const { path, make } of itemPages({ site, tongue }, item, "")) pages.set(path, make);
    for (const { path, text } of texts) pages.set(path, () => text);
  }
  return pages;
}

function wholeTables(
  tables: LibraryInput["tables"],
  onProblem: BuildOptions["onProblem"],
): LibraryInput["tables"] {
  const seen = new Set<string>();
  return tables.filter((table) => {
    const isWhole = isWholeTable(table) && !seen.has(table.slug);
    seen.add(table.slug);
    if (!isWhole)
      onProblem({ code: "bad-table", where: isSlug(table.slug) ? table.slug : "?", detail: null });
    return isWhole;
  });
}

function* plansOf(site: Site, gathered: Gathered): Generator<PagePlan> {
  yield* sharedPlans(site, gathered);
  for (const tongue of site.tongues) yield* sitePlans({ site, tongue }, gathered);
}

type DigestOf = (value: unknown) => string;

function digester(sha256: BuildOptions["sha256"], basis: string): DigestOf {
  const encoder = new TextEncoder();
  return (value) => sha256(encoder.encode(basis + JSON.stringify(value)));
}

function* allFeeds(site: Site): Generator<FeedPlan> {
  for (const tongue of site.tongues) yield* feedPlans({ site, tongue });
}

interface Writer {
  (plan: PagePlan): LibraryFile;
  /** Null for one that must be made. */
  keep(plan: Pick<PagePlan, "path" | "from">): LibraryFile | null;
}

function writer({ before, gzipSize, onProblem }: BuildOptions, digestOf: DigestOf): Writer {
  const encoder = new TextEncoder();
  const known = (path: string, from: unknown): { readonly madeFrom: string; readonly isKept: boolean } => {
    const madeFrom = digestOf([path, from]);
    return { madeFrom, isKept: before?.files.get(path) === madeFrom };
  };
  const write = ({ path, from, make }: PagePlan): LibraryFile => {
    const { madeFrom, isKept } = known(path, from);
    if (isKept) return { path, madeFrom, unchanged: true };
    const bytes = encoder.encode(make());
    const over = gzipSize === undefined ? null : overBudget({ path, bytes }, gzipSize);
    if (over !== null) onProblem({ code: "over-budget", where: path, detail: String(over.bytes) });
    return { path, madeFrom, bytes };
  };
  return Object.assign(write, {
    keep: ({ path, from }: Pick<PagePlan, "path" | "from">): LibraryFile | null => {
      const { madeFrom, isKept } = known(path, from);
      return isKept ? { path, madeFrom, unchanged: true as const } : null;
    },
  });
}

interface LaterReading {
  readonly write: Writer;
  readonly digestOf: DigestOf;
  readonly signal: AbortSignal | undefined;
  /** Those whose texts are kept while the items go by. */
  readonly feeds: readonly FeedPlan[];
}

async function* itemFiles(
  { items }: LibraryInput,
  site: Site,
  { write, digestOf, signal, feeds }: LaterReading,
): AsyncGenerator<LibraryFile> {
  let count = 0;
  const held = feedTexts(feeds);
  for await (const { item, texts } of readAgain(items)) {
    signal?.throwIfAborted();
    const digest = checkedDigest(site, item, digestOf);
    count += 1;
    held.add(item);
    for (const tongue of site.tongues)
      for (const plan of itemPages({ site, tongue }, item, digest)) yield write(plan);
    for (const { path, text } of texts) yield write({ path, from: digest, make: () => text });
  }
  if (count !== site.cards.length) throw itemsChanged();
  for (const feed of feeds) yield write({ ...feed, make: () => feed.make(held.items) });
}

/** Of a library whose texts have no room in memory together: read once more for these. */
async function* feedFiles(
  { items }: LibraryInput,
  site: Site,
  { write, digestOf, signal, feeds }: LaterReading,
): AsyncGenerator<LibraryFile> {
  const held = feedTexts(feeds);
  for await (const { item } of readAgain(items)) {
    signal?.throwIfAborted();
    if (!held.wants(item)) continue;
    checkedDigest(site, item, digestOf);
    held.add(item);
  }
  for (const feed of feeds) yield write({ ...feed, make: () => feed.make(held.items) });
}

function checkedDigest(site: Site, item: TakenItem, digestOf: DigestOf): string {
  const digest = digestOf(item);
  if (site.cards[site.placeOf.get(item.slug) ?? -1]?.digest !== digest) throw itemsChanged();
  return digest;
}

function itemsChanged(): LibraryError {
  return new LibraryError(
    "library.items-changed",
    "Cannot build library: items were others when they were read again",
  );
}

function checkHead({ locales, address, onion }: LibraryHead): void {
  if (locales.length === 0 || new Set(locales).size < locales.length)
    throw badHead("languages of the interface are none, or one stands twice");
  for (const each of [address, onion]) checkAddress(each);
}

function tonguesOf(
  input: Pick<LibraryInput, "head" | "labels">,
  translators: BuildOptions["translators"],
): Site["tongues"] {
  return input.head.locales.map((locale) => {
    const words = translators.get(locale);
    if (words === undefined || !/^[A-Za-z0-9-]+$/.test(locale)) throw badHead(`no translator for ${locale}`);
    return createTongue(words, input);
  });
}

function checkAddress(address: LibraryHead["address"]): void {
  if (address === null) return;
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isWeb || !address.endsWith("/") || new URL(address).username !== "")
    throw badHead("an address is not of the web, or has no slash at its end");
}

function badHead(what: string): LibraryError {
  return new LibraryError("library.head", `Cannot build library: ${what}`);
}
