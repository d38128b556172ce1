// What a whole made-up document is written from.

export interface WholeTexts {
  /** By name of the template. */
  readonly title: Readonly<Record<string, string>>;
  readonly organisation: string;
  readonly addressee: string;
  /** A line with names in six scripts; stands where a paragraph is `@names`. */
  readonly names: string;
  /** By name of the part: paragraphs; `[^31]` is a note about finding 31 of the case. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}
