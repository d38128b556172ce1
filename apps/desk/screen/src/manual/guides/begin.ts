// Making a vault and keeping its words; adding a piece of evidence; writing down what happened, with nothing or from a file.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const makeVault: Guide = {
  name: "make-vault",
  screens: ["", "create", "open", "recover"],
  steps: [
    { do: "follow", link: "desk.vault.create.title" },
    { do: "write", field: "desk.vault.device", text: example.device, note: "device" },
    { do: "write-passphrase", field: "desk.vault.passphrase", note: "passphrase" },
    { do: "write-passphrase", field: "desk.vault.passphrase.again" },
    { do: "press", button: "desk.vault.create.action" },
    { do: "see", text: "desk.sheet.once", note: "sheet", picture: "words" },
    { do: "tick", box: "desk.sheet.kept" },
    { do: "write-asked-words", field: { key: "desk.sheet.ask", values: { number: { said: "…" } } } },
    { do: "press", button: "desk.sheet.done" },
    { do: "see", text: "desk.home.title" },
  ],
};

export const addEvidence: Guide = {
  name: "add-evidence",
  screens: ["add", "list/evidence"],
  steps: [
    { do: "go", to: "kind.evidence" },
    {
      do: "hand-over",
      button: "desk.evidence.add.file",
      file: "letters/court-summons.txt",
      note: "original",
    },
    { do: "write", field: "desk.evidence.consent", text: example.consent, note: "consent" },
    { do: "press", button: "desk.evidence.seal" },
    { do: "follow", link: { said: "court-summons.txt" } },
    { do: "press", button: "desk.evidence.verify", note: "verify" },
    { do: "see", text: "fixity.intact.label", picture: "intact" },
  ],
};

export const somethingHappened: Guide = {
  name: "something-happened",
  screens: ["happened", "incident", "list/incident", "list/case", "new/incident"],
  steps: [
    { do: "go", to: "desk.nav.home" },
    { do: "follow", link: "desk.door.happened" },
    { do: "write", field: "desk.happened.title", text: example.happened, note: "title-note" },
    {
      do: "choose",
      field: "incident.acts",
      term: "acts.legal.arrest.label",
      note: "acts",
      picture: "form",
    },
    { do: "choose", field: "incident.acts", term: "acts.account.locked-out.label" },
    { do: "write", field: "incident.when", text: { said: "2025-09-02~" }, note: "when" },
    { do: "choose", field: "desk.place.country", term: "countries.XA.label" },
    { do: "choose", field: "incident.defence", term: "defenceLinks.because-of-work.label", note: "defence" },
    { do: "write", field: "incident.defenceGrounds", text: example.grounds },
    { do: "press", button: "action.next" },
    { do: "write", field: "person.name", text: example.person, note: "name" },
    { do: "press", button: "desk.happened.write" },
    { do: "see", text: "desk.happened.consents" },
    { do: "follow", link: "desk.happened.to-incident" },
    { do: "see", text: "desk.record.saves-itself" },
  ],
};

export const tellFromEvidence: Guide = {
  name: "tell-from-evidence",
  screens: ["evidence", "finding"],
  steps: [
    { do: "go", to: "kind.evidence", note: "drop" },
    { do: "follow", link: { said: "court-summons.txt" } },
    { do: "follow", link: "desk.quick.record", note: "finding" },
    { do: "choose", field: "incident.acts", term: "acts.legal.summons.label", picture: "beside" },
    { do: "press", button: "desk.quick.record", note: "date" },
    { do: "see", text: "desk.record.saves-itself" },
  ],
};
