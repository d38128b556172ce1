// What comes from evidence or from people may hold control characters that a terminal would obey.

/** C0 but line feed, C1, and the controls that turn the direction of text around. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What JSON leaves as it is and a terminal would obey. */
const obeyedInJson = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text in which nothing but line feeds has power over the terminal. */
export function showable(text: string): string {
  return text.replace(obeyed, (character) => `‹U+${hexOf(character, 4).toUpperCase()}›`);
}

/** As `showable`, in one line. */
export function showableLine(text: string): string {
  return showable(text).replaceAll("\n", " ");
}

/** JSON that means the same and can be shown on a terminal. */
export function showableJson(json: string): string {
  return json.replace(obeyedInJson, (character) => `\\u${hexOf(character, 4)}`);
}

function hexOf(character: string, length: number): string {
  return character.charCodeAt(0).toString(16).padStart(length, "0");
}
