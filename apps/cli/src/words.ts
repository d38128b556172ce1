// In which language the command line speaks: what is asked for, else what the computer is set to, else English.
import type { Translator } from "@tocsin/language";
import englishWords from "@tocsin/language/messages/en/cli.json" with { type: "json" };

type Environment = Readonly<Record<string, string | undefined>>;

/** A text of help, as it stands: these take no values. */
export type HelpWords = (key: keyof typeof englishWords) => string;

/**
 * The words of help alone. Catalogues and their reader take longer to load than Node takes to start, so that help does
 * not wait for them.
 */
export async function loadHelpWords(args: readonly string[], environment: Environment): Promise<HelpWords> {
  const [language] = languagesWanted(args, environment)[0]?.toLowerCase().split("-") ?? [];
  const words = await helpWordsOf(language);
  return (key) => words[key];
}

async function helpWordsOf(language: string | undefined): Promise<typeof englishWords> {
  switch (language) {
    case "ar":
      return (await import("@tocsin/language/messages/ar/cli.json", { with: { type: "json" } })).default;
    case "es":
      return (await import("@tocsin/language/messages/es/cli.json", { with: { type: "json" } })).default;
    case "fr":
      return (await import("@tocsin/language/messages/fr/cli.json", { with: { type: "json" } })).default;
    default:
      return englishWords;
  }
}

/** Everything that can be said. A language that is only begun would mix with English line by line: it is for the desk. */
export async function loadTranslator(args: readonly string[], environment: Environment): Promise<Translator> {
  const { createTranslator, loadCatalogues, negotiateLocale, wholeLocales } =
    await import("@tocsin/language");
  const locale = negotiateLocale(languagesWanted(args, environment), wholeLocales);
  // Isolates are for screens: terminals show them as boxes, and scripts stumble over them.
  return createTranslator(locale, await loadCatalogues(locale), { isolate: false });
}

/** Tags from the most to the least wanted. */
function languagesWanted(args: readonly string[], environment: Environment): readonly string[] {
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
