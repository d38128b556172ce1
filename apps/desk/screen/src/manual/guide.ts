// A guide of the manual is data: what is done, step by step, and what is then seen. Its sentences are made from the acts,
// with the words of the screen itself, so that no guide can name a button that does not exist. Tests walk every guide.
import type { Translator } from "@tocsin/language";

/** Words of the catalogue by their key, or something that is the same in every language. */
export type Name =
  | string
  | { readonly key: string; readonly values: Readonly<Record<string, Name>> }
  | { readonly said: string };

/** One thing that a person does, or sees. */
export type Act =
  | { readonly do: "go"; readonly to: Name }
  | { readonly do: "follow"; readonly link: Name }
  | { readonly do: "press"; readonly button: Name }
  | { readonly do: "write"; readonly field: Name; readonly text: Name }
  | { readonly do: "write-passphrase"; readonly field: Name }
  | { readonly do: "write-asked-words"; readonly field: Name }
  | { readonly do: "write-all-words"; readonly field: Name }
  | { readonly do: "choose"; readonly field: Name; readonly term: Name }
  | { readonly do: "answer"; readonly question: Name; readonly answer: Name }
  /** From the question that is shown to the last one: chooses a level, writes into a field, and presses a button. */
  | {
      readonly do: "rate";
      readonly level: Name;
      readonly field: Name;
      readonly text: Name;
      readonly button: Name;
    }
  | { readonly do: "tick"; readonly box: Name }
  | { readonly do: "unfold"; readonly part: Name }
  | { readonly do: "hand-over"; readonly button: Name; readonly file: string }
  | { readonly do: "pick"; readonly what: Name; readonly folder: readonly string[] }
  | { readonly do: "find"; readonly words: Name; readonly found: Name }
  | { readonly do: "press-escape" }
  /** A whole text, and not a part of one; after a press, a link or a file it is one that was not there before. */
  | { readonly do: "see"; readonly text: Name };

export type Step = Act & {
  /** Why, or what to mind: the last part of the key `manual.<guide>.<note>`. */
  readonly note?: string;
  /**
   * What the screen looks like once it is done: the last part of the file's name, and of the key
   * `manual.<guide>.picture.<picture>`, which says it in words. `npm run manual-pictures` takes it.
   */
  readonly picture?: string;
};

export interface Guide {
  readonly name: string;
  /** Beginnings of the addresses whose screens it helps with. */
  readonly screens: readonly string[];
  readonly steps: readonly Step[];
}

/** Parts of a step that its sentence does not say. */
const apart: readonly string[] = ["do", "note", "file", "picture"];

/** What a step tells to do, in one sentence. */
export function sentenceOf({ t }: Translator, step: Act): string {
  const names = Object.entries(step).flatMap(([part, name]) =>
    apart.includes(part) ? [] : [[part, nameIn(t, name)] as const],
  );
  const always = { road: t("desk.nav.label"), take: t("desk.picker.this-folder") };
  return t(`manual.act.${step.do}`, { ...always, ...Object.fromEntries(names) });
}

/** A name as the screen shows it. */
export function nameIn(t: Translator["t"], name: Name | readonly string[]): string {
  if (typeof name === "string") return t(name);
  if ("said" in name) return name.said;
  if (!("key" in name)) return name.join(" / ");
  const values = Object.entries(name.values).map(([value, each]) => [value, nameIn(t, each)]);
  return t(name.key, Object.fromEntries(values));
}

/** Guides for the screen of an address: those that name most of it stand first. */
export function guidesFor(guides: readonly Guide[], route: readonly string[]): readonly Guide[] {
  const address = route.join("/");
  const fit = ({ screens }: Guide): number =>
    Math.max(
      -1,
      ...screens
        .filter((screen) => screen === address || (screen !== "" && `${address}/`.startsWith(`${screen}/`)))
        .map(({ length }) => length),
    );
  return guides.filter((guide) => fit(guide) >= 0).sort((one, other) => fit(other) - fit(one));
}
