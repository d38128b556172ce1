// A kind of record is one definition. Checking, storing, indexing, forms, views, releases follow from it.
import { RecordsError } from "./errors.ts";
import type { Field, FieldValues } from "./fields.ts";

export type Fields = Readonly<Record<string, Field>>;

export type Stretch =
  "evidence" | "findings" | "cases" | "commitments" | "outputs" | "record" | "voices" | "hidden";

export interface KindOptions<Names extends string> {
  /** The field by which people know a record of this kind. */
  readonly label: Names;
  /** Stretch of the road, the record, or the room of texts and voices, where its list stands; "hidden" for none. */
  readonly stretch?: Stretch;
  /** Labels of a kind that the catalogues do not know: locale to key to text (`kind.title`, `kind.title.one`). */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Kind<F extends Fields = Fields> {
  readonly name: string;
  readonly version: number;
  readonly fields: F;
  readonly options: KindOptions<string>;
}

type ValueOf<F extends Field> = FieldValues[F["type"]];

/** What a record of a kind holds: every field can be absent, because a record grows. */
export type RecordOf<K extends Kind> = {
  readonly [Name in keyof K["fields"]]?: ValueOf<K["fields"][Name]>;
};

const namePattern = /^[a-z][A-Za-z0-9]{0,39}$/;

/** A name that files, addresses and catalogues can carry, and that no object has by itself (`constructor`). */
export function isName(name: string): boolean {
  return namePattern.test(name) && !(name in Object.prototype);
}

/** Throws `records.bad-definition` on names that are none, and without the field of its label. */
export function kind<const F extends Fields>(
  name: string,
  version: number,
  fields: F,
  options: KindOptions<keyof F & string>,
): Kind<F> {
  for (const each of [name, ...Object.keys(fields)])
    if (!isName(each))
      throw new RecordsError("records.bad-definition", `Cannot define kind: bad name "${each}"`);
  if (!Object.hasOwn(fields, options.label))
    throw new RecordsError("records.bad-definition", `Cannot define kind "${name}": no label field`);
  return { name, version, fields, options };
}
