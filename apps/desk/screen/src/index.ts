// The door of the screen: the guides of the manual as data, for the journeys that walk them. The screen itself is built.
export { nameIn, type Act, type Guide, type Name, type Step } from "./manual/guide.ts";
export { guides } from "./manual/guides.ts";
