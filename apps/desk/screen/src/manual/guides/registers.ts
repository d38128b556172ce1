// What others decided and asked for: lists of recommendations, and the registers of what States and companies do.
import type { Guide } from "../guide.ts";
import { newRecord } from "./example-words.ts";

export const importRecommendations: Guide = {
  name: "import-recommendations",
  screens: ["list/recommendation", "recommendation", "new/recommendation"],
  steps: [
    { do: "go", to: "desk.table.title" },
    { do: "hand-over", button: "desk.table.file", file: "tables/recommendations-made-up.json", note: "file" },
    {
      do: "choose",
      field: "desk.table.mapping",
      term: { key: "desk.table.pattern", values: { name: { said: "uhri" } } },
      note: "pattern",
    },
    { do: "press", button: "desk.table.check" },
    { do: "press", button: "desk.table.check" },
    { do: "see", text: "desk.table.would", note: "broken" },
    { do: "press", button: "desk.table.import" },
    { do: "see", text: "desk.table.written" },
    { do: "go", to: "kind.recommendation" },
    { do: "follow", link: { said: "Refrain from internet shutdowns" } },
    { do: "see", text: "special.recommendation.suggested", note: "decide", picture: "suggested" },
  ],
};

export const useRegisters: Guide = {
  name: "use-registers",
  screens: ["registers"],
  steps: [
    { do: "go", to: "registers.title" },
    { do: "follow", link: newRecord("measure") },
    { do: "write", field: "measure.title", text: "measureKinds.deployment.biometric.label" },
    {
      do: "choose",
      field: "measure.measureKind",
      term: "measureKinds.deployment.biometric.label",
      note: "kind",
    },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself", note: "fields" },
    { do: "go", to: "registers.title" },
    { do: "follow", link: "measureKinds.deployment.biometric.label" },
    { do: "follow", link: "registers.list", note: "list" },
    { do: "see", text: "measure.assessmentMade", picture: "list" },
  ],
};
