export { composeLetter } from "./compose-letter.ts";
export * from "./letter-input.ts";
export * from "./publish-letter.ts";
