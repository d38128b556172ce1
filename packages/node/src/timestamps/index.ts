export { fetchAnswer, type FetchAnswerOptions, parseAuthority } from "./fetch-answer.ts";
