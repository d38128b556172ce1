// What can be wrong with a catalogue, as data: a test fails with this list, and a translator reads it.
import { parseMessage, validate, type Model } from "messageformat";
import { sourceLocale, type Catalogue } from "./catalogue.ts";
import { messageFunctionNames } from "./functions.ts";
import { hasTypographyOf } from "./typography.ts";

export type CatalogueProblemKind =
  | "missing"
  | "unknown-key"
  | "empty"
  | "untranslated"
  | "typography"
  | "syntax"
  | "variables"
  | "unknown-function"
  | "plural-category";

export interface CatalogueProblem {
  readonly key: string;
  readonly problem: CatalogueProblemKind;
  readonly detail?: string;
}

export interface CheckedCatalogue {
  readonly locale: string;
  readonly catalogue: Catalogue;
}

/** Keys of `source` that `catalogue` lacks, sorted. */
export function listMissing(source: Catalogue, catalogue: Catalogue): readonly string[] {
  return Object.keys(source)
    .filter((key) => !Object.hasOwn(catalogue, key))
    .sort();
}

/** Everything that is wrong with a catalogue: held against the source locale's, message by message. */
export function checkCatalogue(checked: CheckedCatalogue, source: Catalogue): readonly CatalogueProblem[] {
  const missing = listMissing(source, checked.catalogue).map((key) => ({ key, problem: "missing" as const }));
  const messages = Object.entries(checked.catalogue).flatMap(([key, message]) => {
    const original = Object.hasOwn(source, key) ? source[key] : undefined;
    if (original === undefined) return [{ key, problem: "unknown-key" as const }];
    return checkMessage(checked.locale, { key, message, original });
  });
  return [...missing, ...messages];
}

interface MessagePair {
  readonly key: string;
  readonly message: string;
  readonly original: string;
}

function checkMessage(locale: string, { key, message, original }: MessagePair): readonly CatalogueProblem[] {
  if (message.trim() === "") return [{ key, problem: "empty" }];
  if (isUntranslated(locale, message, original)) return [{ key, problem: "untranslated" }];
  if (!hasTypographyOf(locale, message)) return [{ key, problem: "typography", detail: message }];
  let model: Model.Message;
  let used: { readonly functions: ReadonlySet<string>; readonly variables: ReadonlySet<string> };
  try {
    model = parseMessage(message);
    used = validate(model);
  } catch (cause) {
    return [{ key, problem: "syntax", detail: cause instanceof Error ? cause.message : String(cause) }];
  }
  const problems: CatalogueProblem[] = [...missingCategories(locale, key, model)];
  for (const name of used.functions)
    if (!messageFunctionNames.includes(name))
      problems.push({ key, problem: "unknown-function", detail: name });
  const expected = variablesOf(original);
  const found = [...used.variables].sort().join(" ");
  if (expected !== undefined && expected !== found)
    problems.push({ key, problem: "variables", detail: `has "${found}", expected "${expected}"` });
  return problems;
}

/** Whether the words are still the source's. Names, formats and single words can be the same in two languages. */
function isUntranslated(locale: string, message: string, original: string): boolean {
  // A plural left in English is found too: it lacks the plural categories of the language.
  if (locale === sourceLocale || message !== original || message.startsWith(".")) return false;
  return (message.replace(/\{[^{}]*\}/g, "").match(/\p{L}{2,}/gu) ?? []).length > 3;
}

/** Names of the values that a message takes, or undefined where it does not parse (which is its own problem). */
function variablesOf(message: string): string | undefined {
  try {
    return [...validate(parseMessage(message)).variables].sort().join(" ");
  } catch {
    return undefined;
  }
}

function missingCategories(locale: string, key: string, model: Model.Message): readonly CatalogueProblem[] {
  if (model.type !== "select") return [];
  return model.selectors.flatMap((selector, position) => {
    const options = numberOptions(model, selector.name);
    if (options === undefined) return [];
    const keys = model.variants.map((variant) => variant.keys[position]?.value);
    const categories = new Intl.PluralRules(locale, options).resolvedOptions().pluralCategories;
    return categories
      .filter((category) => category !== "other" && !keys.includes(category))
      .map((category) => ({ key, problem: "plural-category" as const, detail: category }));
  });
}

/** How a selector chooses among plural categories, or undefined where it does not. */
function numberOptions(model: Model.SelectMessage, name: string): Intl.PluralRulesOptions | undefined {
  const call = model.declarations.find((declaration) => declaration.name === name)?.value.functionRef;
  if (call?.name !== "number" && call?.name !== "integer") return undefined;
  const option = call.options?.["select"];
  const select = option?.type === "literal" ? option.value : undefined;
  return select === "exact" ? undefined : { type: select === "ordinal" ? "ordinal" : "cardinal" };
}
