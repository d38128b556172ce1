// What leaves the vault and what keeps it: a report, a bundle that others can check, copies and the lock.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const makeReport: Guide = {
  name: "make-report",
  screens: ["case", "list/release", "release"],
  steps: [
    { do: "go", to: "kind.case" },
    { do: "follow", link: example.happened },
    { do: "follow", link: "desk.case.report" },
    { do: "choose", field: "desk.release.audience", term: "audiences.public.label", note: "audience" },
    { do: "see", text: "desk.report.reads", note: "thread" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.release.approve", note: "leaves" },
    { do: "see", text: "desk.report.written" },
  ],
};

export const makeBundle: Guide = {
  name: "make-bundle",
  screens: ["bundle", "evidence"],
  steps: [
    { do: "go", to: "kind.evidence" },
    { do: "follow", link: { said: "court-summons.txt" } },
    { do: "follow", link: "desk.bundle.title" },
    { do: "see", text: "desk.bundle.contents", note: "whole" },
    { do: "write", field: "release.approvedBy", text: example.approver },
    { do: "press", button: "desk.bundle.make" },
    { do: "see", text: "desk.bundle.made" },
    { do: "see", text: "desk.bundle.check.page", note: "verify" },
  ],
};

export const copyAndLock: Guide = {
  name: "copy-and-lock",
  screens: ["vault", "restore"],
  steps: [
    { do: "go", to: "desk.vault.title" },
    { do: "pick", what: "desk.copies.place", folder: ["stick"], note: "place" },
    { do: "write", field: "desk.copies.label", text: example.copyPlace },
    { do: "press", button: "desk.copies.make" },
    { do: "see", text: "desk.copies.verified" },
    { do: "press-escape", note: "escape" },
    { do: "see", text: "aside.calculator" },
    { do: "press-escape", note: "back" },
    { do: "write-passphrase", field: "desk.vault.passphrase" },
    { do: "press", button: "desk.vault.unlock.action" },
    { do: "see", text: "desk.home.title" },
  ],
};
