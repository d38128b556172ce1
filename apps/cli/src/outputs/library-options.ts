// What `tocsin publish` is told of the library: who publishes it, in which languages, where it is meant to lie.
import type { LibraryText } from "@tocsin/library";
import { createTranslator, loadCatalogues, wholeLocales, type Translator } from "@tocsin/language";
import { parseId } from "@tocsin/core";
import { libraryAddress, titlesFor, type PlanLibraryOptions } from "@tocsin/workspace";
import { createFileLook } from "@tocsin/node";
import { createHash } from "node:crypto";
import { listOption, requiredOption, stringOption, usage, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";

/** Throws `cli.usage`. */
export async function libraryOptions(call: Call): Promise<PlanLibraryOptions> {
  const publisher = requiredOption(call, "organisation", "--organisation");
  const locales = localesOf(call);
  const translators = new Map(
    await Promise.all(
      locales.map(async (locale): Promise<readonly [string, Translator]> => [
        locale,
        createTranslator(locale, await loadCatalogues(locale), { isolate: false }),
      ]),
    ),
  );
  const threshold = thresholdOf(call);
  return {
    about: {
      title: titlesFor(textsOf(call, "title"), publisher, translators),
      about: textsOf(call, "about"),
      publisher,
      locales,
      address: addressOf(call, "address"),
      onion: addressOf(call, "onion"),
      mirrors: listOption(call, "mirror").map((each) => webAddress(each, "--mirror")),
    },
    translators,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    withNumbers: call.options["numbers"] !== false,
    again: listOption(call, "again").map((id) => parseId(id)),
    reasons: reasonsOf(call),
    ...filesOf(call),
    lookAtFile: createFileLook(workerOf(call)),
    signal: call.signal,
    onProgress: (state) =>
      call.progress.show({ ...state, unit: "steps", at: call.translator.t("cli.publish.reads") }),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

function localesOf(call: Call): readonly string[] {
  const typed = stringOption(call, "locales");
  const locales = typed === undefined ? wholeLocales : typed.split(",").map((each) => each.trim());
  const unknown = locales.find((locale) => !wholeLocales.includes(locale));
  if (unknown !== undefined || locales.length === 0)
    throw usage(`--locales takes some of ${wholeLocales.join(",")}`);
  return [...new Set(locales)];
}

function textsOf(call: Call, name: string): readonly LibraryText[] {
  const text = stringOption(call, name);
  return text === undefined || text.trim() === "" ? [] : [{ text, lang: textLanguageOf(call) }];
}

function reasonsOf(call: Call): NonNullable<PlanLibraryOptions["reasons"]> {
  const lang = textLanguageOf(call);
  return new Map(
    listOption(call, "reason").map((typed) => {
      const at = typed.indexOf("=");
      if (at < 0) throw usage("--reason takes the id of an item, =, and why it changed");
      return [parseId(typed.slice(0, at).trim()), { text: typed.slice(at + 1).trim(), lang }] as const;
    }),
  );
}

/** Those that are named and no others; without any, those that left with the last library. */
function filesOf(call: Call): Pick<PlanLibraryOptions, "files"> {
  if (call.options["files"] === false) return { files: [] };
  const named = listOption(call, "file");
  return named.length === 0 ? {} : { files: named.map((id) => parseId(id)) };
}

/** All workers lie beside one another. */
export function workerOf({ parts: { places } }: Call): { readonly worker?: URL } {
  return places.worker === undefined ? {} : { worker: new URL("./redact-picture-worker.mjs", places.worker) };
}

function addressOf(call: Call, name: string): string | null {
  const typed = stringOption(call, name);
  return typed === undefined ? null : webAddress(typed, `--${name}`);
}

function webAddress(typed: string, option: string): string {
  const address = libraryAddress(typed);
  if (address === null)
    throw usage(`${option} takes an address of the web, without a name or password in it`);
  return address;
}

function thresholdOf(call: Call): number | undefined {
  const typed = stringOption(call, "threshold");
  if (typed === undefined) return undefined;
  if (!/^\d{1,6}$/.test(typed)) throw usage("--threshold takes a whole number");
  return Number(typed);
}
