// The door of the screen: the guides of the manual as data, for the journeys that walk them and the command
// line that prints them. The screen itself is built.
export { nameIn, sentenceOf, type Act, type Guide, type Name, type Step } from "./manual/guide.ts";
export { guides } from "./manual/guides.ts";
export { picturedLocales, pictureFileName, pictureSize } from "./manual/picture-file.ts";
