// What a public library is made from: plain data that has been released already. Whoever fills this answers for it: the
// pages show everything that stands here, and look nothing up.

export interface LibraryInput {
  readonly head: LibraryHead;
  /**
   * In any order; the slugs are all different. Read twice or more, from the beginning each time and with the same outcome: first
   * for what lists show, then page by page; 10,000 of them are never held at a time. So it is no generator but something
   * that makes one: `{ [Symbol.asyncIterator]: () => readItems() }`.
   */
  readonly items: AsyncIterable<LibraryItem>;
  readonly tables: readonly LibraryTable[];
  /** Names of codes that the catalogues of the program don't have: an organisation's own terms and commitments. */
  readonly labels?: Readonly<Partial<Record<FacetName, Readonly<Record<string, readonly LibraryText[]>>>>>;
}

export interface LibraryHead {
  /** In as many languages as somebody wrote them. */
  readonly title: readonly LibraryText[];
  readonly about: readonly LibraryText[];
  /** Who publishes. */
  readonly publisher: string;
  /** Languages of the interface; the first is the one of the start page. */
  readonly locales: readonly string[];
  /** For a language of the interface, others that its readers mostly read too, the nearest first. */
  readonly relatives?: Readonly<Record<string, readonly string[]>>;
  /** When the release was approved: ISO 8601 in UTC. The only time in the pages, so that the same input gives the same bytes. */
  readonly made: string;
  /** Where the library is meant to lie, with a slash at the end; null where it has no address. No page needs it. */
  readonly address: string | null;
  /** The same as a service of Tor. */
  readonly onion: string | null;
  readonly mirrors: readonly string[];
  /** The release by which it left, and its hash where it has one. */
  readonly release: { readonly id: string; readonly sha256: string | null };
}

export interface LibraryText {
  readonly text: string;
  /** BCP 47; `und` where nobody said. */
  readonly lang: string;
}

export const itemKinds = [
  "article",
  "report",
  "law",
  "judgment",
  "letter",
  "resolution",
  "statement",
  "dataset",
  "case",
  "measure",
  "proceeding",
  "commitment",
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface LibraryItem {
  /** Lower-case letters, digits and hyphens: the item's address for good. */
  readonly slug: string;
  readonly kind: ItemKind;
  /** One a language, at least one. */
  readonly editions: readonly ItemEdition[];
  readonly authors: readonly string[];
  /** EDTF; null where it is not known. */
  readonly dated: string | null;
  /** Whoever brought it out. */
  readonly source: LibraryText | null;
  /** Where the original lies. */
  readonly address: string | null;
  /** What was kept of the original. */
  readonly copy: ArchivedCopy | null;
  /** What it can be found by: codes of vocabularies, of countries ISO 3166-1 alpha-2, of commitments their ids. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Slugs of items that belong to it. One that is not in the library is left out. */
  readonly related: readonly string[];
  readonly pictures: readonly LibraryPicture[];
  /** Newest change of what is shown: ISO 8601 in UTC. */
  readonly changed: string;
  /** Corrections, the newest first. */
  readonly corrections: readonly ItemCorrection[];
  /** Withdrawn: the page stays, says so and why, and shows nothing else. */
  readonly withdrawn: { readonly when: string; readonly reason: LibraryText | null } | null;
  readonly licence: string | null;
}

export const facetNames = ["country", "theme", "commitment", "act", "technology", "year"] as const;
export type FacetName = (typeof facetNames)[number];

export interface ItemEdition {
  readonly lang: string;
  readonly isOriginal: boolean;
  readonly translatedBy: "person" | "machine" | null;
  readonly title: string;
  /** Our own summary, or an excerpt that may be quoted. */
  readonly excerpt: string;
  /** Text of the item itself, where it may be shown: paragraphs, apart from each other by an empty line. */
  readonly body: string;
}

/** That something changed after it was published, and of what; never what stood there before. */
export interface ItemCorrection {
  /** ISO 8601 in UTC: when the release was approved that changed it. */
  readonly when: string;
  /** `changed` where nobody says. Messages `library.change.<change>`. */
  readonly change?: "changed" | "removed" | "again";
  /** Messages `library.part-of.<part>`; none where it is not known. */
  readonly parts?: readonly string[];
  /** What the editor says of it. */
  readonly text: LibraryText | null;
}

export interface ArchivedCopy {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Name of the file in the library's `files` folder; null for a copy that is kept and not given out. */
  readonly file: string | null;
  /** Parts of it were covered before it left: its hash is not that of the original. */
  readonly isRedacted?: boolean;
}

/** Shown on request, with its size. Its metadata is gone before it comes here. */
export interface LibraryPicture {
  readonly file: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly alt: readonly LibraryText[];
}

/** Released numbers: rows by columns. Comes out as a table, a picture, CSV and JSON, each at its own address. */
export interface LibraryTable {
  readonly slug: string;
  readonly title: readonly LibraryText[];
  /** What was counted, and by which rule. */
  readonly notes: readonly (readonly LibraryText[])[];
  readonly rows: FacetName | "quarter";
  readonly columns: FacetName | "quarter" | "verification";
  readonly rowCodes: readonly string[];
  readonly columnCodes: readonly string[];
  /** One row each; null where a number is hidden because it is small, `undefined` is not used. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly source: string;
}
