// The port through which documents become PDF. The source is ours; what people wrote travels beside it, as data.
import type { Json } from "@tocsin/core";

export interface TypesetDocument {
  /** Typst source of ours, a constant. It reads `/data.json`. Never holds a text of a person. */
  readonly template: string;
  /**
   * What the template shows. The adapter adds `missing`, the number of characters that its fonts cannot show and
   * that it replaced by their code (`⟨U+D55C⟩`), and `faces`, families of further scripts that it has, to ask last.
   */
  readonly data: { readonly [key: string]: Json };
  /** Seconds since 1970 UTC: the only time in the document. */
  readonly createdAt: number;
  /** By default PDF/UA-1: tagged, for everybody to read. PDF/A-2b is for archives. */
  readonly standard?: "ua-1" | "a-2b";
}

/** The same document gives the same bytes. Throws `publish.typesetter`. */
export interface Typesetter {
  typeset(document: TypesetDocument, signal?: AbortSignal): Promise<Uint8Array>;
}
