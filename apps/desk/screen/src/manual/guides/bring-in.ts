// What comes in ready made: a backup of a phone, measurements of a network, a table that somebody kept.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const examinePhone: Guide = {
  name: "examine-phone",
  screens: ["phone", "examination", "list/finding", "finding"],
  steps: [
    { do: "go", to: "desk.nav.examine" },
    { do: "write", field: "desk.evidence.consent", text: example.consent, note: "consent" },
    { do: "press", button: "action.next" },
    { do: "pick", what: "desk.phone.backup", folder: ["inputs", "phone"], note: "backup" },
    { do: "pick", what: "desk.indicators", folder: ["inputs", "indicators"], note: "indicators" },
    { do: "press", button: "desk.evidence.examine" },
    { do: "see", text: "desk.examination.phone" },
    { do: "see", text: "desk.finding.harmless", note: "read", picture: "finding" },
  ],
};

export const checkSite: Guide = {
  name: "check-site",
  screens: ["site", "examination"],
  steps: [
    { do: "go", to: "desk.nav.network" },
    { do: "see", text: "desk.site.intro", picture: "page" },
    { do: "pick", what: "desk.site.files", folder: ["inputs", "measurements"], note: "files" },
    { do: "press", button: "desk.site.analyse" },
    { do: "see", text: "desk.examination.site" },
    { do: "see", text: "desk.finding.harmless", note: "read" },
  ],
};

const guessOf = (column: string) => ({ key: "desk.table.guess", values: { column: { said: column } } });

export const importTable: Guide = {
  name: "import-table",
  screens: ["import", "table", "tableRow"],
  steps: [
    { do: "go", to: "desk.table.title" },
    { do: "hand-over", button: "desk.table.file", file: "tables/incidents-made-up.csv", note: "memory" },
    { do: "tick", box: guessOf("Title"), note: "guess", picture: "columns" },
    { do: "tick", box: guessOf("When") },
    { do: "press", button: "desk.table.check" },
    { do: "press", button: "desk.table.check", note: "again" },
    { do: "see", text: "desk.table.would", note: "dry", picture: "would" },
    { do: "press", button: "desk.table.import" },
    { do: "see", text: "desk.table.written" },
    { do: "follow", link: "desk.import.take-back.title", note: "back" },
    { do: "press", button: "desk.import.take-back.check" },
    { do: "see", text: "cli.import.back.would" },
    { do: "press", button: "desk.import.take-back.do" },
    { do: "see", text: "desk.import.bring-back.title" },
  ],
};
