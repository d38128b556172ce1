// Characters that are not seen but change what is read: direction overrides, zero-width and tag characters. A name with
// one of them can look like another name. Unicode Standard Annex 9 and Technical Report 36.

/** Controls of direction, zero-width spaces and joiners outside the scripts that write with them, tags, soft hyphens. */
const always =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** Persian, Urdu, Kurdish and the scripts of India write with joiners; between other letters nobody does. */
const joiners =
  /(?<![\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Syrc}\p{sc=Mong}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;

/** `U+202E`, each once, in the order in which they stand. */
export function hiddenCharacters(text: string): readonly string[] {
  const found = [...text.matchAll(always), ...text.matchAll(joiners)].sort((a, b) => a.index - b.index);
  const names = found.map(
    ([character]) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return [...new Set(names)];
}

/** The text without them: what is left reads as it looks. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(always, "").replace(joiners, "");
}
