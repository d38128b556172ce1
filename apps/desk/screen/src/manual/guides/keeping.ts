// What keeps the vault: a copy of it, the lock, and the plain page that hides it.
import type { Guide } from "../guide.ts";
import { example } from "./example-words.ts";

export const makeCopy: Guide = {
  name: "make-copy",
  screens: ["vault", "restore", "copy", "anchor"],
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
