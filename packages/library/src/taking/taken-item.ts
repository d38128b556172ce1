// An item after it was looked through: what a page may show of it as it stands, with addresses that lead only where they say.
import type { FacetName, LibraryItem, LibraryPicture } from "../library-input.ts";

/** A facet of the pages: those of the input, and two that every item has. */
export type Facet = FacetName | "kind" | "language";

export const facets: readonly Facet[] = [
  "country",
  "theme",
  "commitment",
  "act",
  "technology",
  "kind",
  "language",
  "year",
];

export interface TakenEdition {
  readonly lang: string;
  readonly isOriginal: boolean;
  readonly translatedBy: "person" | "machine" | null;
  readonly title: string;
  readonly excerpt: string;
  /** The whole of it, however long. */
  readonly body: string;
  /** The body in parts that a page has room for; none where there is no body. */
  readonly parts: readonly string[];
  /** Where there is more than one part: the file that has the whole, and its bytes. */
  readonly whole: { readonly path: string; readonly bytes: number } | null;
}

export interface TakenItem extends Omit<LibraryItem, "editions" | "facets" | "address" | "pictures"> {
  readonly editions: readonly TakenEdition[];
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** `href` is null for an address that is shown and not followed. */
  readonly address: { readonly shown: string; readonly href: string | null } | null;
  readonly pictures: readonly LibraryPicture[];
  /** Milliseconds since 1970 of the earliest day that the date can mean; null without a date. */
  readonly at: number | null;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Taken {
  readonly item: TakenItem;
  readonly texts: readonly TextFile[];
}
