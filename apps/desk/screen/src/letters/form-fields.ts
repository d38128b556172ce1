// Fields of the forms of letters: what a command takes, drawn as the kind draws it, to be filled in by a person.
import type { FormField } from "@tocsin/records";
import type { Definitions } from "../api/contract/definitions.ts";
import { commandFields } from "../records/command-form.tsx";

interface Wanted {
  readonly command: string;
  /** Whose labels its fields have. */
  readonly kind: string;
  /** Not asked here: what the form is about. */
  readonly without?: readonly string[];
  /** Name of a field to the key of its words, where the kind has none. */
  readonly labels?: Readonly<Record<string, string>>;
}

export function letterFields(definitions: Definitions, wanted: Wanted): readonly FormField[] {
  const { command, kind, without = [], labels = {} } = wanted;
  return commandFields(definitions, command, kind)
    .filter(({ name }) => !without.includes(name))
    .map(({ fixed: _fixed, ...field }) => ({ ...field, label: labels[field.name] ?? field.label }));
}
