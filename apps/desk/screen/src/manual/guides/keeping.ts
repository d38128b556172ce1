// What keeps the vault: a copy of it, the lock, the plain page that hides it, a tie to a time, and the way back after a loss.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const makeCopy: Guide = {
  name: "make-copy",
  screens: ["vault", "copy"],
  steps: [
    { do: "go", to: "desk.vault.title" },
    { do: "pick", what: "desk.copies.place", folder: ["stick"], note: "place" },
    { do: "write", field: "desk.copies.label", text: example.copyPlace, picture: "copy" },
    { do: "press", button: "desk.copies.make" },
    { do: "see", text: "desk.copies.verified", note: "again" },
  ],
};

export const lockAndHide: Guide = {
  name: "lock-and-hide",
  screens: ["settings", "", "open"],
  steps: [
    { do: "go", to: "desk.settings.title" },
    {
      do: "choose",
      field: "desk.settings.aside.after",
      term: "desk.settings.aside.notes",
      note: "which",
      picture: "which",
    },
    { do: "go", to: "desk.nav.home" },
    { do: "see", text: "desk.home.title" },
    { do: "press-escape", note: "escape" },
    { do: "see", text: "aside.notes", note: "limits", picture: "plain" },
    { do: "press-escape", note: "back" },
    { do: "write-passphrase", field: "desk.vault.passphrase" },
    { do: "press", button: "desk.vault.unlock.action" },
    { do: "see", text: "desk.home.title" },
  ],
};

export const tieToTime: Guide = {
  name: "tie-to-time",
  screens: ["anchor", "list/anchor", "vault"],
  steps: [
    { do: "go", to: "desk.vault.title" },
    { do: "see", text: "desk.anchors.title", note: "what", picture: "part" },
    { do: "press", button: "desk.anchors.make" },
    { do: "see", text: "desk.anchors.request", note: "carry" },
    { do: "unfold", part: "desk.anchors.answer" },
    { do: "see", text: "desk.anchors.trusted.help", note: "answer" },
  ],
};

const restoredName = { said: "tocsin-restored" } as const;

export const recoverVault: Guide = {
  name: "recover-vault",
  screens: ["restore", "recover"],
  steps: [
    { do: "press", button: "action.lock", note: "lost" },
    { do: "follow", link: "desk.recover.door" },
    { do: "follow", link: "desk.restore.title", note: "copy" },
    { do: "pick", what: "desk.restore.from", folder: ["stick"] },
    { do: "write", field: "desk.restore.name", text: restoredName, note: "name" },
    { do: "press", button: "desk.restore.action" },
    { do: "see", text: "desk.restore.done", note: "as-of" },
    { do: "follow", link: "desk.recover.door" },
    { do: "pick", what: "desk.recover.folder", folder: [restoredName.said] },
    { do: "write-all-words", field: "desk.recover.words" },
    { do: "write", field: "desk.vault.device", text: example.newDevice },
    { do: "write-passphrase", field: "desk.passphrase.next" },
    { do: "write-passphrase", field: "desk.vault.passphrase.again" },
    { do: "see", text: "desk.recover.then", note: "then", picture: "then" },
    { do: "press", button: "desk.recover.action" },
    { do: "see", text: "desk.copies.title", note: "new-copy" },
  ],
};
