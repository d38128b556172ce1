// The questionnaires that come with the program, checked as anybody's; read only when somebody asks for one.
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import type { Questionnaire } from "./questionnaire.ts";

/** One for each purpose, in the order of the purposes. */
export const builtInQuestionnaires = [
  "defenders-and-technology",
  "attack-report",
  "organisation-sign-on",
] as const;
export type BuiltInQuestionnaire = (typeof builtInQuestionnaires)[number];

/** Null where none has this name. */
export async function loadBuiltInQuestionnaire(name: string): Promise<Questionnaire | null> {
  const found = builtInQuestionnaires.find((each) => each === name);
  return found === undefined ? null : parseQuestionnaire(await dataOf(found)).questionnaire;
}

async function dataOf(name: BuiltInQuestionnaire): Promise<unknown> {
  switch (name) {
    case "defenders-and-technology":
      return (await import("./built-in/defenders-and-technology.json", { with: { type: "json" } })).default;
    case "attack-report":
      return (await import("./built-in/attack-report.json", { with: { type: "json" } })).default;
    case "organisation-sign-on":
      return (await import("./built-in/organisation-sign-on.json", { with: { type: "json" } })).default;
  }
}
