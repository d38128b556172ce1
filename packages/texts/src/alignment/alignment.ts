// What a proposal says: which paragraphs of two drafts belong together.

export interface ParagraphLink {
  /** Places in the older text, ascending; more than one where paragraphs were put together. */
  readonly before: readonly number[];
  /** Places in the newer text, ascending; more than one where a paragraph was parted. */
  readonly after: readonly number[];
  /** 0 to 1: how like they are, of the least like where there are several. No probability. */
  readonly score: number;
  /** Whether it left the order that the others kept. */
  readonly moved: boolean;
}

export interface Alignment {
  /** By their place in the newer text. */
  readonly links: readonly ParagraphLink[];
  /** Places that have no counterpart. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** A paragraph as alignment sees it. */
export interface AlignedText {
  /** Without its label. */
  readonly text: string;
  /** As it is cited; between equals it decides. */
  readonly label: string | null;
}
