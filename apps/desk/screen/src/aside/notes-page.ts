// A sheet to write on as a page: what whoever looks over a shoulder sees after Escape three times. Nothing of it is kept.
import { listenForTheWayBack, loadSay, titled, type Say } from "./aside-page.ts";

function draw(page: HTMLElement, say: Say): void {
  const sheet = document.createElement("textarea");
  sheet.rows = 16;
  sheet.setAttribute("aria-label", say("aside.notes"));
  sheet.spellcheck = false;
  sheet.autocomplete = "off";
  const note = document.createElement("p");
  note.textContent = say("aside.notes.kept");
  page.replaceChildren(titled(say("aside.notes")), sheet, note);
}

const page = document.getElementById("page");
listenForTheWayBack();
if (page !== null) void loadSay().then((say) => draw(page, say));
