// The door: a library goes in as plain data, its files come out one after the other. Items are read twice: first for what
// lists show, then page by page.
import { loadCatalogues, type Translator } from "@tocsin/language";
import { overBudget } from "./budgets.ts";
import { LibraryError } from "./errors.ts";
import { gather, readAgain, type Gathered } from "./gather.ts";
import type { LibraryFile, LibraryProblem, PriorBuild } from "./library-file.ts";
import type { LibraryHead, LibraryInput } from "./library-input.ts";
import type { PagePlan } from "./page-plan.ts";
import { itemPages } from "./pages/item-page.ts";
import { createSite, type Site } from "./site.ts";
import { sharedPlans, sitePlans } from "./site-plans.ts";
import { isSlug } from "./taking/safe-address.ts";
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
const layout = 2;

/**
 * Every file of the library, in bounded memory. The same input gives the same bytes. What was left out or made harmless
 * goes to `onProblem`; throws `library.head` and `library.items-changed`.
 */
export async function* buildLibrary(input: LibraryInput, options: BuildOptions): AsyncGenerator<LibraryFile> {
  const tongues = tonguesOf(input, options.translators);
  const catalogues = await Promise.all(input.head.locales.map((locale) => loadCatalogues(locale)));
  const { head, tables, labels } = input;
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
  yield* itemFiles(input, site, { write, digestOf, signal });
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

type Write = (plan: PagePlan) => LibraryFile;

function writer({ before, gzipSize, onProblem }: BuildOptions, digestOf: DigestOf): Write {
  const encoder = new TextEncoder();
  return ({ path, from, make }) => {
    const madeFrom = digestOf([path, from]);
    if (before?.files.get(path) === madeFrom) return { path, madeFrom, unchanged: true };
    const bytes = encoder.encode(make());
    const over = gzipSize === undefined ? null : overBudget({ path, bytes }, gzipSize);
    if (over !== null) onProblem({ code: "over-budget", where: path, detail: String(over.bytes) });
    return { path, madeFrom, bytes };
  };
}

interface SecondReading {
  readonly write: Write;
  readonly digestOf: DigestOf;
  readonly signal: AbortSignal | undefined;
}

async function* itemFiles(
  { items }: LibraryInput,
  site: Site,
  { write, digestOf, signal }: SecondReading,
): AsyncGenerator<LibraryFile> {
  let count = 0;
  for await (const { item, texts } of readAgain(items)) {
    signal?.throwIfAborted();
    const digest = digestOf(item);
    if (site.cards[site.placeOf.get(item.slug) ?? -1]?.digest !== digest) throw itemsChanged();
    count += 1;
    for (const tongue of site.tongues)
      for (const plan of itemPages({ site, tongue }, item, digest)) yield write(plan);
    for (const { path, text } of texts) yield write({ path, from: digest, make: () => text });
  }
  if (count !== site.cards.length) throw itemsChanged();
}

function itemsChanged(): LibraryError {
  return new LibraryError(
    "library.items-changed",
    "Cannot build library: items were others when they were read again",
  );
}

function tonguesOf(input: LibraryInput, translators: BuildOptions["translators"]): Site["tongues"] {
  const { locales } = input.head;
  if (locales.length === 0 || new Set(locales).size < locales.length)
    throw badHead("languages of the interface are none, or one stands twice");
  for (const address of [input.head.address, input.head.onion]) checkAddress(address);
  return locales.map((locale) => {
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
