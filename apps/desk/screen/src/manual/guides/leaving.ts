// What leaves the vault: a custody sheet, a report, a table, a bundle that others can check.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const custodySheet: Guide = {
  name: "custody-sheet",
  screens: ["evidence", "custody"],
  steps: [
    { do: "go", to: "kind.evidence" },
    { do: "follow", link: { said: "court-summons.txt" } },
    { do: "follow", link: "desk.custody.title" },
    { do: "see", text: "sheet.section.lines", note: "lines", picture: "sheet" },
    { do: "choose", field: "custody.event", term: "custodyEvents.handed-over.label", note: "unseen" },
    { do: "write", field: "custody.to", text: "sourceKinds.counsel.label" },
    { do: "press", button: "desk.custody.entry.add" },
    { do: "see", text: "sheet.event.entry" },
  ],
};

export const makeReport: Guide = {
  name: "make-report",
  screens: ["case", "outputs", "list/release", "release"],
  steps: [
    { do: "go", to: "kind.case" },
    { do: "follow", link: example.happened },
    { do: "follow", link: "desk.case.report" },
    { do: "choose", field: "desk.release.audience", term: "audiences.public.label", note: "audience" },
    { do: "see", text: "desk.report.reads", note: "thread", picture: "report" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.release.approve", note: "leaves" },
    { do: "see", text: "desk.report.written" },
  ],
};

export const exportList: Guide = {
  name: "export-list",
  screens: ["list", "outputs", "list/release", "release", "clearCopy", ""],
  steps: [
    { do: "go", to: "kind.incident" },
    { do: "tick", box: "desk.bulk.select-all", note: "select" },
    { do: "press", button: "desk.bulk.export" },
    { do: "write", field: "release.approvedBy", text: example.approver, note: "approve" },
    { do: "press", button: "desk.release.approve" },
    { do: "follow", link: "outputFormats.csv.label", note: "clear" },
    { do: "go", to: "desk.nav.home" },
    { do: "see", text: "desk.clear.title", picture: "copies" },
    { do: "press", button: "desk.clear.gone", note: "gone" },
  ],
};

export const publishLibrary: Guide = {
  name: "publish-library",
  screens: ["library", "resource", "list/resource"],
  steps: [
    { do: "go", to: "desk.library.title" },
    { do: "write", field: "library.about.publisher", text: example.organisation },
    { do: "press", button: "desk.library.plan", note: "nothing-yet" },
    { do: "see", text: "desk.library.changes", note: "changes", picture: "changes" },
    { do: "unfold", part: "library.reason.no-consent", note: "stays" },
    { do: "press", button: "desk.library.pages.show", note: "pages" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.release.approve" },
    { do: "see", text: "desk.report.written", note: "clear" },
    { do: "unfold", part: "command.release.withdraw", note: "withdraw" },
    { do: "write", field: "release.withdrawnWhy", text: example.wrong },
    { do: "write", field: "release.withdrawnBy", text: example.approver },
    { do: "press", button: "command.release.withdraw" },
    { do: "see", text: "desk.library.last.withdrawn", note: "next" },
  ],
};

export const makeBundle: Guide = {
  name: "make-bundle",
  screens: ["bundle", "evidence"],
  steps: [
    { do: "go", to: "kind.evidence" },
    { do: "follow", link: { said: "court-summons.txt" } },
    { do: "follow", link: "desk.bundle.title" },
    { do: "see", text: "desk.bundle.contents", note: "whole", picture: "contents" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.bundle.make" },
    { do: "see", text: "desk.bundle.made" },
    { do: "see", text: "desk.bundle.check.page", note: "verify" },
  ],
};

export const redactPicture: Guide = {
  name: "redact-picture",
  screens: ["evidence"],
  steps: [
    { do: "go", to: "kind.evidence" },
    { do: "hand-over", button: "desk.evidence.add.file", file: "pictures/street-corner.png" },
    { do: "write", field: "desk.evidence.consent", text: example.consent },
    { do: "press", button: "desk.evidence.seal" },
    { do: "follow", link: { said: "street-corner.png" } },
    { do: "follow", link: "desk.redact.title" },
    { do: "see", text: "desk.redact.carried", note: "carried", picture: "board" },
    { do: "press", button: "desk.redact.add", note: "place" },
    { do: "write", field: "desk.redact.why", text: example.covered },
    { do: "write", field: "desk.redact.by", text: example.approver },
    { do: "press", button: "desk.redact.make" },
    { do: "see", text: "desk.redact.made", note: "look" },
  ],
};
