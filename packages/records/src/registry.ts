// All kinds and vocabularies that a program knows, put together once at its start and handed down.
import { RecordsError } from "./errors.ts";
import type { CodeCheck } from "./field-values.ts";
import type { Kind } from "./kind.ts";
import { isLocalCodeOf } from "./local-terms.ts";
import { termOf, type Vocabulary } from "./vocabulary.ts";

export interface Registry {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly isCode: CodeCheck;
  /** A code that says no more than its vocabulary does: where anybody may add words, a word can be a name. */
  readonly isTerm: CodeCheck;
}

/** Throws `records.bad-definition` on doubles, and on fields that lead to nothing. */
export function createRegistry(kinds: readonly Kind[], vocabularies: readonly Vocabulary[]): Registry {
  const registry = {
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    vocabularies: new Map(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary])),
  };
  if (registry.kinds.size < kinds.length || registry.vocabularies.size < vocabularies.length)
    throw new RecordsError("records.bad-definition", "Cannot make registry: a name is used twice");
  for (const kind of kinds)
    for (const [name, field] of Object.entries(kind.fields)) {
      const lost =
        (field.to !== undefined && field.to !== "any" && !registry.kinds.has(field.to)) ||
        (field.vocabulary !== undefined && !registry.vocabularies.has(field.vocabulary));
      if (lost)
        throw new RecordsError(
          "records.bad-definition",
          `Cannot make registry: ${kind.name}.${name} leads to nothing known`,
        );
    }
  return {
    ...registry,
    isCode: (name, code) => isKnownCode(registry.vocabularies.get(name), code),
    isTerm: (name, code) => isListedCode(registry.vocabularies.get(name), code),
  };
}

/** Throws `records.unknown-kind`. */
export function kindOf(registry: Registry, name: string): Kind {
  const kind = registry.kinds.get(name);
  if (!kind)
    throw new RecordsError("records.unknown-kind", `Cannot find kind: "${name}" is not known`, {
      details: { kind: name },
    });
  return kind;
}

function isKnownCode(vocabulary: Vocabulary | undefined, code: string): boolean {
  return vocabulary?.open === true || isListed(vocabulary, code);
}

function isListedCode(vocabulary: Vocabulary | undefined, code: string): boolean {
  return isListed(vocabulary, code) || (vocabulary?.open === true && isShort(code));
}

function isListed(vocabulary: Vocabulary | undefined, code: string): boolean {
  if (vocabulary === undefined) return false;
  return termOf(vocabulary, code) !== undefined || isLocalCodeOf(vocabulary, code);
}

/** `XA`, `XKX`: codes that ISO 3166 leaves to its users. */
function isShort(code: string): boolean {
  return /^[A-Z]{2,3}$/.test(code);
}
