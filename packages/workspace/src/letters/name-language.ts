// The language of a name from a table of one language: where it is written in another script, nobody said which language it is,
// and the tag says the script alone, so that it is drawn in its own direction and with its own letters.

const scripts: readonly (readonly [code: string, pattern: RegExp])[] = [
  ["Latn", /\p{Script=Latin}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Grek", /\p{Script=Greek}/u],
  ["Hang", /\p{Script=Hangul}/u],
  ["Hani", /\p{Script=Han}/u],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Beng", /\p{Script=Bengali}/u],
  ["Taml", /\p{Script=Tamil}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Mymr", /\p{Script=Myanmar}/u],
  ["Ethi", /\p{Script=Ethiopic}/u],
  ["Geor", /\p{Script=Georgian}/u],
  ["Armn", /\p{Script=Armenian}/u],
];

/** Scripts that are made of several. */
const made: Readonly<Record<string, readonly string[]>> = {
  Kore: ["Hang", "Hani"],
  Jpan: ["Kana", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

/** `language`: BCP 47, of the table. By the first letter whose script is known. */
export function languageOfName(text: string, language: string): string {
  const own = scriptOf(language);
  const first = [...text].map(writtenIn).find((code) => code !== undefined);
  if (own === undefined || first === undefined) return language;
  return (made[own] ?? [own]).includes(first) ? language : `und-${first}`;
}

function writtenIn(letter: string): string | undefined {
  return scripts.find(([, pattern]) => pattern.test(letter))?.[0];
}

function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}
