// In which language the command line speaks: what is asked for, else what the computer is set to, else English.
import type { Translator } from "@tocsin/language";

type Environment = Readonly<Record<string, string | undefined>>;

/** Catalogues and their reader are the largest part of a start, so that they are a bundle of their own. */
export async function loadTranslator(args: readonly string[], environment: Environment): Promise<Translator> {
  const { createTranslator, loadCatalogues, negotiateLocale, shippedLocales } =
    await import("@tocsin/language");
  const locale = negotiateLocale(languagesWanted(args, environment), shippedLocales);
  // Isolates are for screens: terminals show them as boxes, and scripts stumble over them.
  return createTranslator(locale, await loadCatalogues(locale), { isolate: false });
}

/** Tags from the most to the least wanted. */
export function languagesWanted(args: readonly string[], environment: Environment): readonly string[] {
  const set = ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name]).find(Boolean);
  return [languageArgument(args), set === undefined ? undefined : tagOf(set)].flatMap((tag) => tag ?? []);
}

function languageArgument(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const arg = args[at];
  return arg === "--lang" ? args[at + 1] : arg?.slice("--lang=".length);
}

/** `ar_EG.UTF-8@calendar` to `ar-EG`; what is no tag is passed over by whoever negotiates. */
function tagOf(setting: string): string {
  return (setting.split(/[.@]/)[0] ?? "").replaceAll("_", "-");
}
