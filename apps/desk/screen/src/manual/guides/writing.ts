// What is written for others: a document from a template, with its evidence beside it.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const writeDocument: Guide = {
  name: "write-document",
  screens: ["write", "list/document", "document", "list/documentPart", "documentPart", "new/document"],
  steps: [
    { do: "go", to: "kind.case" },
    { do: "follow", link: example.happened },
    { do: "follow", link: "writing.begin" },
    { do: "see", text: "writing.choose", note: "rules", picture: "gallery" },
    { do: "follow", link: "documentTemplates.open-letter.label" },
    { do: "write", field: "document.title", text: example.letter },
    { do: "press", button: "writing.start", note: "saves" },
    { do: "write", field: "documents.part.salutation.label", text: "documents.part.salutation.help" },
    { do: "write", field: "documents.part.letter.label", text: example.claim },
    { do: "choose", field: "writing.notes.choose", term: example.happened, note: "note" },
    { do: "see", text: "writing.notes.remove", picture: "draft" },
    { do: "write", field: "documents.part.demands.label", text: example.demand },
    { do: "write", field: "documents.part.signatories.label", text: example.approver },
    { do: "see", text: "writing.lacking.none", note: "lacking" },
    { do: "follow", link: "writing.versions" },
    { do: "see", text: "writing.compared", note: "versions" },
    { do: "follow", link: "writing.back" },
    { do: "follow", link: "writing.preview" },
    { do: "see", text: "writing.preview.text", note: "struck", picture: "preview" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.release.approve" },
    { do: "see", text: "writing.copies", note: "copies" },
  ],
};
