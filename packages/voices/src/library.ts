// The questionnaires that come with the program, checked as anybody's; read only when somebody asks for one.
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import type { Questionnaire } from "./questionnaire.ts";

export const builtInQuestionnaires = ["defenders-and-technology"] as const;

/** Null where none has this name. */
export async function loadBuiltInQuestionnaire(name: string): Promise<Questionnaire | null> {
  if (!builtInQuestionnaires.some((each) => each === name)) return null;
  const { default: data } = await import("./built-in/defenders-and-technology.json", {
    with: { type: "json" },
  });
  return parseQuestionnaire(data).questionnaire;
}
