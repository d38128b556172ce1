// Asking many people: where forms and what came back to them stand. Both come from the command line.
import type { Guide } from "../guide.ts";

export const askMany: Guide = {
  name: "ask-many",
  screens: [
    "list/questionnaire",
    "questionnaire",
    "new/questionnaire",
    "list/contribution",
    "contribution",
    "new/contribution",
    "list/contributionAnswer",
    "contributionAnswer",
    "new/contributionAnswer",
    ...["codebook", "codebookCode", "segment", "coding", "codingSheet"].flatMap((kind) => [
      `list/${kind}`,
      kind,
      `new/${kind}`,
    ]),
  ],
  steps: [
    { do: "go", to: "kind.questionnaire" },
    { do: "see", text: "kind.questionnaire.empty", note: "form", picture: "list" },
    { do: "go", to: "kind.contribution" },
    { do: "see", text: "kind.contribution.empty", note: "answers" },
    { do: "go", to: "kind.codebook" },
    { do: "see", text: "kind.codebook.empty", note: "protects" },
  ],
};
