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

/**
 * What may not stand unseen in a text: overrides, embeddings and isolates (UAX 9), tags outside a flag, zero-width spaces
 * outside the scripts that break words with them, byte order marks, controls. Marks of direction and soft hyphens move
 * no letter and stay.
 */
const unseen =
  /[\u180e\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|(?<![\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}])\u200b|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu;

/** The text with each of them shown as `‹U+202E›`: it has no power, and nobody can miss it. For whatever leaves. */
export function withVisibleCharacters(text: string): string {
  return text.replace(unseen, visible).replace(joiners, visible);
}

function visible(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`;
}

/** The text without them: what is left reads as it looks. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(always, "").replace(joiners, "");
}
