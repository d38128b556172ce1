// What comes in ready made: a backup of a phone that is examined.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const examinePhone: Guide = {
  name: "examine-phone",
  screens: ["phone", "examination", "list/finding", "finding"],
  steps: [
    { do: "go", to: "desk.nav.examine" },
    { do: "write", field: "desk.evidence.consent", text: example.consent, note: "consent" },
    { do: "press", button: "action.next" },
    { do: "pick", what: "desk.phone.backup", folder: ["inputs", "phone"] },
    { do: "pick", what: "desk.indicators", folder: ["inputs", "indicators"], note: "indicators" },
    { do: "press", button: "desk.evidence.examine" },
    { do: "see", text: "desk.examination.phone" },
    { do: "see", text: "desk.finding.harmless", note: "read" },
  ],
};
