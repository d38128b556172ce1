// What kinds, vocabularies and commands there are: screens are drawn from these.
import type { Field, Form, ListView } from "@tocsin/records";

export interface Definitions {
  readonly kinds: readonly KnownKind[];
  readonly vocabularies: Readonly<
    Record<
      string,
      { readonly open: boolean; readonly byLabel?: boolean; readonly terms: readonly VocabularyTerm[] }
    >
  >;
  readonly commands: readonly KnownCommand[];
}

export interface KnownKind {
  readonly form: Form;
  readonly view: ListView;
  /** Labels of a kind that the catalogues do not know: locale to key to text. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface VocabularyTerm {
  readonly code: string;
  readonly label?: string;
  readonly engages?: readonly string[];
  readonly ask?: readonly string[];
  /** More words by which it is looked for; not shown. */
  readonly also?: string;
}

export interface KnownCommand {
  readonly name: string;
  readonly input: Readonly<Record<string, Field>>;
}
