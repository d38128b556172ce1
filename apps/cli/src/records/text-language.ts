import { stringOption, type Call } from "../call.ts";

/** The language of what a person types: said, else that of the conversation if it was chosen, else nobody knows. */
export function textLanguageOf(call: Call): string {
  return stringOption(call, "textLang") ?? stringOption(call, "lang") ?? "und";
}
