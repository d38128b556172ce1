// What is done with what was written down: a lawsuit and its days, finding again, counting.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const findSomething: Guide = {
  name: "find-something",
  screens: ["list", "activity"],
  steps: [
    { do: "find", words: example.person, found: example.person, note: "scripts" },
    { do: "see", text: "desk.record.linked" },
  ],
};

export const countAttacks: Guide = {
  name: "count-attacks",
  screens: ["counts"],
  steps: [
    { do: "go", to: "desk.counts.title" },
    { do: "choose", field: "desk.counts.scope", term: "count.scope.all", note: "scope" },
    { do: "choose", field: "desk.counts.first", term: "count.by.year" },
    { do: "see", text: "desk.counts.inside", note: "inside" },
    { do: "see", text: "desk.counts.leaving", note: "leaving" },
  ],
};
